import { chanceOf, shuffled } from "#domain/chance.ts";
import type { Blueprint } from "#domain/contests/rules.ts";
import { type DrawnItem, drawPaper, shortagesOf } from "./draw-paper.ts";
import { type PoolQuestion, poolIndexOf } from "./pool-index.ts";

/**
 * The paper of a rehearsal: drawn as the blueprint asks, as far as the questions go; for what it lacks any others, worth as much, so that
 * the paper is as long; shorter where there are no more. None twice, the same for the same seed; without any question, empty.
 */
export function drawRehearsal(
  blueprint: Blueprint,
  bank: readonly PoolQuestion[],
  seed: string,
  order: "kept" | "shuffled",
): Pick<DrawnItem, "versionId" | "worth">[] {
  const pool = poolIndexOf(bank);
  const have = new Map(shortagesOf(blueprint, pool).map((short) => [short.line, short.have]));
  const lines = blueprint.map((line, at) => ({ ...line, count: have.get(at) ?? line.count }));
  const whole = lines.filter(({ count }) => count > 0);
  const drawn = whole.length === 0 ? [] : drawPaper(whole, pool, seed, "kept");
  const taken = new Set(drawn.map(({ questionId }) => questionId));
  const free = pool.cells.flatMap(({ questions }) => questions).filter(({ questionId }) => !taken.has(questionId));
  const chance = chanceOf(`${seed}/others`);
  const worths = blueprint.flatMap(({ count, worth }, at) => Array<number>(count - (have.get(at) ?? count)).fill(worth));
  const others = shuffled(free, chance)
    .slice(0, worths.length)
    .map(({ versionId }, at) => ({ versionId, worth: worths[at] ?? 0 }));
  const items = [...drawn.map(({ versionId, worth }) => ({ versionId, worth })), ...others];
  return order === "shuffled" ? shuffled(items, chance) : items;
}
