/**
 * Browsers and the server cut white space in a paragraph differently (cells, list items, line ends). So an address inside a paragraph
 * travels as a count of its solid characters: UTF-16 units that are not white space.
 */
const isSolid = (sign: string): boolean => !/\s/u.test(sign);

/** The words without white space. */
export const solidOf = (text: string): string => text.replace(/\s+/gu, "");

/** How many solid characters stand before the offset. */
export const toSolid = (text: string, offset: number): number => solidOf(text.slice(0, offset)).length;

/** The stretch of the text that begins at a solid character and ends behind one; null when the text has not that many. */
export function fromSolid(text: string, start: number, end: number): { start: number; end: number } | null {
  if (start < 0 || start >= end) return null;
  let solid = 0;
  let first = -1;
  for (let at = 0; at < text.length; at += 1) {
    if (!isSolid(text[at] as string)) continue;
    if (solid === start) first = at;
    solid += 1;
    if (solid === end) return { start: first, end: at + 1 };
  }
  return null;
}
