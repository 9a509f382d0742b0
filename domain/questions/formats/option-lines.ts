/** The letter before an option, however wide: A. A． A、 A) (A) （A） A: */
const LEAD = /^[(（]?([A-ZＡ-Ｚ])(?:[)）.．、:：]|\s+(?=\S))\s*/u;
const INLINE = /(?<!\\)(?:^|[\s\u3000;；])[(（]?([A-ZＡ-Ｚ])[)）.．、:：]\s*/gu;

/** The capital letter an option begins with, narrow, or null. */
export function leadingLetter(line: string): { letter: string; rest: string } | null {
  const found = LEAD.exec(line);
  return found ? { letter: (found[1] as string).normalize("NFKC"), rest: line.slice(found[0].length) } : null;
}

/** "甲  B. 乙  C. 丙" behind the option `first`: the texts of it and of those that follow it letter by letter. */
export function followingOptions(text: string, first: string): string[] {
  const texts: string[] = [];
  let start = 0;
  let wanted = first.charCodeAt(0) + 1;
  for (const mark of text.matchAll(INLINE)) {
    if (mark.index === 0 || (mark[1] as string).normalize("NFKC").charCodeAt(0) !== wanted) continue;
    texts.push(text.slice(start, mark.index).trim());
    start = mark.index + mark[0].length;
    wanted++;
  }
  return [...texts, text.slice(start).trimStart()];
}

/** All options in one text: each on its line, or one behind the other with their letters, or with | or ; between them. */
export function splitOptions(text: string): string[] {
  const plain = text.trim();
  if (plain === "") return [];
  const lead = leadingLetter(plain);
  if (lead?.letter === "A") return followingOptions(lead.rest, "A");
  for (const separator of [/\n/u, /[|｜]/u, /[;；]/u]) {
    const pieces = plain
      .split(separator)
      .map((piece) => piece.trim())
      .filter((piece) => piece !== "");
    if (pieces.length > 1) return pieces;
  }
  return [plain];
}

const FIRST_INLINE = /(?:^|[\s\u3000；;])[(（]?[AＡ][)）.．、:：]\s*/u;

/** A stem with its options behind it on the same line, "甲？ A. 一 B. 二"; null when there are not at least two of them. */
export function optionsInStem(stem: string): { stem: string; options: string[] } | null {
  const found = FIRST_INLINE.exec(stem);
  if (!found || stem.slice(0, found.index).trim() === "") return null;
  const options = followingOptions(stem.slice(found.index + found[0].length), "A");
  return options.length > 1 ? { stem: stem.slice(0, found.index).trim(), options } : null;
}
