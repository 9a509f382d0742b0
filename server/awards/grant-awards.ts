import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { awardGrants, awards } from "#db/schema/stages.ts";
import { can } from "#domain/access.ts";
import { phaseOf } from "#domain/contests/phase.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { phasedContest } from "#server/contests/contest-card.ts";
import { findContest } from "#server/contests/find-contest.ts";
import { reasonSchema } from "#server/input-schemas.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { awardsNow } from "./awards-now.ts";
import { awardsBeside, latestGrant, nameOfAward } from "./read-grant.ts";

type Kept = Readonly<{ id: number; name: string }>;
type Revising = Readonly<{ old: readonly Kept[]; fresh: readonly Kept[]; reason: string; by: number; now: Date }>;

/** Certificates follow their awards: of one that stands they stay, of one that was taken away they are revoked with the reason. */
async function carryCertificates(tx: Tx, { old, fresh, reason, by, now }: Revising): Promise<number> {
  const idOf = new Map(fresh.map(({ id, name }) => [name, id]));
  const gone: number[] = [];
  for (const { id, name } of old) {
    const stands = idOf.get(name);
    if (stands === undefined) gone.push(id);
    else await tx.execute(sql`update certificates set award_id = ${stands} where award_id = ${id}`);
  }
  const { rowCount } = await tx.execute(sql`
    update certificates set revoked_at = ${now}, revoked_by = ${by}, revocation_reason = ${reason}
    where award_id = any(${sql.param(gone)}::bigint[]) and revoked_at is null and superseded_by_id is null`);
  return rowCount ?? 0;
}

/**
 * Grants the awards the printed rules give, as a list that stands. A revised one names the list it revises and gives a reason; certificates
 * of awards that are no longer on it are revoked with that reason, the others stay as they are.
 */
export const grantAwards = command({
  at: "POST /api/desk/contests/:slug/awards",
  input: z.strictObject({ slug: z.string().max(80), revises: z.coerce.number().int().min(0).default(0), reason: reasonSchema }),
  output: z.object({ number: z.number(), awards: z.number(), revoked: z.number() }),
  refusals: ["no-award-rules", "results-first", "awards-changed", "reason-needed", "no-awards"],
  door: "desk",
  load: (tx, { slug }) => findContest(tx, slug),
  may: can.runContest,
  async run(tx, contest, { revises, reason }, context) {
    const { awards: rules } = contest.rules;
    const { now, viewer } = context;
    if (!rules) throw new Refusal("no-award-rules");
    if (phaseOf(phasedContest(contest), now) !== "published") throw new Refusal("results-first");
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('awards', ${contest.id}))`);
    const latest = await latestGrant(tx, contest.id);
    if ((latest?.number ?? 0) !== revises) throw new Refusal("awards-changed");
    if (latest && reason === undefined) throw fieldRefusal("reason", "reason-needed");
    const rows = await awardsNow(tx, contest, rules);
    if (rows.length === 0) throw new Refusal("no-awards");
    const number = revises + 1;
    const row = { contestId: contest.id, number, rules, grantedAt: now, grantedBy: viewer.personId, reason: reason ?? "" };
    const [made] = await tx.insert(awardGrants).values(row).returning({ id: awardGrants.id });
    const kept = await tx
      .insert(awards)
      .values(rows.map((one) => ({ ...one, grantId: made?.id ?? 0 })))
      .returning();
    const named = (list: typeof kept) => list.map((one) => ({ id: one.id, name: nameOfAward(one) }));
    const revising = { old: named(latest?.rows ?? []), fresh: named(kept), reason: reason ?? "", by: viewer.personId, now };
    const revoked = latest ? await carryCertificates(tx, revising) : 0;
    const after = { number, awards: rows.length, revoked, ...awardsBeside(latest?.rows ?? [], rows) };
    const entry = { action: "contest.awards", object: "contest", objectId: contest.id, branchId: contest.branchId };
    await writeAudit(tx, { context, ...entry, before: latest ? { number: latest.number } : null, after, reason });
    return { number, awards: rows.length, revoked };
  },
});
