/** What the cleaner leaves where something was lost that nobody can tell (mend-bytes.ts). */
export const MARK = "〔?〕";

/** How many such places a text still has. */
export const marksIn = (text: string): number => text.split(MARK).length - 1;

/** Where the next `sought` stands after `from`, or from the top again; null when there is none. */
export function findNext(text: string, sought: string, from: number): number | null {
  if (sought === "") return null;
  const later = text.indexOf(sought, from);
  const found = later === -1 ? text.indexOf(sought) : later;
  return found === -1 ? null : found;
}
