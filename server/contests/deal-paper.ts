import { type DrawnItem, drawPaper } from "#domain/papers/draw-paper.ts";
import { drawSections, seedsOf } from "#domain/papers/draw-sections.ts";
import type { PoolIndex } from "#domain/papers/pool-index.ts";
import type { ContestSubject } from "./find-contest.ts";

type Dealt = Pick<ContestSubject, "id" | "blueprint" | "sections" | "paperKind" | "rules">;

/** One person's paper of a contest, the same for the same seed. */
export function dealPaper({ id, blueprint, sections, paperKind, rules }: Dealt, pool: PoolIndex, seed: string): DrawnItem[] {
  return sections === null
    ? drawPaper(blueprint, pool, seed, rules.shuffleQuestions ? "shuffled" : "kept")
    : drawSections(sections, pool, seedsOf(paperKind, seed, id, rules.shuffleQuestions));
}
