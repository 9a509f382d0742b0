import { closestEnd, searchRoughly } from "./approximate-search.ts";
import { type Place, placeIn, type Selectors, startOfBlock, type TextBlock, wholeTextOf } from "./selectors.ts";

export type Anchor = Place & Readonly<{ how: "range" | "position" | "quote"; score: number }>;

/** Below this, in thousandths, what was found is something else, and the annotation is an orphan (D12). */
export const FLOOR = 750;
const MOST_ERRORS = 256;
/**
 * A whole paragraph that moved has other neighbours and an old place, so at best 52 of 92 points. Words of this length that stand in
 * the text once, unchanged, are the same words wherever they stand: they need no floor.
 */
const SURE_LENGTH = 12;
/** A very short quotation may stand in a long text thousands of times; the nearest ones are enough to choose from. */
const MOST_OCCURRENCES = 200;

type Candidate = Readonly<{ start: number; end: number; errors: number }>;

/** How much of `wanted` stands in `text`: 1 for all of it. Nothing wanted is fully met. */
function similarity(text: string, wanted: string): number {
  if (wanted === "") return 1;
  if (text === "") return 0;
  return 1 - closestEnd(text, wanted).errors / wanted.length;
}

/** score = (50·quote + 20·prefix + 20·suffix + 2·position) / 92, in thousandths (D12). */
function scoreOf(whole: string, { textStart, exact, prefix, suffix }: Selectors, { start, end, errors }: Candidate): number {
  const quote = 1 - errors / exact.length;
  const before = similarity(whole.slice(Math.max(0, start - prefix.length), start), prefix);
  const after = similarity(whole.slice(end, end + suffix.length), suffix);
  const position = 1 - Math.min(1, Math.abs(start - textStart) / Math.max(1, whole.length));
  return Math.round((1_000 * (50 * quote + 20 * before + 20 * after + 2 * position)) / 92);
}

function occurrencesOf(whole: string, exact: string, near: number): Candidate[] {
  const found: Candidate[] = [];
  for (let start = whole.indexOf(exact); start !== -1; start = whole.indexOf(exact, start + 1))
    found.push({ start, end: start + exact.length, errors: 0 });
  return found.sort((one, other) => Math.abs(one.start - near) - Math.abs(other.start - near)).slice(0, MOST_OCCURRENCES);
}

function bestByQuote(whole: string, selectors: Selectors): (Candidate & { score: number }) | null {
  const { exact, textStart } = selectors;
  const exactly = occurrencesOf(whole, exact, textStart);
  const maxErrors = Math.min(MOST_ERRORS, Math.floor(exact.length / 2));
  const candidates = exactly.length > 0 ? exactly : searchRoughly(whole, exact, maxErrors);
  const isSure = exactly.length === 1 && exact.length >= SURE_LENGTH;
  let best: (Candidate & { score: number }) | null = null;
  for (const candidate of candidates) {
    const score = scoreOf(whole, selectors, candidate);
    if (score > (best?.score ?? -1)) best = { ...candidate, score };
  }
  return best && (isSure || best.score >= FLOOR) ? best : null;
}

/**
 * Where a quotation stands in another wording (D12): at the same place of the same block, else at the same place of the whole text, if
 * the words there are exactly the quoted ones; else where the words, or nearly these words, stand in the likest neighbourhood.
 * Null: nowhere, an orphan.
 */
export function reAnchor(blocks: readonly TextBlock[], selectors: Selectors): Anchor | null {
  const { block, blockStart, blockEnd, textStart, textEnd, exact } = selectors;
  if (exact === "") return null;
  const found = startOfBlock(blocks, block);
  if (found?.block.text.slice(blockStart, blockEnd) === exact) {
    const at = found.at + blockStart;
    return { block, blockStart, blockEnd, textStart: at, textEnd: at + exact.length, how: "range", score: 1_000 };
  }
  const whole = wholeTextOf(blocks);
  if (whole.slice(textStart, textEnd) === exact) {
    const place = placeIn(blocks, textStart, textEnd);
    if (place) return { ...place, how: "position", score: 1_000 };
  }
  const best = bestByQuote(whole, selectors);
  const place = best && placeIn(blocks, best.start, best.end);
  return best && place ? { ...place, how: "quote", score: best.score } : null;
}
