import { likenessOf } from "./carry-places.ts";

/** What became of a paragraph from one wording to the next. */
export type ParagraphChange = Readonly<{ kind: "same" | "changed" | "removed" | "added"; before: string; after: string }>;

/** Above this many lines a table of all against all would be too large; the middle is then told as taken out and put in. */
const MOST_CELLS = 4_000_000;
const ALIKE = 0.4;

type Step = ParagraphChange;
const removed = (before: string): Step => ({ kind: "removed", before, after: "" });
const added = (after: string): Step => ({ kind: "added", before: "", after });
const same = (text: string): Step => ({ kind: "same", before: text, after: text });

/** The longest run of paragraphs both have, in order; what is between is taken out or put in. */
function stepsBetween(before: readonly string[], after: readonly string[]): Step[] {
  const [rows, columns] = [before.length, after.length];
  if (rows * columns > MOST_CELLS) return [...before.map(removed), ...after.map(added)];
  const lengths = Array.from({ length: rows + 1 }, () => new Uint32Array(columns + 1));
  const at = (row: number, column: number) => lengths[row]?.[column] ?? 0;
  for (let row = rows - 1; row >= 0; row -= 1)
    for (let column = columns - 1; column >= 0; column -= 1)
      (lengths[row] as Uint32Array)[column] =
        before[row] === after[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
  const steps: Step[] = [];
  let [row, column] = [0, 0];
  while (row < rows || column < columns) {
    const [old, fresh] = [before[row], after[column]];
    if (old !== undefined && old === fresh) {
      steps.push(same(old));
      row += 1;
      column += 1;
    } else if (old !== undefined && (fresh === undefined || at(row + 1, column) >= at(row, column + 1))) {
      steps.push(removed(old));
      row += 1;
    } else {
      steps.push(added(fresh ?? ""));
      column += 1;
    }
  }
  return steps;
}

/** Between two paragraphs that stayed, what went and what came are paired in order where they are alike: that one was changed. */
function paired(steps: readonly Step[]): ParagraphChange[] {
  const result: ParagraphChange[] = [];
  let [gone, come]: [string[], string[]] = [[], []];
  const flush = () => {
    for (const old of gone) {
      const match = come.findIndex((fresh) => likenessOf(old, fresh) >= ALIKE);
      if (match === -1) {
        result.push(removed(old));
        continue;
      }
      result.push(...come.slice(0, match).map(added), { kind: "changed", before: old, after: come[match] ?? "" });
      come = come.slice(match + 1);
    }
    result.push(...come.map(added));
    [gone, come] = [[], []];
  };
  for (const step of steps) {
    if (step.kind === "removed") gone.push(step.before);
    else if (step.kind === "added") come.push(step.after);
    else {
      flush();
      result.push(step);
    }
  }
  flush();
  return result;
}

const paragraphsOf = (body: string) =>
  body
    .split(/\n{2,}/u)
    .map((part) => part.trim())
    .filter((part) => part !== "");

/** Two wordings compared paragraph by paragraph, in the order of the newer one. */
export function paragraphChanges(before: string, after: string): ParagraphChange[] {
  return paired(stepsBetween(paragraphsOf(before), paragraphsOf(after)));
}
