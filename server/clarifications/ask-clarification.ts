import { and, eq, gt, sql } from "drizzle-orm";
import { z } from "zod";
import { clarifications } from "#db/schema/integrity.ts";
import { can } from "#domain/access.ts";
import { phaseOf } from "#domain/contests/phase.ts";
import { Refusal } from "#domain/refusal.ts";
import { phasedContest } from "#server/contests/contest-card.ts";
import { findContest } from "#server/contests/find-contest.ts";
import { textSchema } from "#server/input-schemas.ts";
import { command } from "#server/verb.ts";

/** So many questions of one person in one contest in so long. */
const MOST = 5;
const WITHIN_MS = 600_000;
const ASKABLE = ["lobby", "open", "closing"];

/** Somebody of a contest asks the organizer while it runs. The answer comes to the person alone, or to all without the name. */
export const askClarification = command({
  at: "POST /api/contests/:slug/clarifications",
  input: z.strictObject({ slug: z.string().max(80), question: textSchema(500) }),
  output: z.object({ id: z.number() }),
  refusals: ["not-running", "asked-too-often"],
  door: "play",
  load: (tx, { slug }, { viewer }) => findContest(tx, slug, viewer.personId),
  may: can.enterContest,
  async run(tx, contest, { question }, { viewer, now }) {
    if (!ASKABLE.includes(phaseOf(phasedContest(contest), now))) throw new Refusal("not-running");
    // Held until the end, so that questions sent at once are counted in turn.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('clarification', ${viewer.personId}))`);
    const since = new Date(now.getTime() - WITHIN_MS);
    const { contestId, askedBy, askedAt } = clarifications;
    const asked = await tx.$count(clarifications, and(eq(contestId, contest.id), eq(askedBy, viewer.personId), gt(askedAt, since)));
    if (asked >= MOST) throw new Refusal("asked-too-often", { most: MOST, minutes: WITHIN_MS / 60_000 });
    const [made] = await tx
      .insert(clarifications)
      .values({ contestId: contest.id, askedBy: viewer.personId, question, askedAt: now })
      .returning({ id: clarifications.id });
    return { id: made?.id ?? 0 };
  },
});
