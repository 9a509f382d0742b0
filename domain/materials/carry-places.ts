/** A block of a text: its name (p7) and its words. */
export type PlacedBlock = Readonly<{ id: string; text: string }>;
/** Where something stands: after a block, by its name and by its words; "" is the end of the text. */
export type Place = Readonly<{ after: string; words?: string | undefined }>;

/** A paragraph that was changed by more than this is another paragraph. */
const ALIKE = 0.6;
const MOST_CHARS = 2_000;

const squeezed = (text: string) => text.replaceAll(/\s/gu, "").slice(0, MOST_CHARS);

function pairsOf(text: string): Map<string, number> {
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < text.length; at += 1) pairs.set(text.slice(at, at + 2), (pairs.get(text.slice(at, at + 2)) ?? 0) + 1);
  return pairs;
}

/** How much two paragraphs have in common, 0 to 1: pairs of letters in both (Dice). */
export function likenessOf(one: string, other: string): number {
  const [left, right] = [squeezed(one), squeezed(other)];
  if (left === right) return 1;
  if (left.length < 2 || right.length < 2) return 0;
  const pairs = pairsOf(left);
  let common = 0;
  for (const [pair, times] of pairsOf(right)) common += Math.min(times, pairs.get(pair) ?? 0);
  return (2 * common) / (left.length + right.length - 2);
}

/**
 * The block of a wording after which something stands: the named one when its words are the same, else the one with those words, else the
 * likest. "" when there is none any more, and for what stood at the end. Without words the name alone decides.
 */
export function placeIn(blocks: readonly PlacedBlock[], { after, words }: Place): string {
  if (after === "") return "";
  const named = blocks.find(({ id }) => id === after);
  if (words === undefined) return named ? after : "";
  const sought = squeezed(words);
  if (named && squeezed(named.text) === sought) return after;
  const moved = blocks.find(({ text }) => squeezed(text) === sought);
  if (moved) return moved.id;
  let best = { id: "", likeness: ALIKE };
  for (const { id, text } of blocks) {
    const likeness = likenessOf(words, text);
    if (likeness > best.likeness) best = { id, likeness };
  }
  return best.id;
}
