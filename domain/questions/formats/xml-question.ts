import type { RowProblem } from "#domain/questions/parsed-file.ts";
import { emptyMoodle, type MoodleAnswer, type MoodleQuestion } from "./moodle-question.ts";
import { doubtful, type Place, wrong } from "./problem.ts";
import { type Remark, readRemark } from "./remark.ts";
import { XmlTexts } from "./xml-text.ts";
import { childOf, textIn, type XmlNode } from "./xml-tree.ts";
import { untold } from "./xml-untold.ts";

export type XmlRead = { question: MoodleQuestion | null; problems: RowProblem[]; texts: XmlTexts };
type Told = Pick<MoodleQuestion, "type"> & Partial<MoodleQuestion>;

const answersIn = (node: XmlNode) => node.nodes.filter(({ name }) => name === "answer");
/** The share of an answer; very old files write it as an element. */
const percentOf = (answer: XmlNode) =>
  Number(answer.attributes["fraction"] ?? (textIn(answer, "fraction") === "" ? 0 : Number(textIn(answer, "fraction")) * 100));

/** An answer with its feedback; very old files have its text without <text>. */
function answerOf(node: XmlNode, texts: XmlTexts): MoodleAnswer {
  const text = childOf(node, "text") ? texts.read(node) : node.text.trim();
  return { text, percent: percentOf(node), feedback: texts.read(childOf(node, "feedback")) };
}

function truefalse(node: XmlNode, texts: XmlTexts): Told {
  const answers = answersIn(node).map((answer, at) => {
    const read = answerOf(answer, texts);
    // Old files have the words of their language: true comes first there.
    const isNamed = read.text === "true" || read.text === "false";
    return { ...read, text: isNamed ? read.text : String(at === 0) };
  });
  return { type: "truefalse", answers };
}

function numerical(node: XmlNode, texts: XmlTexts, problems: RowProblem[], place: Place): Told | null {
  const answers = answersIn(node).map((answer) => ({
    ...answerOf(answer, texts),
    tolerance: Math.abs(Number(textIn(answer, "tolerance"))),
  }));
  const odd = answers.find(
    ({ text, tolerance }) => text !== "*" && text !== "" && !(Number.isFinite(Number(text)) && Number.isFinite(tolerance)),
  );
  if (odd) {
    problems.push(wrong("number-unreadable", { value: odd.text.slice(0, 40) }, place));
    return null;
  }
  return { type: "numerical", answers: answers.map((one) => (one.text === "" ? { ...one, text: "*" } : one)) };
}

const isNo = (node: XmlNode, name: string) => /^(?:false|0)$/u.test(textIn(node, name));
const FIVE_PLACES = 100_000;

/** Several answers of which each gives everything mean that all of them are right: each gets its share. */
function shared(answers: MoodleAnswer[], problems: RowProblem[], place: Place): MoodleAnswer[] {
  const right = answers.filter(({ percent }) => percent === 100).length;
  if (right < 2 || answers.some(({ percent }) => percent > 0 && percent < 100)) return answers;
  problems.push(doubtful("weights-shared", { count: right }, place));
  const share = Math.floor((100 / right) * FIVE_PLACES) / FIVE_PLACES;
  return answers.map((answer) => (answer.percent === 100 ? { ...answer, percent: share } : answer));
}

function multichoice(node: XmlNode, texts: XmlTexts, problems: RowProblem[], place: Place): Told {
  const single = !isNo(node, "single");
  const answers = answersIn(node).map((one) => answerOf(one, texts));
  const isFixed = isNo(node, "shuffleanswers");
  return { type: "multichoice", single, isFixed, answers: single ? answers : shared(answers, problems, place) };
}

const pairOf = (node: XmlNode, texts: XmlTexts) => [texts.read(node), textIn(childOf(node, "answer"), "text")] as const;

function told(node: XmlNode, texts: XmlTexts, problems: RowProblem[], place: Place): Told | null {
  const kind = node.attributes["type"] ?? "";
  switch (kind) {
    case "multichoice":
      return multichoice(node, texts, problems, place);
    case "truefalse":
      return truefalse(node, texts);
    case "shortanswer":
      return {
        type: "shortanswer",
        caseSensitive: textIn(node, "usecase") === "1",
        answers: answersIn(node).map((one) => answerOf(one, texts)),
      };
    case "numerical":
      return numerical(node, texts, problems, place);
    case "match":
    case "matching":
      return { type: "matching", pairs: node.nodes.filter(({ name }) => name === "subquestion").map((pair) => pairOf(pair, texts)) };
    case "ordering":
      return { type: "ordering", answers: answersIn(node).map((one) => answerOf(one, texts)) };
    case "essay":
    case "description":
      return { type: kind };
    default:
      problems.push(doubtful("kind-skipped", { kind: kind.slice(0, 40) }, place));
      return null;
  }
}

const DEFAULT_GRADE = 1_000;

function remarkIn(node: XmlNode, problems: RowProblem[], place: Place): Remark {
  const remarks = node.comments.map(readRemark).filter((remark) => remark !== undefined);
  if (remarks.includes(null)) problems.push(doubtful("remark-unreadable", {}, place));
  return remarks.find((remark) => remark !== null) ?? {};
}

/** What is said of the question besides what it asks: a grade that somebody has chosen, a unit, notes for markers. */
function withDetails(remark: Remark, node: XmlNode, texts: XmlTexts): Remark {
  const grade = Math.round(Number(textIn(node, "defaultgrade") || Number.NaN) * 1_000);
  const unit = textIn(childOf(childOf(node, "units"), "unit"), "unit_name");
  const guide = texts.read(childOf(node, "graderinfo"));
  return {
    ...remark,
    ...(remark.worth === undefined && Number.isFinite(grade) && grade !== DEFAULT_GRADE && grade >= 0 && grade <= 1e6 && { worth: grade }),
    ...(remark.unit === undefined && unit !== "" && { unit: unit.slice(0, 20) }),
    ...(remark.guide === undefined && guide !== "" && { guide }),
  };
}

/** What stands at the head of every question. */
export function headOf(node: XmlNode, category: string, texts: XmlTexts, problems: RowProblem[]): MoodleQuestion {
  const place = { line: node.line };
  texts.keepOld(node);
  problems.push(...untold(node, texts, place));
  const tags = (childOf(node, "tags")?.nodes ?? []).map((tag) => textIn(tag, "text"));
  return {
    ...{ ...emptyMoodle, category, tags },
    name: textIn(childOf(node, "name"), "text"),
    text: texts.read(childOf(node, "questiontext")),
    general: texts.read(childOf(node, "generalfeedback")),
    remark: withDetails(remarkIn(node, problems, place), node, texts),
  };
}

/** A <question> as what it tells, save for cloze texts. Null, with problems, when it is of a kind that does not exist here. */
export function readXmlQuestion(node: XmlNode, category: string): XmlRead {
  const place = { line: node.line };
  const problems: RowProblem[] = [];
  const texts = new XmlTexts(place);
  const head = headOf(node, category, texts, problems);
  const read = told(node, texts, problems, place);
  const question = read && { ...head, ...read, media: texts.media };
  return { question, problems: [...problems, ...texts.problems], texts };
}
