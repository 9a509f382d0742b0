import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { Blueprint, ContestRules } from "#domain/contests/rules.ts";
import { type CountedAttempt, endedAttemptsOf } from "./ended-attempts.ts";
import type { ContestSubject } from "./find-contest.ts";
import { contestShare } from "./recount-entry.ts";

type Best = Readonly<{ best: number | null; bestAt: Date | null }>;
type Sat = {
  entry_id: string;
  person_id: string;
  contest_id: string;
  opens_at: Date;
  closes_at: Date;
  rules: ContestRules;
  blueprint: Blueprint;
  is_out: boolean;
};

/** The contests whose outcome an entry of this one counts for: its own, and the one it makes up for. */
export const subjectsOf = ({ id, makesUpFor }: Pick<ContestSubject, "id" | "makesUpFor">): number[] =>
  makesUpFor === null ? [id] : [id, makesUpFor];

/** The best share that has counted so far, and when it was reached: what recordOutcome would have written, attempt by attempt. */
function bestOf(ended: readonly CountedAttempt[], sat: Omit<Sat, "is_out">): Best {
  let found: Best = { best: null, bestAt: null };
  for (const [at, { finishedAt }] of ended.entries()) {
    const best = contestShare(ended.slice(0, at + 1), sat);
    if (best !== null && best > (found.best ?? -1)) found = { best, bestAt: finishedAt };
  }
  return found;
}

/** The better of two; of equal ones what was reached first. */
function betterOf(one: Best | undefined, other: Best): Best {
  if (!one || one.best === null) return other;
  if (other.best === null || other.best < one.best) return one;
  if (other.best > one.best) return other;
  return (other.bestAt?.getTime() ?? 0) < (one.bestAt?.getTime() ?? 0) ? other : one;
}

/**
 * Outcomes of a contest anew for the people of these entries, from what they came to in it and in its make-ups, whichever is best. Here an
 * outcome may fall, as it never does while answers come in.
 */
export async function recountOutcomes(tx: Tx, subjectId: number, entryIds: readonly number[]): Promise<void> {
  const { rows: sat } = await tx.execute<Sat>(sql`
    select e.id as entry_id, e.person_id, c.id as contest_id, c.opens_at, c.closes_at, c.rules, c.blueprint,
      exists (select 1 from sanctions s where s.entry_id = e.id and s.state = 'applied' and s.kind = 'disqualified') as is_out
    from entries e join contests c on c.id = e.contest_id
    where (c.id = ${subjectId} or c.makes_up_for = ${subjectId})
      and e.person_id in (select person_id from entries where id = any(${sql.param([...entryIds])}::bigint[])) order by e.id`);
  const best = new Map<string, Best>();
  for (const contestId of new Set(sat.map(({ contest_id }) => contest_id))) {
    const own = sat.filter(({ contest_id }) => contest_id === contestId);
    const ids = own.map(({ entry_id }) => Number(entry_id));
    const ended = await endedAttemptsOf(tx, ids, new Date(own[0]?.opens_at ?? 0));
    for (const one of own) {
      const reached = bestOf(one.is_out ? [] : (ended.get(Number(one.entry_id)) ?? []), one);
      best.set(one.person_id, betterOf(best.get(one.person_id), reached));
    }
  }
  const list = JSON.stringify([...best].map(([person, one]) => ({ person, ...one })));
  await tx.execute(sql`
    update outcomes o set best = r.best, best_at = r."bestAt"
    from jsonb_to_recordset(${list}::jsonb) as r(person bigint, best int, "bestAt" timestamptz)
    where o.person_id = r.person and o.kind = 'contest' and o.subject_id = ${subjectId} and o.best is distinct from r.best`);
}
