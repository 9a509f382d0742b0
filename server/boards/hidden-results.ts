import type { Tx } from "#db/client.ts";
import { countedOf } from "#domain/attempts/state.ts";
import { compareRank, type RankFields } from "#domain/boards/rank-key.ts";
import type { HiddenResult } from "#domain/boards/reveal.ts";
import { endedAttemptsOf } from "#server/contests/ended-attempts.ts";
import type { ContestSubject } from "#server/contests/find-contest.ts";

const SLICE = 500;

export type Frozen = ContestSubject & { readonly freezeAt: Date };

/** What an entry counted for after each attempt that came after the freeze, in the order they ended. */
export async function hiddenOf(tx: Tx, contest: Frozen, entryIds: readonly number[]): Promise<Map<number, HiddenResult<RankFields>[]>> {
  const hidden = new Map<number, HiddenResult<RankFields>[]>();
  for (let from = 0; from < entryIds.length; from += SLICE) {
    const ended = await endedAttemptsOf(tx, entryIds.slice(from, from + SLICE), contest.opensAt);
    for (const [entryId, attempts] of ended) {
      const before = attempts.filter(({ closedAt }) => closedAt < contest.freezeAt);
      const later = attempts
        .filter(({ closedAt }) => closedAt >= contest.freezeAt)
        .sort((a, b) => a.closedAt.getTime() - b.closedAt.getTime());
      const stages = later.map(({ closedAt }, at) => {
        const counted = countedOf([...before, ...later.slice(0, at + 1)], contest.rules);
        return counted ? [{ entryId, at: closedAt.getTime(), counted }] : [];
      });
      hidden.set(entryId, stages.flat());
    }
  }
  return hidden;
}

/** Whether two results are the same to every board; none is the same as none. */
export const isSame = (a: RankFields | null, b: RankFields | null): boolean =>
  a === b || (a !== null && b !== null && compareRank(a, b) === 0);
