import type { ParsedFile, ParsedRow, RowProblem } from "#domain/questions/parsed-file.ts";
import { categoryOfMoodle, questionOfMoodle } from "./candidate-of-moodle.ts";
import { readCloze } from "./cloze.ts";
import { encodeEntities } from "./entities.ts";
import type { MoodleQuestion } from "./moodle-question.ts";
import { doubtful, type FileProblem, wrong } from "./problem.ts";
import { readRemark } from "./remark.ts";
import { readXmlQuestion } from "./xml-question.ts";
import { childOf, textIn, XmlBroken, type XmlNode, xmlTreeOf } from "./xml-tree.ts";

type Found = { node: XmlNode; category: string };
const MOST_MEDIA = 6;

/** A question's own XML without the bytes of its files, and its category before it: what a person can read and mend. */
function rawOf(source: string, found: readonly Found[]): string {
  const [first] = found;
  const category = first?.category
    ? `<question type="category"><category><text>${encodeEntities(first.category)}</text></category></question>\n`
    : "";
  return `${category}${found.map(({ node }) => source.slice(node.from, node.to).replaceAll(/(<file\s[^<>]*>)[^<]*(?=<\/file>)/gu, "$1")).join("\n")}`;
}

type Read = { question: MoodleQuestion | null; parts: MoodleQuestion[]; problems: RowProblem[] };

function readFound([first, ...behind]: readonly Found[]): Read {
  if (!first) return { question: null, parts: [], problems: [] };
  const type = first.node.attributes["type"];
  if (type === "cloze" || type === "multianswer") return readCloze(first.node, first.category);
  const head = readXmlQuestion(first.node, first.category);
  const parts = behind.map(({ node, category }) => readXmlQuestion(node, category));
  const whole = parts.map(({ question }) => question).filter((question) => question !== null);
  const problems = [...head.problems, ...parts.flatMap((part) => part.problems)];
  const media = whole.flatMap((part, at) => part.media.map((medium) => ({ ...medium, part: at })));
  const question = whole.length < parts.length ? null : head.question && { ...head.question, media: [...head.question.media, ...media] };
  return { question, parts: whole, problems };
}

function rowOf(source: string, found: readonly Found[]): ParsedRow {
  const line = found[0]?.node.line ?? 1;
  const raw = rawOf(source, found);
  const { question, parts, problems } = readFound(found);
  if (!question) return { line, raw, draft: null, problems };
  const many = question.media.length > MOST_MEDIA ? [doubtful("too-many", { most: MOST_MEDIA }, { line })] : [];
  const read = questionOfMoodle({ ...question, media: question.media.slice(0, MOST_MEDIA) }, parts, { line });
  return { line, raw, draft: read.draft, problems: [...problems, ...many, ...read.problems] };
}

/** Questions with the category above them; one that is a material is followed by as many as its remark says. */
function gathered(nodes: readonly XmlNode[]): Found[][] {
  const groups: Found[][] = [];
  let category = "";
  let wanted = 0;
  for (const node of nodes) {
    if (node.attributes["type"] === "category") category = categoryOfMoodle(textIn(childOf(node, "category"), "text"));
    else if (wanted > 0) {
      groups.at(-1)?.push({ node, category });
      wanted--;
    } else {
      groups.push([{ node, category }]);
      wanted = node.comments.map(readRemark).find((remark) => remark)?.parts ?? 0;
    }
  }
  return groups;
}

const nothing = (code: FileProblem, params = {}, line?: number): ParsedFile => ({
  problems: [wrong(code, params, line === undefined ? {} : { line })],
  rows: [],
});

/** A file of Moodle XML. Broken XML is read not at all: what stands behind the break could belong anywhere. */
export function readMoodleXml(source: string): ParsedFile {
  const whole = /<quiz[\s>]/u.test(source) ? source : `<quiz>${source}</quiz>`;
  try {
    const questions = (childOf(xmlTreeOf(whole.replace(/^\uFEFF/u, "")), "quiz")?.nodes ?? []).filter(({ name }) => name === "question");
    const rows = gathered(questions).map((found) => rowOf(whole.replace(/^\uFEFF/u, ""), found));
    return rows.length === 0 ? nothing("file-without-questions") : { problems: [], rows };
  } catch (error) {
    if (error instanceof XmlBroken) return nothing("xml-broken", { at: error.line }, error.line);
    throw error;
  }
}
