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

/** Ways of counting options: capitals, small letters, numbers, numbers in circles. What stands behind a sign, and before the next. */
const COUNTED: readonly ((place: number) => RegExp)[] = [
  (place) => new RegExp(`[(（]?${String.fromCharCode(65 + place)}[)）.．、:：]\\s*`, "u"),
  (place) => new RegExp(`(?<![A-Za-z])[(（]?${String.fromCharCode(97 + place)}[)）.．、:：]\\s*`, "u"),
  (place) => new RegExp(`(?<!\\d)[(（]?${place + 1}[)）.．、:：](?!\\d)\\s*`, "u"),
  (place) => new RegExp(`${String.fromCharCode(0x2460 + place)}\\s*`, "u"),
  (place) => new RegExp(`(?:^|\\n)\\s*${String.fromCharCode(65 + place)}(?![A-Za-z])\\s*`, "u"),
];
const MOST_OPTIONS = 10;

/** The options of a text that counts them from its beginning; null when it does not, or only one. */
function countedOptions(text: string, sign: (place: number) => RegExp): string[] | null {
  const first = sign(0).exec(text);
  if (first?.index !== 0) return null;
  const options: string[] = [];
  let rest = text.slice(first[0].length);
  for (let place = 1; place <= MOST_OPTIONS; place++) {
    const next = sign(place).exec(rest);
    options.push((next ? rest.slice(0, next.index) : rest).trim().replace(/[;；]$/u, ""));
    if (!next) break;
    rest = rest.slice(next.index + next[0].length);
  }
  return options.length > 1 ? options : null;
}

/** All options in one text: each on its line, or one behind the other with their letters, or with | or ; or commas between them. */
export function splitOptions(text: string): string[] {
  const plain = text.trim();
  if (plain === "") return [];
  const lead = leadingLetter(plain);
  const inline = lead?.letter === "A" ? followingOptions(lead.rest, "A") : [];
  if (inline.length > 1) return inline;
  for (const sign of COUNTED) {
    const counted = countedOptions(plain, sign);
    if (counted) return counted;
  }
  for (const separator of [/\n/u, /[|｜]/u, /[;；]/u, /[,，]/u, /、/u]) {
    const pieces = plain
      .split(separator)
      .map((piece) => piece.trim())
      .filter((piece) => piece !== "");
    if (pieces.length > 1) return pieces;
  }
  return lead?.letter === "A" ? inline : [plain];
}

const FIRST_INLINE = /(?:^|[\s\u3000；;])[(（]?[AＡ][)）.．、:：]\s*/u;

/** A stem with its options behind it on the same line, "甲？ A. 一 B. 二"; null when there are not at least two of them. */
export function optionsInStem(stem: string): { stem: string; options: string[] } | null {
  const found = FIRST_INLINE.exec(stem);
  if (!found || stem.slice(0, found.index).trim() === "") return null;
  const options = followingOptions(stem.slice(found.index + found[0].length), "A");
  return options.length > 1 ? { stem: stem.slice(0, found.index).trim(), options } : null;
}
