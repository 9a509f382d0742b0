import type { RowProblem } from "#domain/questions/parsed-file.ts";
import { BLANK } from "#domain/questions/question.ts";
import { BLANK_SIGNS } from "./blank-answers.ts";
import { decodeEntities } from "./entities.ts";
import { escapeSigns, indexOfSign, splitAtSigns } from "./escaped-text.ts";
import { emptyMoodle, type MoodleAnswer, type MoodleQuestion } from "./moodle-question.ts";
import { doubtful, type Place, wrong } from "./problem.ts";
import type { Remark } from "./remark.ts";
import { headOf } from "./xml-question.ts";
import { XmlTexts } from "./xml-text.ts";
import { childOf, textIn, type XmlNode } from "./xml-tree.ts";

const HEAD = /\{\s*(\d{0,5})\s*:\s*([A-Z_]{2,20})\s*(:|\})/y;
const KINDS: readonly (readonly [RegExp, Pick<MoodleQuestion, "type"> & Partial<MoodleQuestion>])[] = [
  [/^(?:SHORTANSWER|SA|MW)$/u, { type: "shortanswer" }],
  [/^(?:SHORTANSWER_C|SAC|MWC)$/u, { type: "shortanswer", caseSensitive: true }],
  [/^(?:NUMERICAL|NM)$/u, { type: "numerical" }],
  // Only those with an S are shuffled.
  [/^(?:MULTICHOICE|MC)(?:_?[VH])?$/u, { type: "multichoice", single: true, isFixed: true }],
  [/^(?:MULTICHOICE|MC)_?[VH]?S$/u, { type: "multichoice", single: true }],
  [/^(?:MULTIRESPONSE|MR)(?:_?H)?$/u, { type: "multichoice", single: false, isFixed: true }],
  [/^(?:MULTIRESPONSE|MR)_?H?S$/u, { type: "multichoice", single: false }],
];

type Blank = { kind: string; weight: number; body: string };

/** The text with a sign at each blank, and the blanks. */
function blanksIn(text: string): { text: string; blanks: Blank[] } {
  const blanks: Blank[] = [];
  let rest = "";
  let at = 0;
  for (let open = text.indexOf("{"); open !== -1; open = text.indexOf("{", at)) {
    rest += text.slice(at, open);
    HEAD.lastIndex = open;
    const [whole, weight = "", kind = "", sign] = HEAD.exec(text) ?? [];
    const start = open + (whole?.length ?? 0);
    const close = whole === undefined ? open : sign === "}" ? start - 1 : indexOfSign(text, "}", start);
    // What is never closed is text, and so is all that follows: nothing behind it can be closed either.
    if (close === -1) return { text: rest + text.slice(open), blanks };
    if (whole === undefined) rest += "{";
    else {
      blanks.push({ kind, weight: weight === "" ? 1 : Number(weight), body: sign === "}" ? "" : text.slice(start, close) });
      rest += `（${blanks.length}）${BLANK}`;
    }
    at = close + 1;
  }
  return { text: rest + text.slice(at), blanks };
}

const unescaped = (text: string) => decodeEntities(text.replaceAll(/\\([~=#}{:"\\])/gu, "$1"));

function answerOf(piece: string, texts: XmlTexts, node: XmlNode | undefined): MoodleAnswer {
  const [, weight, right, rest = ""] = /^\s*(?:%(-?\d{1,3}(?:\.\d+)?)%|(=))?([\s\S]*)$/u.exec(piece) ?? [];
  const mark = indexOfSign(rest, "#");
  const plain = (raw: string) => texts.plain(node, unescaped(raw)).trim();
  return {
    text: plain(mark === -1 ? rest : rest.slice(0, mark)),
    percent: weight === undefined ? (right ? 100 : 0) : Number(weight),
    feedback: mark === -1 ? "" : plain(rest.slice(mark + 1)),
  };
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/iu;

/** A number of a cloze text has its tolerance behind a colon. */
function figureOf(answer: MoodleAnswer): MoodleAnswer | null {
  if (answer.text === "*") return answer;
  const [value = "", around = "0"] = answer.text.split(":", 2).map((side) => side.trim());
  return NUMBER.test(value) && NUMBER.test(around) ? { ...answer, text: value, tolerance: Math.abs(Number(around)) } : null;
}

function partOf(
  { kind, body }: Blank,
  at: number,
  texts: XmlTexts,
  node: XmlNode | undefined,
  fail: (problem: RowProblem) => null,
  place: Place,
): MoodleQuestion | null {
  const [, known] = KINDS.find(([pattern]) => pattern.test(kind)) ?? [];
  if (!known || body.trim() === "") return fail(wrong("cloze-unreadable", { value: `${kind}:${body}`.slice(0, 40) }, place));
  const answers = splitAtSigns(body, "~").map((piece) => answerOf(piece, texts, node));
  const figures = known.type === "numerical" ? answers.map(figureOf) : answers;
  const whole = figures.filter((answer) => answer !== null);
  if (whole.length < figures.length) return fail(wrong("number-unreadable", { value: body.slice(0, 40) }, place));
  if (known.type === "multichoice" && whole.length < 2) return fail(wrong("too-few", { least: 2 }, place));
  return { ...emptyMoodle, ...known, text: `（${at + 1}）`, answers: whole };
}

const MOST_WORTH = 1_000;

/** A cloze text is worth what its blanks are worth together; here they share it evenly. */
function worthOf(blanks: readonly Blank[], remark: Remark, problems: RowProblem[], place: Place): Remark {
  const sum = blanks.reduce((all, { weight }) => all + weight, 0);
  if (blanks.some(({ weight }) => weight !== blanks[0]?.weight)) problems.push(doubtful("blanks-share-evenly", { sum }, place));
  return remark.worth !== undefined || sum < 1 || sum === 1 || sum > MOST_WORTH ? remark : { ...remark, worth: sum * 1_000 };
}

/** Whether blanks say no more than which texts are right: then they are the blanks of one question. */
const isFill = (parts: readonly MoodleQuestion[]) =>
  parts.length <= 10 &&
  parts.every(
    ({ type, caseSensitive, answers }) =>
      type === "shortanswer" &&
      !caseSensitive &&
      answers.every(({ percent, feedback, text }) => percent === 100 && feedback === "" && !text.includes("*")),
  );

/** A cloze text: blanks to fill in, or a material with a question for each blank. */
export function readCloze(
  node: XmlNode,
  category: string,
): { question: MoodleQuestion | null; parts: MoodleQuestion[]; problems: RowProblem[] } {
  const place = { line: node.line };
  const problems: RowProblem[] = [];
  const texts = new XmlTexts(place);
  const source = childOf(node, "questiontext");
  const found = blanksIn(textIn(source, "text"));
  const fail = (problem: RowProblem) => {
    problems.push(problem);
    return null;
  };
  if (found.blanks.length === 0) fail(wrong("cloze-unreadable", { value: found.text.slice(0, 40) }, place));
  const parts = found.blanks.map((blank, at) => partOf(blank, at, texts, source, fail, place));
  const whole = parts.filter((part) => part !== null);
  const bare = headOf(node, category, texts, problems);
  const head = { ...bare, remark: worthOf(found.blanks, bare.remark, problems, place) };
  const text = texts.plain(source, found.text);
  const all = [...problems, ...texts.problems];
  if (whole.length === 0 || whole.length < parts.length) return { question: null, parts: [], problems: all };
  if (!isFill(whole)) return { question: { ...head, type: "description", text, media: texts.media }, parts: whole, problems: all };
  const blanks = whole.map(({ answers }) => answers.map((answer) => answer.text));
  const pairs = blanks.map((accepted, at) => [`（${at + 1}）`, accepted.map((one) => escapeSigns(one, BLANK_SIGNS)).join("|")] as const);
  const question: MoodleQuestion = { ...head, type: "matching", text, media: texts.media, pairs, remark: { ...head.remark, kind: "fill" } };
  return { question, parts: [], problems: all };
}
