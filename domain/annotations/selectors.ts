/** A block of a text: its name (p4, s2) and its words. */
export type TextBlock = Readonly<{ id: string; text: string }>;
/** A stretch of one block, in UTF-16 units of its words. */
export type Stretch = Readonly<{ block: string; blockStart: number; blockEnd: number }>;
/** Where something was written (D12): RangeSelector, TextPositionSelector and TextQuoteSelector of W3C in one. */
export type Selectors = Stretch & Readonly<{ textStart: number; textEnd: number; exact: string; prefix: string; suffix: string }>;
/** The same without the quotation: where it stands. */
export type Place = Stretch & Readonly<{ textStart: number; textEnd: number }>;

/** How many characters around a quotation are kept. */
const AROUND = 32;

/** A text as one string: the words of its blocks, a line each. */
export const wholeTextOf = (blocks: readonly TextBlock[]): string => blocks.map(({ text }) => text).join("\n");

/** Where the block begins in the whole text, with the block; null when there is none of that name. */
export function startOfBlock(blocks: readonly TextBlock[], id: string): { block: TextBlock; at: number } | null {
  let at = 0;
  for (const block of blocks) {
    if (block.id === id) return { block, at };
    at += block.text.length + 1;
  }
  return null;
}

/** The selectors of a stretch; null when the text has no such block or the block is not that long. */
export function selectorsAt(blocks: readonly TextBlock[], { block: id, blockStart, blockEnd }: Stretch): Selectors | null {
  const found = startOfBlock(blocks, id);
  if (!found || blockStart < 0 || blockStart >= blockEnd || blockEnd > found.block.text.length) return null;
  const whole = wholeTextOf(blocks);
  const [textStart, textEnd] = [found.at + blockStart, found.at + blockEnd];
  return {
    block: id,
    blockStart,
    blockEnd,
    textStart,
    textEnd,
    exact: whole.slice(textStart, textEnd),
    prefix: whole.slice(Math.max(0, textStart - AROUND), textStart),
    suffix: whole.slice(textEnd, textEnd + AROUND),
  };
}

/** A stretch of the whole text as one of a block: of several blocks the one that holds most of it. Null for an empty stretch. */
export function placeIn(blocks: readonly TextBlock[], textStart: number, textEnd: number): Place | null {
  let best: Place | null = null;
  let at = 0;
  for (const { id, text } of blocks) {
    const [start, end] = [Math.max(textStart, at), Math.min(textEnd, at + text.length)];
    if (end - start > (best ? best.textEnd - best.textStart : 0))
      best = { block: id, blockStart: start - at, blockEnd: end - at, textStart: start, textEnd: end };
    at += text.length + 1;
  }
  return best;
}
