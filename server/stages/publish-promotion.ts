import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { promotionRows, promotions } from "#db/schema/stages.ts";
import { can } from "#domain/access.ts";
import { phaseOf } from "#domain/contests/phase.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { phasedContest } from "#server/contests/contest-card.ts";
import { type ContestSubject, findContest } from "#server/contests/find-contest.ts";
import { reasonSchema } from "#server/input-schemas.ts";
import { giveNotice } from "#server/notices/give-notice.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { fillStage, nextStageOf } from "./fill-stage.ts";
import { differenceOf, latestPromotion, type NamedRow, promotedNow } from "./read-promotion.ts";

/** Numbers of teams or persons, as a list or as lines with commas between them. */
export const subjectsSchema = z.preprocess(
  (value) => (typeof value === "string" ? value.split(/[\s,，、;；]+/).filter((part) => part !== "") : value),
  z.array(z.coerce.number().int().positive()).max(500).default([]),
);

async function keep(tx: Tx, contest: ContestSubject, promotionId: number, rows: readonly NamedRow[]): Promise<void> {
  const ofTeams = contest.rules.team !== undefined;
  await tx.insert(promotionRows).values(
    rows.map(({ subject, why, ...row }, at) => ({
      ...{ ...row, promotionId, place: at + 1, why: [...why] },
      ...{ teamId: ofTeams ? subject : null, personId: ofTeams ? null : subject },
    })),
  );
}

async function peopleOf(tx: Tx, contest: ContestSubject, subjects: readonly number[]): Promise<number[]> {
  if (!contest.rules.team) return [...subjects];
  const { rows } = await tx.execute<{ person_id: string }>(
    sql`select person_id from team_members where team_id = any(${sql.param([...subjects])}::bigint[])`,
  );
  return rows.map(({ person_id }) => Number(person_id));
}

/**
 * Publishes who goes on, by the contest's printed rules, as a list that stands: later changes of results never touch it. A revised one names
 * the list it revises and gives a reason; so does leaving out who stepped back, in whose place the next move up. The next stage, when there
 * is one and it has not opened, is entered by the promoted and by nobody else.
 */
export const publishPromotion = command({
  at: "POST /api/desk/contests/:slug/promotion",
  input: z.strictObject({
    slug: z.string().max(80),
    /** The number of the list this one revises; 0 for the first. */
    revises: z.coerce.number().int().min(0).default(0),
    without: subjectsSchema,
    reason: reasonSchema,
  }),
  output: z.object({ number: z.number(), promoted: z.number(), reserve: z.number() }),
  refusals: ["no-promotion-rules", "results-first", "promotion-changed", "reason-needed", "next-stage-open", "nobody-promoted"],
  door: "desk",
  load: (tx, { slug }) => findContest(tx, slug),
  may: can.runContest,
  async run(tx, contest, { revises, without, reason }, context) {
    const { promotion: rules, team } = contest.rules;
    const { now, viewer } = context;
    if (!rules) throw new Refusal("no-promotion-rules");
    if (phaseOf(phasedContest(contest), now) !== "published") throw new Refusal("results-first");
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('promotion', ${contest.id}))`);
    const latest = await latestPromotion(tx, contest.id);
    if ((latest?.number ?? 0) !== revises) throw new Refusal("promotion-changed");
    if (reason === undefined && (latest || without.length > 0)) throw fieldRefusal("reason", "reason-needed");
    const next = await nextStageOf(tx, contest.id);
    if (next && next.opensAt <= now) throw new Refusal("next-stage-open");
    const rows = await promotedNow(tx, contest, rules, without);
    const promoted = rows.filter(({ kind }) => kind === "promoted").map(({ subject }) => subject);
    if (promoted.length === 0) throw new Refusal("nobody-promoted");
    const number = revises + 1;
    const row = { contestId: contest.id, number, rules, without, publishedAt: now, publishedBy: viewer.personId, reason: reason ?? "" };
    const [made] = await tx.insert(promotions).values(row).returning({ id: promotions.id });
    await keep(tx, contest, made?.id ?? 0, rows);
    if (next) await fillStage(tx, next.id, promoted, team !== undefined, now);
    const after = { number, promoted: promoted.length, without, ...differenceOf(latest?.rows ?? [], rows) };
    const entry = { action: "contest.promotion", object: "contest", objectId: contest.id, branchId: contest.branchId };
    await writeAudit(tx, { context, ...entry, before: latest ? { number: latest.number } : null, after, reason });
    const told = { personIds: await peopleOf(tx, contest, promoted), kind: "promoted", params: { title: contest.title } };
    // Whoever was told already is not told again.
    await giveNotice(tx, { ...told, path: `/contests/${contest.slug}/board?view=promotion`, now, dedupe: `promoted-${contest.id}` });
    return { number, promoted: promoted.length, reserve: rows.length - promoted.length };
  },
});
