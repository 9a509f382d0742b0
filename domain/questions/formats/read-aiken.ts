import type { ParsedFile, ParsedRow } from "#domain/questions/parsed-file.ts";
import type { ToldPlace } from "./candidate-of-told.ts";
import { leadingLetter } from "./option-lines.ts";
import { wrong } from "./problem.ts";
import { questionOfTold } from "./question-of-told.ts";
import { FIELD_NAMES } from "./told.ts";

type Block = { line: number; lines: string[]; stem: string[]; options: string[][]; answer: string | null };

const ANSWER = /^(?:ANSWER|答案|正确答案)\s*[:：]\s*(.*)$/iu;
const fresh = (): Block => ({ line: 0, lines: [], stem: [], options: [], answer: null });

/** Blocks end with their answer; one whose answer is missing ends where a blank line follows its options. */
function blocksOf(source: string): Block[] {
  const blocks: Block[] = [];
  let block = fresh();
  const close = () => {
    if (block.lines.length > 0) blocks.push(block);
    block = fresh();
  };
  for (const [at, line] of source
    .replace(/^\uFEFF/u, "")
    .split(/\r\n?|\n/u)
    .entries()) {
    const plain = line.trim();
    if (plain === "") {
      if (block.options.length > 0) close();
      continue;
    }
    if (block.lines.length === 0) block.line = at + 1;
    block.lines.push(line);
    const answer = ANSWER.exec(plain);
    const option = leadingLetter(plain);
    const isNext = option !== null && block.stem.length > 0 && option.letter.charCodeAt(0) - 65 === block.options.length;
    if (answer) {
      block.answer = answer[1] ?? "";
      close();
    } else if (isNext) block.options.push([option.rest]);
    else (block.options.at(-1) ?? block.stem).push(plain);
  }
  close();
  return blocks;
}

function rowOf({ line, lines, stem, options, answer }: Block): ParsedRow {
  const place: ToldPlace = (field) => ({ line, column: field === "option" ? "选项" : FIELD_NAMES[field] });
  const told = { kind: "选择题", stem: stem.join("\n"), options: options.map((text) => text.join("\n")), answer: answer ?? "" };
  // Options that follow no stem are no options: what is missing is the question above them.
  const isHeadless = options.length === 0 && leadingLetter(stem[0] ?? "")?.letter === "A";
  const lack = isHeadless ? wrong("stem-missing", {}, place("stem")) : wrong("too-few", { least: 2 }, place("option"));
  const few = options.length < 2 ? [lack] : [];
  const read = few.length > 0 ? { draft: null, problems: few } : questionOfTold(told, place, () => place);
  return { line, raw: lines.join("\n"), ...read };
}

/** An Aiken file: a stem, options with capital letters, "ANSWER: B". Several letters (AC) and 答案：are read too. */
export function readAiken(source: string): ParsedFile {
  const rows = blocksOf(source).map(rowOf);
  return { problems: rows.length === 0 ? [wrong("file-without-questions")] : [], rows };
}
