import { letterOf } from "./candidate.ts";
import { escapeSigns, splitAtSigns, unescapeSigns } from "./escaped-text.ts";

export type Matching = { lefts: string[]; rights: string[]; pairs: number[] | null };

const ARROW = /\s*(?:->|→|⇒|=>|——>|－>)\s*/u;

/** Two lists side by side, "left | right" line by line; either may be the longer one. Null when a line has not two sides. */
function listed(lines: readonly string[]): Matching | null {
  const sides = lines.map((line) => splitAtSigns(line, "|｜").map((side) => unescapeSigns(side).trim()));
  if (sides.some((side) => side.length !== 2)) return null;
  const side = (at: number) => sides.map((pair) => pair[at] ?? "").filter((text) => text !== "");
  return { lefts: side(0), rights: side(1), pairs: null };
}

/** Pairs as people write them, "left -> right"; a line without a left is a right too many. */
function paired(lines: readonly string[]): Matching | null {
  const pairs = lines.map((line) => line.split(ARROW));
  if (pairs.some((pair) => pair.length !== 2 || (pair[1] ?? "").trim() === "")) return null;
  return matchingOfPairs(pairs.map(([left = "", right = ""]) => [left.trim(), right.trim()] as const));
}

/**
 * Pairs as a question keeps them. The rights are sorted, so that their order tells nothing about which belongs to which; equal rights
 * stand once. A pair without a left is a right too many.
 */
export function matchingOfPairs(pairs: readonly (readonly [string, string])[]): Matching & { pairs: number[] } {
  const rights = [...new Set(pairs.map(([, right]) => right))].sort((one, other) => (one < other ? -1 : 1));
  const whole = pairs.filter(([left]) => left !== "");
  return { lefts: whole.map(([left]) => left), rights, pairs: whole.map(([, right]) => rights.indexOf(right)) };
}

/** The two lists of a matching question, and the pairs where the lines tell them. */
export function readMatching(lines: readonly string[]): Matching | null {
  const filled = lines.filter((line) => line.trim() !== "");
  return listed(filled) ?? paired(filled);
}

/** "A-C；B-A" or "1-C,2-A": for each left the place of its right. Null when it cannot be read. */
export function readPairs(answer: string, lefts: number): number[] | null {
  const pairs = new Map<number, number>();
  const plain = answer.normalize("NFKC").toUpperCase();
  for (const piece of plain.split(/[;,、\s]+/u).filter((part) => part !== "")) {
    const [, left = "", right = ""] = /^([A-J]|\d{1,2})\s*(?:-|–|—|=|:|->|→)*\s*([A-J])$/u.exec(piece) ?? [];
    if (right === "") return null;
    pairs.set(/\d/u.test(left) ? Number(left) - 1 : left.charCodeAt(0) - 65, right.charCodeAt(0) - 65);
  }
  const places = Array.from({ length: lefts }, (_, left) => pairs.get(left) ?? -1);
  return pairs.size === lefts && places.every((place) => place >= 0) ? places : null;
}

/** What readMatching and readPairs read. */
export function writeMatching(
  lefts: readonly string[],
  rights: readonly string[],
  pairs: readonly number[],
): { lines: string[]; answer: string } {
  const side = (text: string | undefined) => escapeSigns(text ?? "", "|｜");
  return {
    lines: Array.from({ length: Math.max(lefts.length, rights.length) }, (_, at) => `${side(lefts[at])} | ${side(rights[at])}`),
    answer: pairs.map((right, left) => `${letterOf(left)}-${letterOf(right)}`).join("；"),
  };
}
