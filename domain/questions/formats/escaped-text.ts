/** The text with a backslash before each of `signs` and before a backslash, so that it may stand among them. */
export function escapeSigns(text: string, signs: string): string {
  return [...text].map((sign) => (sign === "\\" || signs.includes(sign) ? `\\${sign}` : sign)).join("");
}

/** What escapeSigns was given. A backslash before a letter, a digit or a space is one that somebody meant. */
export function unescapeSigns(text: string): string {
  return text.replaceAll(/\\([^\p{L}\p{N}\s])/gu, "$1");
}

/** Cut at every one of `signs` that no backslash stands before. The pieces are still escaped. */
export function splitAtSigns(text: string, signs: string): string[] {
  const pieces: string[] = [];
  let piece = "";
  let escaped = false;
  for (const sign of text) {
    if (!escaped && signs.includes(sign)) {
      pieces.push(piece);
      piece = "";
    } else piece += sign;
    escaped = !escaped && sign === "\\";
  }
  return [...pieces, piece];
}

/** Where the first unescaped one of `signs` stands; -1: nowhere. */
export function indexOfSign(text: string, signs: string, from = 0): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (signs.includes(text[at] as string)) return at;
  }
  return -1;
}
