import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { pointEntries } from "#db/schema/points.ts";
import { dayOf } from "#domain/certificates/day-of.ts";
import { grantedOf, type Sofar, withGrant } from "#domain/points/grant.ts";
import { earnedOf } from "#domain/points/policy.ts";
import type { PointRule } from "#domain/points/rules.ts";
import type { PointWhy } from "#domain/points/why.ts";
import { lockPoints } from "./lock-points.ts";
import { type KeptPolicy, policyAt } from "./policy-at.ts";
import { NOTHING, sofarOf } from "./sofar-of.ts";

/** Something that happened and may give points. `source` names it: it pays once ever. `share`: of what is paid by how well it went. */
export type Grant = Readonly<{
  personId: number;
  rule: PointRule;
  source: string;
  share?: number;
  why?: Pick<PointWhy, "title" | "path">;
}>;

const ROWS = 500;

async function withoutPaid(tx: Tx, grants: readonly Grant[]): Promise<Grant[]> {
  const asked = grants.map(({ personId, rule, source }) => ({ person: personId, rule, source }));
  const { rows } = await tx.execute<{ person: string; rule: string; source: string }>(sql`
    select e.person_id as person, e.rule, e.source from point_entries e
    join jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as g (person bigint, rule text, source text)
      on e.person_id = g.person and e.rule = g.rule and e.source = g.source`);
  const seen = new Set(rows.map(({ person, rule, source }) => `${person} ${rule} ${source}`));
  return grants.filter(({ personId, rule, source }) => {
    const name = `${personId} ${rule} ${source}`;
    const isNew = !seen.has(name);
    seen.add(name);
    return isNew;
  });
}

function entryOf({ personId, rule, source, share, why }: Grant, { id, policy }: KeptPolicy, sofar: Sofar, now: Date) {
  const { group } = policy.rules[rule];
  const earned = earnedOf(policy, rule, share);
  const { granted, cutBy } = grantedOf(policy, group, earned, sofar);
  return {
    ...{ personId, rule, source, day: dayOf(now), earned, granted, capGroup: group, policyId: id, enteredAt: now },
    why: { ...why, ...(share === undefined ? {} : { share }), ...(cutBy === null ? {} : { cutBy }) },
  };
}

/**
 * Gives points for what has just happened, in the transaction of the event itself, by the rules in force: granted = min(earned, cap − Σ) of
 * the day and its week (D10). Whoever grants to the same people waits. What was paid once is not paid again, and where nothing gives
 * points nothing is written. Last in a transaction: the locks are held to its end. Any door may call it.
 */
export async function grantPoints(tx: Tx, grants: readonly Grant[], now: Date): Promise<void> {
  if (grants.length === 0) return;
  const kept = await policyAt(tx, now);
  if (!kept?.policy.isOn) return;
  const paying = grants.filter(({ rule }) => kept.policy.rules[rule].points > 0);
  if (paying.length === 0) return;
  const personIds = paying.map(({ personId }) => personId);
  await lockPoints(tx, personIds);
  // Statements of their own after the lock: they see what was granted while this one waited.
  const left = await withoutPaid(tx, paying);
  const sums = await sofarOf(tx, personIds, dayOf(now));
  const entries = left.map((grant) => {
    const sofar = sums.get(grant.personId) ?? NOTHING;
    const entry = entryOf(grant, kept, sofar, now);
    sums.set(grant.personId, withGrant(sofar, entry.capGroup, entry.granted));
    return entry;
  });
  for (let at = 0; at < entries.length; at += ROWS)
    await tx
      .insert(pointEntries)
      .values(entries.slice(at, at + ROWS))
      .onConflictDoNothing();
}
