/** The width of a character at size 1. */
export type WidthOf = (codePoint: number) => number;

const NOT_FIRST = /^[，。、；：？！）》」』】〉〕”’…—％%,.;:?!)\]}]$/u;
const NOT_LAST = /^[（《「『【〈〔“‘([{]$/u;
const IN_WORD = /^[A-Za-z0-9'’.\-_/@:&%+#]$/u;

/** What is never parted: a word of Latin letters and digits, or one character. */
function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  let isWord = false;
  for (const sign of text) {
    const joins = IN_WORD.test(sign);
    if (joins && isWord) tokens[tokens.length - 1] += sign;
    else tokens.push(sign);
    isWord = joins;
  }
  return tokens;
}

const HANGS = /^[，。、；：？！]$/u;
const WIDE = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u;
const NARROW = /^[\p{Script=Latin}\p{Nd}]$/u;

/** How a word processor sets what we set plainly: `between` Chinese and Latin characters it leaves a gap, and a mark may hang over the edge. */
export type Habits = Readonly<{ between: number; hangs: boolean }>;
const PLAIN: Habits = { between: 0, hangs: false };

const gapOf = (before: string | undefined, token: string, { between }: Habits): number => {
  const [last, first] = [before === undefined ? "" : ([...before].at(-1) ?? ""), [...token][0] ?? ""];
  return between > 0 && ((WIDE.test(last) && NARROW.test(first)) || (NARROW.test(last) && WIDE.test(first))) ? between : 0;
};

const widthOfToken = (token: string, widthOf: WidthOf): number => {
  let width = 0;
  for (const sign of token) width += widthOf(sign.codePointAt(0) ?? 0);
  return width;
};

/** A token longer than a line falls apart into its characters. */
const fitting = (token: string, room: number, widthOf: WidthOf): string[] =>
  token.length > 1 && widthOfToken(token, widthOf) > room ? [...token] : [token];

/**
 * Breaks one paragraph into lines of `room` (in multiples of the size); the first is `indent` shorter. A line neither begins with a closing
 * mark nor ends with an opening one: what stands before it comes along.
 */
export function breakLines(text: string, room: number, indent: number, widthOf: WidthOf, habits: Habits = PLAIN): string[] {
  const lines: string[][] = [[]];
  let left = room - indent;
  for (const token of tokensOf(text).flatMap((one) => fitting(one, room, widthOf))) {
    const line = lines.at(-1) as string[];
    const width = widthOfToken(token, widthOf) + gapOf(line.at(-1), token, habits);
    const hangs = habits.hangs && HANGS.test(token) && left > -1e-6;
    if (width <= left + 1e-6 || line.length === 0 || hangs) {
      line.push(token);
      left -= width;
      continue;
    }
    const carried: string[] = [token];
    while (line.length > 1 && (NOT_FIRST.test(carried[0] as string) || NOT_LAST.test(line.at(-1) as string)))
      carried.unshift(line.pop() as string);
    lines.push(carried.join("").trim() === "" ? [] : carried);
    left = room - carried.reduce((sum, one) => sum + widthOfToken(one, widthOf), 0);
  }
  return lines.map((line) => line.join("").trimEnd());
}
