import { z } from "zod";
import { can } from "#domain/access.ts";
import { integrityOf } from "#domain/integrity/absences.ts";
import { Refusal } from "#domain/refusal.ts";
import { findAttempt } from "#server/attempts/find-attempt.ts";
import { query } from "#server/verb.ts";
import { absenceSchema, absencesOf } from "./absences-of.ts";

/** One's own log of leaving the page in one attempt: everything that the organizer can see of it. */
export const listMyAbsences = query({
  at: "GET /api/attempts/:id/absences",
  input: z.strictObject({ id: z.coerce.number().int().positive() }),
  output: z.object({ records: z.boolean(), toleranceMs: z.number(), absences: z.array(absenceSchema) }),
  door: "play",
  may: can.beSignedIn,
  async run(db, { id }, { viewer }) {
    const attempt = await findAttempt(db, id);
    if (!attempt || !can.sitAttempt(viewer, attempt)) throw new Refusal("not-found");
    const { leave, toleranceMs } = integrityOf(attempt.rules);
    return { records: leave === "record", toleranceMs, absences: await absencesOf(db, id) };
  },
});
