/** The width of a text set in one size, in points. */
export type Measure = (text: string, size: number) => number;

export type Fitted = Readonly<{ lines: readonly string[]; size: number }>;

/** Pieces between which a line may break: a Latin word with the blank after it, or one character; marks that close stay with what is before. */
const pieces = (text: string): string[] =>
  text.match(/[\p{Script=Latin}\p{N}'’.-]+\s*|[（《“‘【(]?.[，。、；：？！）》”’】,.;:?!)·]*\s*/gsu) ?? [];

function brokenAt(text: string, size: number, width: number, measure: Measure): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces(text)) {
    if (line !== "" && measure((line + piece).trimEnd(), size) > width) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += piece;
  }
  if (line.trim() !== "") lines.push(line.trimEnd());
  return lines;
}

/** Lines of about the same length look better than a full one with a word below it. */
function balanced(text: string, size: number, width: number, measure: Measure): string[] {
  const lines = brokenAt(text, size, width, measure);
  if (lines.length < 2) return lines;
  for (let narrow = measure(text, size) / lines.length; narrow < width; narrow += size / 2) {
    const tried = brokenAt(text, size, narrow, measure);
    if (tried.length === lines.length && tried.every((line) => measure(line, size) <= width)) return tried;
  }
  return lines;
}

function cut(line: string, size: number, width: number, measure: Measure): string {
  const characters = [...line];
  while (characters.length > 0 && measure(`${characters.join("")}…`, size) > width) characters.pop();
  return `${characters.join("").trimEnd()}…`;
}

/** A text in at most so many lines of a width: set smaller, step by step, and only then cut off. */
export function fitText(
  text: string,
  { width, size, least, most }: Readonly<{ width: number; size: number; least: number; most: number }>,
  measure: Measure,
): Fitted {
  for (let tried = size; tried >= least; tried -= 1) {
    const lines = balanced(text, tried, width, measure);
    if (lines.length <= most && lines.every((line) => measure(line, tried) <= width)) return { lines, size: tried };
  }
  const lines = brokenAt(text, least, width, measure);
  const kept = lines.slice(0, most).map((line) => (measure(line, least) > width ? cut(line, least, width, measure) : line));
  const rest = lines.slice(most - 1).join("");
  if (lines.length > most) kept[most - 1] = cut(rest, least, width, measure);
  return { lines: kept, size: least };
}
