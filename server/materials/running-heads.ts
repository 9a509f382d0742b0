import { type DraftLine, isProse } from "./draft-line.ts";
import { PAGE_NUMBER } from "./furniture-words.ts";

const LONGEST = 40;

/** The places of lines that stand beside the numbers of two printed pages or more: the running heads of those pages. */
export function runningHeads(lines: DraftLine[]): number[] {
  const written = [...lines.keys()].filter((at) => lines[at]?.text !== "");
  const textAt = (place: number) => lines[written[place] ?? -1]?.text ?? "";
  const isBeside = (place: number) => PAGE_NUMBER.test(textAt(place - 1)) || PAGE_NUMBER.test(textAt(place + 1));
  const beside = [...written.keys()].filter((place) => isBeside(place) && textAt(place).length <= LONGEST && !isProse(textAt(place)));
  const times = new Map<string, number>();
  for (const place of beside) times.set(textAt(place), (times.get(textAt(place)) ?? 0) + 1);
  return beside.filter((place) => (times.get(textAt(place)) ?? 0) >= 2).map((place) => written[place] ?? 0);
}
