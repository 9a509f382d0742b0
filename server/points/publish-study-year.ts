import { z } from "zod";
import { studyYears } from "#db/schema/points.ts";
import { can } from "#domain/access.ts";
import { dayOf } from "#domain/certificates/day-of.ts";
import { weighsYears } from "#domain/points/policy.ts";
import { studyYearOf } from "#domain/points/study-year.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { reasonSchema } from "#server/input-schemas.ts";
import { command, noSubject } from "#server/verb.ts";
import { policyAt } from "./policy-at.ts";

/**
 * Opens the statements of a study year, to each person his own, by the weights in force now and of what stands now (R27). Published again,
 * it is counted anew; that it was is in the ledger of changes.
 */
export const publishStudyYear = command({
  at: "POST /api/desk/points/years/:year",
  input: z.strictObject({ year: z.coerce.number().int().min(2000).max(2200), reason: reasonSchema }),
  output: z.object({ year: z.number(), publishedAt: z.date() }),
  refusals: ["points-no-weights", "points-year-to-come"],
  door: "desk",
  load: noSubject,
  may: can.setPolicy,
  async run(tx, _subject, { year, reason }, context) {
    const { viewer, now } = context;
    const kept = await policyAt(tx, now);
    if (!kept || !weighsYears(kept.policy)) throw new Refusal("points-no-weights");
    if (year > studyYearOf(dayOf(now), kept.policy.year.startsInMonth)) throw new Refusal("points-year-to-come");
    await tx.insert(studyYears).values({ year, policyId: kept.id, publishedBy: viewer.personId, publishedAt: now });
    const after = { year, weights: kept.policy.year.weights };
    await writeAudit(tx, { context, action: "points.year", object: "study_year", objectId: year, after, reason });
    return { year, publishedAt: now };
  },
});
