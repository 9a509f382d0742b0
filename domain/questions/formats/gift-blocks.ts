import type { RowProblem } from "#domain/questions/parsed-file.ts";
import { categoryOfMoodle } from "./candidate-of-moodle.ts";
import { doubtful } from "./problem.ts";
import { type Remark, readRemark } from "./remark.ts";

/** The lines of one question, with what stood before it. */
export type GiftBlock = {
  line: number;
  lines: string[];
  text: string;
  category: string;
  tags: string[];
  remark: Remark;
  problems: RowProblem[];
};

const TAG = /\[tag:((?:\\.|[^\]\\])+)\]/gu;

/** What a comment tells: Moodle's tags, and a remark of ours. */
function told(comment: string, block: GiftBlock): void {
  const remark = readRemark(comment);
  if (remark === null) block.problems.push(doubtful("remark-unreadable", {}, { line: block.line }));
  else if (remark) Object.assign(block.remark, remark);
  else for (const [, tag = ""] of comment.matchAll(TAG)) block.tags.push(tag.replaceAll(/\\(.)/gu, "$1"));
}

const CATEGORY = /^\s*\$CATEGORY:(.*)$/u;

/** The questions of a GIFT file: blank lines part them, "//" begins a comment, "$CATEGORY:" holds for all that follow. */
export function giftBlocksOf(source: string): GiftBlock[] {
  const blocks: GiftBlock[] = [];
  let category = "";
  const fresh = (line: number): GiftBlock => ({ ...{ line, lines: [], text: "", category, tags: [], remark: {}, problems: [] } });
  let block = fresh(1);
  const close = (next: number) => {
    block.text = block.lines
      .filter((line) => !/^\s*\/\//u.test(line))
      .join("\n")
      .trim();
    if (block.text !== "") blocks.push(block);
    // Comments by themselves belong to nobody: a heading between questions, say.
    block = fresh(next);
  };
  for (const [at, line] of source
    .replace(/^\uFEFF/u, "")
    .split(/\r\n?|\n/u)
    .entries()) {
    const named = CATEGORY.exec(line);
    if (named) {
      category = categoryOfMoodle((named[1] ?? "").trim());
      close(at + 2);
    } else if (line.trim() === "") close(at + 2);
    else {
      if (/^\s*\/\//u.test(line)) told(line.replace(/^\s*\/\//u, ""), block);
      else if (block.text === "" && block.lines.every((one) => /^\s*\/\//u.test(one))) block.line = at + 1;
      block.lines.push(line);
    }
  }
  close(0);
  return blocks;
}
