import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { rulings } from "#db/schema/rulings.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { keepBoard } from "#server/boards/keep-board.ts";
import { idSchema } from "#server/input-schemas.ts";
import { correctContestPoints } from "#server/points/contest-points.ts";
import { closeReports } from "#server/question-reports/close-reports.ts";
import { askForStatistics } from "#server/statistics/compute-statistics-job.ts";
import { command } from "#server/verb.ts";
import { carryOutRuling } from "./carry-out-ruling.ts";
import { effectSchema } from "./effect.ts";
import { lockRuling, refuseUnlessOver } from "./find-ruling.ts";
import { tellAffected } from "./tell-affected.ts";

/**
 * Carries an approved ruling out, all of it in one transaction; keeps the new board beside the old one; tells everyone affected. Asked again
 * it says what it did, and changes nothing.
 */
export const applyRuling = command({
  at: "POST /api/desk/rulings/:id/apply",
  input: z.strictObject({ id: idSchema }),
  output: z.object({ effect: effectSchema, isAgain: z.boolean() }),
  refusals: ["ruling-not-approved", "not-closed-yet", "ruling-leaves-nothing", "later-ruling"],
  door: "judge",
  load: (tx, { id }) => lockRuling(tx, id),
  may: can.runContest,
  async run(tx, ruling, { id }, context) {
    const { viewer, now } = context;
    const { contest, kind, reason } = ruling;
    if (ruling.state === "applied") return { effect: effectSchema.parse(ruling.effect), isAgain: true };
    if (ruling.state !== "approved") throw new Refusal("ruling-not-approved");
    refuseUnlessOver(contest, now);
    const effect = await carryOutRuling(tx, ruling, viewer.personId, now);
    await tx.update(rulings).set({ state: "applied", effect, appliedBy: viewer.personId, appliedAt: now }).where(eq(rulings.id, id));
    await keepBoard(tx, { contestId: contest.id, moment: "ruled", rulingId: id, now });
    await tellAffected(tx, { contest, cause: "ruling", dedupe: `ruling ${id}` }, effect, now);
    await askForStatistics(tx, contest.id, now);
    // What members reported about the question is answered by the ruling itself.
    const answer = { state: "accepted" as const, reply: "", rulingId: id, by: viewer.personId, now };
    if (kind !== "take_back") await closeReports(tx, sql`r.version_id = ${ruling.versionId}`, answer);
    const { papers, gained, lost, moved, certificates } = effect;
    await writeAudit(tx, {
      ...{ context, action: "ruling.apply", object: "ruling", objectId: id, branchId: contest.branchId },
      ...{ after: { contest: contest.title, kind, papers, gained, lost, moved, certificates: certificates.length }, reason },
    });
    await correctContestPoints(tx, contest, `ruling ${id}`, now);
    return { effect, isAgain: false };
  },
});
