import { z } from "zod";
import { liveChanges } from "#db/schema/contests.ts";
import { clarifications } from "#db/schema/integrity.ts";
import { can } from "#domain/access.ts";
import { phaseOf } from "#domain/contests/phase.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { phasedContest } from "#server/contests/contest-card.ts";
import { findContest } from "#server/contests/find-contest.ts";
import { textSchema } from "#server/input-schemas.ts";
import { command } from "#server/verb.ts";

/** Tells everybody of a contest something that nobody asked: open pages show it at once. */
export const announce = command({
  at: "POST /api/desk/contests/:slug/clarifications",
  input: z.strictObject({ slug: z.string().max(80), text: textSchema(1_000) }),
  output: z.object({ id: z.number() }),
  refusals: ["not-running"],
  door: "desk",
  load: (tx, { slug }) => findContest(tx, slug),
  may: can.runContest,
  async run(tx, contest, { text }, context) {
    const { viewer, now } = context;
    const phase = phaseOf(phasedContest(contest), now);
    if (phase === "draft" || phase === "cancelled") throw new Refusal("not-running");
    const by = viewer.personId;
    const [made] = await tx
      .insert(clarifications)
      .values({ contestId: contest.id, askedAt: now, answer: text, isBroadcast: true, answeredBy: by, answeredAt: now })
      .returning({ id: clarifications.id });
    await tx.insert(liveChanges).values({ contestId: contest.id, change: "clarification", changedAt: now });
    const id = made?.id ?? 0;
    await writeAudit(tx, {
      ...{ context, action: "clarification.announce", object: "contest", objectId: contest.id, branchId: contest.branchId },
      after: { clarification: id },
    });
    return { id };
  },
});
