import { sql } from "drizzle-orm";
import { z } from "zod";
import { contests } from "#db/schema/contests.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { instantSchema } from "#server/contests/contest-form.ts";
import { findContest } from "#server/contests/find-contest.ts";
import { newSlug } from "#server/contests/new-slug.ts";
import { nextWindow } from "#server/contests/next-window.ts";
import { blankable, lineSchema } from "#server/input-schemas.ts";
import { command } from "#server/verb.ts";
import { fillStage, nextStageOf } from "./fill-stage.ts";
import { latestPromotion } from "./read-promotion.ts";

/**
 * A new draft with the rules, the paper and the audience of a contest, at the same hours of a later day or from `opensAt`, as long as
 * before. As `next-stage` it comes after that contest: who enters is who is promoted there, now or when the list is published.
 */
export const copyContest = command({
  at: "POST /api/desk/contests/:slug/copy",
  input: z.strictObject({
    slug: z.string().max(80),
    title: lineSchema(120),
    as: z.enum(["copy", "next-stage"]).default("copy"),
    opensAt: blankable(instantSchema),
  }),
  output: z.object({ slug: z.string(), entrants: z.number() }),
  refusals: ["already-has-next-stage", "cancelled"],
  door: "desk",
  load: (tx, { slug }) => findContest(tx, slug),
  may: can.runContest,
  async run(tx, contest, { title, as, opensAt: wished }, context) {
    const { now, viewer } = context;
    const isStage = as === "next-stage";
    if (isStage && contest.cancelledAt) throw new Refusal("cancelled");
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('promotion', ${contest.id}))`);
    if (isStage && (await nextStageOf(tx, contest.id))) throw new Refusal("already-has-next-stage");
    const { branchId, audienceTags, intro, rules, blueprint, paperId, paperKind, sections } = contest;
    const window = nextWindow(contest, now);
    const opensAt = wished ?? window.opensAt;
    const moved = (moment: Date): Date => new Date(opensAt.getTime() + moment.getTime() - contest.opensAt.getTime());
    const [closesAt, freezeAt] = [moved(contest.closesAt), contest.freezeAt && moved(contest.freezeAt)];
    const slug = newSlug(now);
    const [made] = await tx
      .insert(contests)
      .values({
        ...{ slug, title, intro, branchId, audienceTags, rules, blueprint, paperId, paperKind, sections, opensAt, closesAt, freezeAt },
        ...{ createdBy: viewer.personId, createdAt: now },
        ...(isStage && { followsId: contest.id, entry: "invited" as const }),
      })
      .returning({ id: contests.id });
    const id = made?.id ?? 0;
    const latest = isStage ? await latestPromotion(tx, contest.id) : undefined;
    const promoted = latest?.rows.filter(({ kind }) => kind === "promoted").map(({ subject }) => subject) ?? [];
    if (latest) await fillStage(tx, id, promoted, rules.team !== undefined, now);
    const after = { slug, of: contest.slug, as, entrants: promoted.length };
    await writeAudit(tx, { context, action: "contest.copy", object: "contest", objectId: id, branchId, after });
    return { slug, entrants: promoted.length };
  },
});
