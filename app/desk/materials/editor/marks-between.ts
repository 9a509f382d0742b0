/** A stretch of a line: the same on both sides, or on one only. */
export type Stretch = Readonly<{ text: string; only: "before" | "after" | null }>;

/** How far on either side a line is looked for again after a difference. */
const REACH = 40;
const STEP = 3;

/** Where two versions of one line differ, walking along both. Long lines cost no more than their length. */
export function marksBetween(before: string, after: string): Stretch[] {
  const stretches: { text: string; only: Stretch["only"] }[] = [];
  const add = (text: string, only: Stretch["only"]) => {
    const last = stretches.at(-1);
    if (text === "") return;
    if (last?.only === only) last.text += text;
    else stretches.push({ text, only });
  };
  let [left, right] = [0, 0];
  while (left < before.length && right < after.length) {
    if (before[left] === after[right]) {
      add(before[left] ?? "", null);
      left += 1;
      right += 1;
      continue;
    }
    const [skip, insert] = nextMeeting(before.slice(left, left + REACH + STEP), after.slice(right, right + REACH + STEP));
    add(before.slice(left, left + skip), "before");
    add(after.slice(right, right + insert), "after");
    left += skip;
    right += insert;
  }
  add(before.slice(left), "before");
  add(after.slice(right), "after");
  return stretches;
}

/** How much to leave out on each side until both go on alike; where they never do, one letter each. */
function nextMeeting(before: string, after: string): [number, number] {
  for (let sum = 1; sum <= REACH; sum += 1) {
    for (let skip = sum; skip >= 0; skip -= 1) {
      const insert = sum - skip;
      const ahead = before.slice(skip, skip + STEP);
      if (ahead !== "" && ahead === after.slice(insert, insert + ahead.length)) return [skip, insert];
    }
  }
  return [1, 1];
}
