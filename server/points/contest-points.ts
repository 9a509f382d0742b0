import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { pointEntries } from "#db/schema/points.ts";
import { dayOf } from "#domain/certificates/day-of.ts";
import type { Blueprint } from "#domain/contests/rules.ts";
import { changeOf, grantedOf } from "#domain/points/grant.ts";
import { earnedOf } from "#domain/points/policy.ts";
import { grantPoints } from "./grant-points.ts";
import { lockPoints } from "./lock-points.ts";
import { policyById } from "./policy-at.ts";
import { NOTHING, sofarOf } from "./sofar-of.ts";

type Contest = Readonly<{ id: number; slug: string; title: string; blueprint: Blueprint }>;

const sourceOf = ({ id }: Contest) => `contest ${id}`;
const aboutOf = ({ title, slug }: Contest) => ({ title, path: `/contests/${slug}` });

/** The counted results as shares of the paper, in ten-thousandths. */
async function sharesOf(tx: Tx, { id, blueprint }: Contest): Promise<{ personId: number; share: number }[]> {
  const worth = blueprint.reduce((sum, line) => sum + line.count * line.worth, 0);
  if (worth === 0) return [];
  const { rows } = await tx.execute<{ person_id: string; score_milli: number; counts: boolean }>(sql`
    select e.person_id, s.score_milli, s.counts from standings s join entries e on e.id = s.entry_id
    where s.contest_id = ${id} order by e.person_id`);
  // What does not count any more is worth nothing, and is still told so: a ruling may have voided it.
  return rows.map((row) => ({
    personId: Number(row.person_id),
    share: row.counts ? Math.max(0, Math.min(10_000, Math.round((row.score_milli * 10_000) / worth))) : 0,
  }));
}

/** Gives everybody the points of a contest by the share of its marks, when its results are published. */
export async function payContest(tx: Tx, contest: Contest, now: Date): Promise<void> {
  const grants = (await sharesOf(tx, contest)).map(({ personId, share }) => ({
    ...{ personId, rule: "contest" as const, source: sourceOf(contest), share, why: aboutOf(contest) },
  }));
  await grantPoints(tx, grants, now);
}

type Paid = { id: string; person_id: string; policy_id: string; earned: number; granted: number };

/** What the contest gave everybody so far, with what rulings changed of it; an administrator's correction stays what it is. */
async function paidFor(tx: Tx, contest: Contest): Promise<Paid[]> {
  const { rows } = await tx.execute<Paid>(sql`
    select e.id, e.person_id, e.policy_id, e.earned + coalesce(sum(c.earned), 0)::int as earned, e.granted + coalesce(sum(c.granted), 0)::int as granted
    from point_entries e left join point_entries c on c.corrects_id = e.id and c.rule = 'ruling'
    where e.source = ${sourceOf(contest)} and e.rule = 'contest' group by e.id order by e.person_id`);
  return rows;
}

/**
 * Lets the points of a contest follow a ruling that was applied (D7), or a mark set by hand; `cause` names it. One more entry for everybody
 * whose result is worth another number now, by the rules it was paid under. Nothing where it never paid. Last in the transaction, as grantPoints.
 */
export async function correctContestPoints(tx: Tx, contest: Contest, cause: string, now: Date): Promise<void> {
  const everybody = await paidFor(tx, contest);
  if (everybody.length === 0) return;
  await lockPoints(
    tx,
    everybody.map(({ person_id }) => Number(person_id)),
  );
  const paid = await paidFor(tx, contest);
  const shares = new Map((await sharesOf(tx, contest)).map(({ personId, share }) => [personId, share]));
  const policies = new Map<number, NonNullable<Awaited<ReturnType<typeof policyById>>>>();
  for (const id of new Set(paid.map(({ policy_id }) => Number(policy_id)))) {
    const kept = await policyById(tx, id);
    if (kept) policies.set(id, kept);
  }
  const day = dayOf(now);
  const sums = await sofarOf(tx, [...shares.keys()], day);
  const entries = paid.flatMap((entry) => {
    const [personId, kept] = [Number(entry.person_id), policies.get(Number(entry.policy_id))];
    if (!kept) return [];
    const share = shares.get(personId) ?? 0;
    const change = changeOf(entry, earnedOf(kept.policy, "contest", share));
    if (change.earned === 0) return [];
    const { group } = kept.policy.rules.contest;
    const { granted, cutBy } =
      change.granted > 0 ? grantedOf(kept.policy, group, change.granted, sums.get(personId) ?? NOTHING) : { ...change, cutBy: null };
    return [
      {
        ...{ personId, rule: "ruling" as const, source: `${sourceOf(contest)} ${cause}`, day, earned: change.earned, granted },
        ...{ capGroup: group, policyId: kept.id, correctsId: Number(entry.id), enteredAt: now },
        why: { ...aboutOf(contest), share, ...(cutBy === null ? {} : { cutBy }) },
      },
    ];
  });
  for (let at = 0; at < entries.length; at += 500)
    await tx
      .insert(pointEntries)
      .values(entries.slice(at, at + 500))
      .onConflictDoNothing();
}
