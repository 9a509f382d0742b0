import type { ParsedFile, ParsedRow, RowProblem } from "#domain/questions/parsed-file.ts";
import type { ToldPlace } from "./candidate-of-told.ts";
import { gatheredKeys } from "./gathered-key.ts";
import { kindOfWord } from "./kind-words.ts";
import { optionsInStem } from "./option-lines.ts";
import { placeKey, withGathered } from "./place-key.ts";
import { doubtful, wrong } from "./problem.ts";
import { questionOfTold } from "./question-of-told.ts";
import { type TextAsked, type TextBlock, TextReader } from "./text-blocks.ts";
import { headingOf, numberOf } from "./text-marks.ts";
import { FIELD_NAMES, TOLD_FIELDS, type Told } from "./told.ts";

const CHOICES: readonly unknown[] = ["single", "multiple", "indefinite", "choice"];

/** Options may stand behind the stem on its line, where nothing says that it is another kind of question. */
function withInlineOptions(told: Told): Told {
  const isChoice = (told.kind ?? "") === "" || CHOICES.includes(kindOfWord(told.kind ?? ""));
  const found = isChoice && !told.parts && told.options.length === 0 ? optionsInStem(told.stem ?? "") : null;
  return found ? { ...told, ...found } : told;
}

function toldOf({ fields, options }: TextAsked): Told {
  const said = TOLD_FIELDS.flatMap((field) => {
    const lines = fields.get(field);
    return lines ? [[field, lines.join("\n").trim()] as const] : [];
  });
  return { ...Object.fromEntries(said), options: options.map((lines) => lines.join("\n").trim()) };
}

const ANSWER_IN_STEM = /[（(]\s*([A-ZＡ-Ｚ]{1,10}|√|×|✓|✗|对|错|正确|错误)\s*[)）](?=[^（()）]*$)/u;

/** "……是（ A ）。": the answer stands in the stem, as in a paper that somebody has filled in. */
function withAnswerInStem(told: Told): { told: Told; isTaken: boolean } {
  const found = told.answer || told.parts ? null : ANSWER_IN_STEM.exec(told.stem ?? "");
  const isLetter = /^[A-ZＡ-Ｚ]+$/u.test(found?.[1] ?? "");
  if (!found || isLetter !== told.options.length > 0) return { told, isTaken: false };
  const stem = `${told.stem?.slice(0, found.index)}（　　）${told.stem?.slice(found.index + found[0].length)}`;
  return { told: { ...told, stem, answer: found[1] as string }, isTaken: true };
}

/** The lines of a question, with what a heading said of it, so that it reads the same by itself. */
function rawOf({ lines, context, fields }: TextBlock): string {
  const said = [
    ...(context.kind !== "" && !fields.has("kind") ? [`【${FIELD_NAMES.kind}】${context.kind}`] : []),
    ...(context.worth !== "" && !fields.has("worth") ? [`【${FIELD_NAMES.worth}】${context.worth}`] : []),
  ];
  return [...said, ...lines].join("\n").trimEnd();
}

const placed = (block: TextBlock) => block.gathered.map((lines) => lines.join("\n").trim());

function rowOf(block: TextBlock): ParsedRow {
  const { context, line } = block;
  const own = toldOf(block);
  const whole: Told = {
    ...own,
    ...(own.kind === undefined && context.kind !== "" && { kind: context.kind }),
    ...(own.worth === undefined && context.worth !== "" && { worth: context.worth }),
    ...(block.parts.length > 0 && { parts: block.parts.map(toldOf).map(withInlineOptions) }),
  };
  const { told, isTaken } = withAnswerInStem(withInlineOptions(whole));
  const place: ToldPlace = (field) => ({ line, column: field === "option" ? "选项" : FIELD_NAMES[field] });
  const keyed = withGathered(told, placed(block), place("answer"));
  const read = questionOfTold(keyed.told, place, () => place);
  const problems = [
    ...(isTaken ? [doubtful("answer-from-stem", { value: told.answer ?? "" }, place("answer"))] : []),
    ...keyed.problems,
    ...read.problems,
  ];
  return { line, raw: rawOf(block), draft: read.draft, problems };
}

/** A Chinese text of questions (D11): numbered, with 【答案】 and the like, as people paste it or write it in Word. */
export function readText(source: string): ParsedFile {
  const lines = source.replace(/^\uFEFF/u, "").split(/\r\n?|\n/u);
  const reader = new TextReader(lines.some((line) => numberOf(line.trim()) !== null && headingOf(line.trim()) === null));
  const keys = gatheredKeys(lines);
  const problems: RowProblem[] = [];
  let from = 0;
  let first = 0;
  for (const key of [...keys, null]) {
    for (const [at, line] of lines.slice(from, key?.from).entries()) reader.take(line, from + at + 1);
    if (!key) break;
    problems.push(...placeKey(key, reader.blocks.slice(first), reader));
    reader.pause();
    from = key.to;
    first = reader.blocks.length;
  }
  const rows = reader.blocks.map(rowOf);
  return { problems: rows.length === 0 ? [wrong("file-without-questions")] : problems, rows };
}
