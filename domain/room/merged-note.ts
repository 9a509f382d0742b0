/** How much of the base both texts still begin with. */
function commonStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at < most && a[at] === b[at]) at += 1;
  return at;
}

/** The change from one text to another as one stretch: what stood from `start` to `end` became `text`. */
function changeOf(base: string, text: string): { start: number; end: number; text: string } {
  const start = commonStart(base, text);
  let tail = 0;
  while (tail < base.length - start && tail < text.length - start && base.at(-1 - tail) === text.at(-1 - tail)) tail += 1;
  return { start, end: base.length - tail, text: text.slice(start, text.length - tail) };
}

/**
 * One text out of two that were made of the same `base` by two people at once: both changes in their places; where both added at the
 * same place, `theirs` (which was saved first) and then `mine`. Null where both changed the same words: a person has to look.
 */
export function mergedNote(base: string, mine: string, theirs: string): string | null {
  if (mine === theirs || mine === base) return theirs;
  if (theirs === base) return mine;
  const [own, other] = [changeOf(base, mine), changeOf(base, theirs)];
  if (own.start === own.end && other.start === other.end && own.start === other.start) {
    const between = other.text.endsWith("\n") || own.text.startsWith("\n") ? "" : "\n";
    return base.slice(0, own.start) + other.text + between + own.text + base.slice(own.start);
  }
  const [first, second] = own.start < other.start ? [own, other] : [other, own];
  if (first.end > second.start || (first.end === second.start && first.start === second.start)) return null;
  return base.slice(0, first.start) + first.text + base.slice(first.end, second.start) + second.text + base.slice(second.end);
}
