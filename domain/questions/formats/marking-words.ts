import type { RowProblem } from "#domain/questions/parsed-file.ts";
import { letterOf } from "./candidate.ts";
import { escapeSigns, splitAtSigns, unescapeSigns } from "./escaped-text.ts";
import { doubtful, type Place, wrong } from "./problem.ts";

/** How a question is marked beyond its answer. */
export type Marking = {
  anyOrder?: boolean;
  allOrNothing?: boolean;
  foldDigits?: boolean;
  adjacentPairs?: boolean;
  caseSensitive?: boolean;
  match?: "contains" | "exact";
  weights?: number[];
  unit?: string;
};

const WORDS: readonly (readonly [RegExp, Marking])[] = [
  [/^(?:乱序|乱序匹配|顺序不限)$/u, { anyOrder: true }],
  [/^全对(?:才)?得分$/u, { allOrNothing: true }],
  [/^(?:包含|包含即可)$/u, { match: "contains" }],
  [/^(?:完全相同|完全一致)$/u, { match: "exact" }],
  [/^(?:数字互认|中文数字)$/u, { foldDigits: true }],
  [/^(?:相邻得分|按相邻对给分)$/u, { adjacentPairs: true }],
  [/^(?:区分大小写)$/u, { caseSensitive: true }],
];

const NUMBERS = /^-?\d+(?:\.\d+)?(?:e-?\d+)?$/iu;

/** "乱序；单位：千米；比例：50,50,-50,0" as what it means. A word nobody knows is a warning. */
export function readMarking(text: string, place: Place, problems: RowProblem[]): Marking {
  const marking: Marking = {};
  for (const piece of splitAtSigns(text, ";；\n").map((part) => part.trim())) {
    const known = WORDS.find(([pattern]) => pattern.test(piece));
    const [, unit] = /^单位\s*[:：]\s*(.*)$/su.exec(piece) ?? [];
    const [, weights] = /^(?:比例|选项比例|权重)\s*[:：]\s*(.*)$/su.exec(piece) ?? [];
    if (piece === "") continue;
    if (known) Object.assign(marking, known[1]);
    else if (unit !== undefined) marking.unit = unescapeSigns(unit).trim();
    else if (weights !== undefined) {
      const numbers = weights.replaceAll(/[%％\s]/gu, "").split(/[,，]/u);
      if (numbers.every((number) => NUMBERS.test(number))) marking.weights = numbers.map(Number);
      else problems.push(wrong("weight-unreadable", { value: weights.slice(0, 40) }, place));
    } else problems.push(doubtful("marking-unknown", { value: piece.slice(0, 40) }, place));
  }
  return marking;
}

/** What readMarking reads. */
export function writeMarking({ anyOrder, allOrNothing, foldDigits, adjacentPairs, caseSensitive, match, weights, unit }: Marking): string {
  return [
    ...(anyOrder ? ["乱序"] : []),
    ...(allOrNothing ? ["全对得分"] : []),
    ...(match === "contains" ? ["包含"] : []),
    ...(foldDigits ? ["数字互认"] : []),
    ...(adjacentPairs ? ["相邻得分"] : []),
    ...(caseSensitive ? ["区分大小写"] : []),
    ...(unit !== undefined ? [`单位：${escapeSigns(unit, ";；")}`] : []),
    ...(weights ? [`比例：${weights.join(",")}`] : []),
  ].join("；");
}

const PIN_WORDS = {
  first: /^(?:首位|最前|第一|first)$/iu,
  last: /^(?:末位|最后|last)$/iu,
  fixed: /^(?:原位|固定|不动|fixed)?$/iu,
} as const;
type Pin = keyof typeof PIN_WORDS;

/** "D末位；A首位；B原位"; a letter alone holds the last option last and any other where it is; "全部" holds all. */
export function readPins(text: string, count: number, place: Place, problems: RowProblem[]): (Pin | undefined)[] {
  const pins: (Pin | undefined)[] = Array.from({ length: count });
  const plain = text.normalize("NFKC").trim();
  if (plain === "" || /^(?:否|无|no|false)$/iu.test(plain)) return pins;
  if (/^(?:全部|全部固定|是|不打乱|yes|true|all)$/iu.test(plain)) return pins.fill("fixed");
  for (const piece of plain.split(/[;,、\s]+/u).filter((part) => part !== "")) {
    const [, letter = "", word = ""] = /^([A-J])[:：]?(.*)$/iu.exec(piece) ?? [];
    const at = letter.toUpperCase().charCodeAt(0) - 65;
    const named = (Object.keys(PIN_WORDS) as Pin[]).find((pin) => PIN_WORDS[pin].test(word));
    if (letter === "" || at >= count || !named) problems.push(doubtful("pin-unknown", { value: piece.slice(0, 40) }, place));
    else pins[at] = word === "" && at === count - 1 ? "last" : named;
  }
  return pins;
}

const PIN_NAMES: Readonly<Record<Pin, string>> = { first: "首位", last: "末位", fixed: "原位" };

/** What readPins reads. */
export const writePins = (pins: readonly (Pin | undefined)[]): string =>
  pins.flatMap((pin, at) => (pin ? [`${letterOf(at)}${PIN_NAMES[pin]}`] : [])).join("；");

const FEEDBACK_NAME = /^\s*([A-T]|对|错)\s*[:：]/u;

/** "A：…；C：…", or "对：…；错：…". Undefined when nothing is said; else one text for each of `count`, "" where there is none. */
export function readFeedback(text: string, count: number, place: Place, problems: RowProblem[]): string[] | undefined {
  if (text.trim() === "") return undefined;
  const said: string[] = Array.from({ length: count }, () => "");
  for (const piece of splitAtSigns(text, ";；").filter((part) => part.trim() !== "")) {
    const name = FEEDBACK_NAME.exec(piece)?.[1] ?? "";
    const at = name === "对" ? 0 : name === "错" ? 1 : name.charCodeAt(0) - 65;
    if (name === "" || at >= Math.max(count, 20)) problems.push(doubtful("feedback-beyond", { value: piece.slice(0, 40) }, place));
    else said[at] = unescapeSigns(piece.replace(FEEDBACK_NAME, "")).trim();
  }
  return Array.from(said, (one) => one ?? "");
}

/** What readFeedback reads. */
export const writeFeedback = (feedback: readonly string[], isTruth: boolean): string =>
  feedback
    .map((text, at) => ({ text, name: isTruth ? (at === 0 ? "对" : "错") : letterOf(at) }))
    .filter(({ text }) => text !== "")
    .map(({ text, name }) => `${name}：${escapeSigns(text, ";；")}`)
    .join("；");
