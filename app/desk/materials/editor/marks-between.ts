/** A stretch of a line: the same on both sides, or on one only. */
export type Stretch = Readonly<{ text: string; only: "before" | "after" | null }>;

/** How far on either side a line is looked for again after a difference. */
const REACH = 40;
const STEP = 3;

/** Where two versions of one line differ, walking along both. Long lines cost no more than their length. */
export function marksBetween(before: string, after: string): Stretch[] {
  const stretches: Stretch[] = [];
  let [same, gone, come] = ["", "", ""];
  const close = () => {
    if (same !== "") stretches.push({ text: same, only: null });
    if (gone !== "") stretches.push({ text: gone, only: "before" });
    if (come !== "") stretches.push({ text: come, only: "after" });
    [same, gone, come] = ["", "", ""];
  };
  let [left, right] = [0, 0];
  while (left < before.length && right < after.length) {
    if (before[left] === after[right]) {
      if (gone !== "" || come !== "") close();
      same += before[left];
      left += 1;
      right += 1;
      continue;
    }
    const [skip, insert] = nextMeeting(before.slice(left, left + REACH + STEP), after.slice(right, right + REACH + STEP));
    gone += before.slice(left, left + skip);
    come += after.slice(right, right + insert);
    left += skip;
    right += insert;
  }
  gone += before.slice(left);
  come += after.slice(right);
  close();
  return stretches;
}

/** Pinyin in brackets after a character, and a sign made wide: what cleaning does most often is told at once, however close it stands. */
const GLOSS = /^[(（][^\s()（）\p{Script=Han}]{1,7}[)）]/u;
const WIDE: Readonly<Record<string, string>> = { ",": "，", ":": "：", ";": "；", "!": "！", "?": "？", "(": "（", ")": "）" };

/** How much to leave out on each side until both go on alike; where they never do, one letter each. */
function nextMeeting(before: string, after: string): [number, number] {
  if (WIDE[before[0] ?? ""] === after[0] && after !== "") return [1, 1];
  const [gloss] = GLOSS.exec(before) ?? [];
  if (gloss !== undefined) return [gloss.length, 0];
  for (let sum = 1; sum <= REACH; sum += 1) {
    for (let skip = sum; skip >= 0; skip -= 1) {
      const insert = sum - skip;
      const ahead = before.slice(skip, skip + STEP);
      if (ahead !== "" && ahead === after.slice(insert, insert + ahead.length)) return [skip, insert];
    }
  }
  return [1, 1];
}
