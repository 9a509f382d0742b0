import { type Chance, chanceOf, drawnPlaces, shuffled } from "#domain/chance.ts";
import type { Blueprint } from "#domain/contests/rules.ts";
import type { QuestionKind } from "#domain/questions/question.ts";
import { Refusal } from "#domain/refusal.ts";
import { allotmentOf, groupsOf, type PoolGroup } from "./allotment.ts";
import { type PoolIndex, type PoolQuestion, poolIndexOf } from "./pool-index.ts";

/** One place of a paper: the version, the line that asked for it (from 0) and what it is worth in milli-points. */
export type DrawnItem = {
  readonly versionId: number;
  readonly questionId: number;
  readonly kind: QuestionKind;
  readonly line: number;
  readonly worth: number;
};

/** A line that the pool cannot serve: `fits` questions suit it, `have` are left after the lines before it. */
export type Shortage = { readonly line: number; readonly wanted: number; readonly have: number; readonly fits: number };

type Pool = readonly PoolQuestion[] | PoolIndex;
const indexOf = (pool: Pool): PoolIndex => ("cells" in pool ? pool : poolIndexOf(pool));

const fitsOf = (groups: readonly PoolGroup[], line: number) =>
  groups.reduce((sum, group) => sum + (group.lines.includes(line) ? group.size : 0), 0);

const sumOf = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

/** The lines a pool is too small for, overlaps counted; an empty list means that every draw will succeed. Check it when saving. */
export function shortagesOf(blueprint: Blueprint, pool: Pool): Shortage[] {
  const groups = groupsOf(blueprint, indexOf(pool));
  const { taken } = allotmentOf(blueprint, groups, (open) => open.findIndex((count) => count > 0));
  return blueprint.flatMap(({ count: wanted }, line) => {
    const have = sumOf(taken[line] ?? []);
    return have < wanted ? [{ line, wanted, have, fits: fitsOf(groups, line) }] : [];
  });
}

/** Any free question with the same likelihood, so a large group is chosen more often. */
function byFreeQuestions(chance: Chance) {
  return (open: readonly number[]) => {
    let at = chance.below(sumOf(open));
    return open.findIndex((count) => {
      at -= count;
      return at < 0;
    });
  };
}

function questionAt({ cells }: PoolGroup, place: number): PoolQuestion {
  let at = place;
  for (const { questions } of cells) {
    const question = questions[at];
    if (question) return question;
    at -= questions.length;
  }
  throw new RangeError(`no question at ${place}`);
}

/**
 * Draws a paper: so many questions for each line, none twice, the same for the same seed. `kept` leaves the items in the order of
 * the lines. Throws the refusal `bank-too-small` rather than give a shorter paper.
 */
export function drawPaper(blueprint: Blueprint, pool: Pool, seed: string, order: "kept" | "shuffled" = "shuffled"): DrawnItem[] {
  const chance = chanceOf(seed);
  const groups = groupsOf(blueprint, indexOf(pool));
  const { taken } = allotmentOf(blueprint, groups, byFreeQuestions(chance));

  const drawn = groups.map((group, at) =>
    drawnPlaces(group.size, sumOf(taken.map((counts) => counts[at] ?? 0)), chance).map((place) => questionAt(group, place)),
  );
  const items = blueprint.flatMap(({ count, worth }, line) => {
    const questions = shuffled(
      drawn.flatMap((given, at) => given.splice(0, taken[line]?.[at] ?? 0)),
      chance,
    );
    if (questions.length < count) throw new Refusal("bank-too-small", { line: line + 1, wanted: count, have: questions.length });
    return questions.map(({ versionId, questionId, kind }) => ({ versionId, questionId, kind, line, worth }));
  });
  return order === "shuffled" ? shuffled(items, chance) : items;
}
