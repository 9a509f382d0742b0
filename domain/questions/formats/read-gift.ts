import type { ParsedFile, ParsedRow } from "#domain/questions/parsed-file.ts";
import { questionOfMoodle } from "./candidate-of-moodle.ts";
import { type GiftBlock, giftBlocksOf } from "./gift-blocks.ts";
import { readGiftQuestion } from "./gift-question.ts";
import { wrong } from "./problem.ts";

const rawOf = (blocks: readonly GiftBlock[]) => {
  const [first] = blocks;
  const category = first?.category ? `$CATEGORY: ${first.category}\n\n` : "";
  return `${category}${blocks.map(({ lines }) => lines.join("\n")).join("\n\n")}`;
};

function rowOf(blocks: readonly GiftBlock[]): ParsedRow {
  const [head, ...behind] = blocks.map(readGiftQuestion);
  const line = blocks[0]?.line ?? 1;
  const raw = rawOf(blocks);
  const problems = [...(head?.problems ?? []), ...behind.flatMap((one) => one.problems)];
  const parts = behind.map(({ question }) => question).filter((question) => question !== null);
  if (!head?.question || parts.length < behind.length) return { line, raw, draft: null, problems };
  const read = questionOfMoodle(head.question, parts, { line });
  return { line, raw, draft: read.draft, problems: [...problems, ...read.problems] };
}

/** A GIFT file (D11): its questions one by one, each with its line. A broken one does not touch the others. */
export function readGift(source: string): ParsedFile {
  const blocks = giftBlocksOf(source);
  const rows: ParsedRow[] = [];
  for (let at = 0; at < blocks.length; ) {
    const count = 1 + (blocks[at]?.remark.parts ?? 0);
    rows.push(rowOf(blocks.slice(at, at + count)));
    at += count;
  }
  return { problems: rows.length === 0 ? [wrong("file-without-questions")] : [], rows };
}
