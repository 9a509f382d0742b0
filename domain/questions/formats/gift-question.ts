// Above 150 lines: the whole grammar of a GIFT question in one file, one small function to a rule.
import type { RowProblem, Said } from "#domain/questions/parsed-file.ts";
import { indexOfSign, splitAtSigns } from "./escaped-text.ts";
import type { GiftBlock } from "./gift-blocks.ts";
import { type GiftFormat, readGiftText } from "./gift-text.ts";
import { emptyMoodle, type MoodleAnswer, type MoodleQuestion } from "./moodle-question.ts";
import { doubtful, type FileProblem, wrong } from "./problem.ts";
import { middleOf } from "./typed-answers.ts";

type Read = { question: MoodleQuestion | null; problems: RowProblem[] };
type Told = Pick<MoodleQuestion, "type"> & Partial<MoodleQuestion>;
type Reader = { plain: (raw: string) => string; fail: (code: FileProblem, params?: Said["params"]) => null };

const WEIGHT = /^\s*%(-?\d{1,3}(?:\.\d{0,10})?)%/u;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/iu;
const SHARE_WORD: Readonly<Record<string, boolean>> = { T: true, TRUE: true, F: false, FALSE: false };

/** The pieces behind each of `signs`, with the sign; what stands before the first one has none. */
function behindSigns(text: string, signs: string): { sign: string; raw: string }[] {
  const pieces: { sign: string; raw: string }[] = [];
  let at = 0;
  let sign = "";
  for (;;) {
    const next = indexOfSign(text, signs, at);
    const raw = text.slice(at, next === -1 ? undefined : next);
    if (sign !== "" || raw.trim() !== "") pieces.push({ sign, raw });
    if (next === -1) return pieces;
    sign = text[next] as string;
    at = next + 1;
  }
}

function answerOf(raw: string, percent: number, { plain }: Reader): MoodleAnswer {
  const weight = WEIGHT.exec(raw);
  const rest = weight ? raw.slice(weight[0].length) : raw;
  const mark = indexOfSign(rest, "#");
  return {
    text: plain(mark === -1 ? rest : rest.slice(0, mark)),
    percent: weight ? Number(weight[1]) : percent,
    feedback: mark === -1 ? "" : plain(rest.slice(mark + 1)),
  };
}

function choice(body: string, reader: Reader): Told | null {
  const pieces = behindSigns(body, "~=");
  if (pieces.length < 2) return reader.fail("too-few", { least: 2 });
  const answers = pieces.map(({ sign, raw }) => answerOf(raw, sign === "=" ? 100 : 0, reader));
  return { type: "multichoice", single: pieces.some(({ sign }) => sign === "="), answers };
}

function matching(body: string, reader: Reader): Told | null {
  const pieces = behindSigns(body, "=");
  const sides = pieces.map(({ raw }) => {
    const arrow = raw.indexOf("->");
    return arrow === -1 ? null : ([reader.plain(raw.slice(0, arrow)), reader.plain(raw.slice(arrow + 2))] as const);
  });
  const pairs = sides.filter((pair) => pair !== null);
  if (pairs.length < sides.length) return reader.fail("pair-unreadable");
  return pairs.length < 2 ? reader.fail("too-few", { least: 2 }) : { type: "matching", pairs };
}

/** "1822", "1822:5" or "3.141..3.142". */
function figureOf(text: string): { text: string; tolerance: number } | null {
  const [low = "", high] = text.split("..", 2).map((side) => side.trim());
  if (high !== undefined && NUMBER.test(low) && NUMBER.test(high)) {
    const { value, tolerance } = middleOf(Number(low), Number(high));
    return Number(high) < Number(low) ? null : { text: String(value), tolerance };
  }
  const [value = "", around = "0"] = text.split(":", 2).map((side) => side.trim());
  return NUMBER.test(value) && NUMBER.test(around) ? { text: value, tolerance: Math.abs(Number(around)) } : null;
}

function numerical(body: string, reader: Reader): Told | null {
  const other = indexOfSign(body, "~");
  const wrongFeedback = other === -1 ? "" : answerOf(body.slice(other + 1), 0, reader).feedback;
  const answers: MoodleAnswer[] = [];
  for (const { raw } of behindSigns(other === -1 ? body : body.slice(0, other), "=")) {
    const answer = answerOf(raw, 100, reader);
    const figure = answer.text === "*" ? { text: "*", tolerance: 0 } : figureOf(answer.text);
    if (!figure) return reader.fail("number-unreadable", { value: answer.text.slice(0, 40) });
    answers.push({ ...answer, ...figure });
  }
  return answers.length === 0 ? reader.fail("answer-missing") : { type: "numerical", answers, wrongFeedback };
}

function truefalse(value: boolean, body: string, { plain }: Reader): Told {
  const [, wrongSaid = "", rightSaid = ""] = splitAtSigns(body, "#");
  const answer = (truth: boolean, percent: number, raw: string) => ({ text: String(truth), percent, feedback: plain(raw) });
  return { type: "truefalse", answers: [answer(value, 100, rightSaid), answer(!value, 0, wrongSaid)] };
}

/** The plugin's own form: "{>4 ALL VERTICAL …", then the items in the right order, line by line. */
function ordering(body: string, { plain, fail }: Reader): Told | null {
  const [, ...lines] = body.split("\n");
  const answers = lines.map((line) => ({ text: plain(line), percent: 100, feedback: "" })).filter(({ text }) => text !== "");
  return answers.length < 2 ? fail("too-few", { least: 2 }) : { type: "ordering", answers };
}

function told(body: string, reader: Reader): Told | null {
  if (body === "") return { type: "essay" };
  if (body.startsWith("#")) return numerical(body.slice(1), reader);
  if (body.startsWith(">")) return ordering(body, reader);
  if (indexOfSign(body, "~") !== -1) return choice(body, reader);
  if (indexOfSign(body, "=") !== -1 && body.includes("->")) return matching(body, reader);
  const value = SHARE_WORD[(splitAtSigns(body, "#")[0] ?? "").trim().toUpperCase()];
  if (value !== undefined) return truefalse(value, body, reader);
  const answers = behindSigns(body, "=").map(({ raw }) => answerOf(raw, 100, reader));
  return answers.length === 0 ? reader.fail("answer-missing") : { type: "shortanswer", answers };
}

/** The name between "::" and "::", and what follows it. */
function named(text: string): { name: string; rest: string } {
  if (!text.startsWith("::")) return { name: "", rest: text };
  for (let at = 2; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text.startsWith("::", at)) return { name: text.slice(2, at), rest: text.slice(at + 2).trim() };
  }
  return { name: "", rest: text.slice(2) };
}

/** What stands after the last "####" of a body is said after any answer. */
function withGeneral(body: string): { body: string; general: string } {
  const at = body.lastIndexOf("####");
  return at === -1 ? { body, general: "" } : { body: body.slice(0, at).trim(), general: body.slice(at + 4) };
}

/** A block of GIFT as the question it tells. Null, with problems, when it breaks the grammar. */
export function readGiftQuestion({ text, line, category, tags, remark, problems: before }: GiftBlock): Read {
  const problems = [...before];
  const { name, rest } = named(text);
  const open = indexOfSign(rest, "{");
  const close = indexOfSign(rest, "}");
  const second = open === -1 ? -1 : indexOfSign(rest, "{", open + 1);
  if (
    (open === -1) !== (close === -1) ||
    close < open ||
    (second !== -1 && second < close) ||
    (close !== -1 && indexOfSign(rest, "{}", close + 1) !== -1)
  ) {
    problems.push(wrong("braces-unbalanced", {}, { line, suggestion: { code: "close-brace" } }));
    return { question: null, problems };
  }
  let format: GiftFormat = "moodle";
  const plain = (raw: string): string => {
    const read = readGiftText(raw, format);
    for (const { src } of read.shown) problems.push(doubtful("picture-elsewhere", { name: src.slice(0, 80) }, { line }));
    if (read.unknown) problems.push(doubtful("format-unknown", { value: read.unknown }, { line }));
    return read.text;
  };
  const tail = close === -1 ? "" : rest.slice(close + 1);
  const stem = open === -1 ? rest : `${rest.slice(0, open)}${tail.trim() === "" ? "" : `_____${tail}`}`;
  const head = { ...emptyMoodle, name: plain(name), text: plain(stem), category, tags, remark };
  if (open === -1) return { question: { ...head, type: "description" }, problems };
  format = readGiftText(stem, format).format;
  const { body, general } = withGeneral(rest.slice(open + 1, close).trim());
  const read = told(body, {
    plain,
    fail: (code, params = {}) => {
      problems.push(wrong(code, params, { line }));
      return null;
    },
  });
  return { question: read && { ...head, ...read, general: plain(general) }, problems };
}
