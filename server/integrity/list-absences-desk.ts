import { eq } from "drizzle-orm";
import { z } from "zod";
import { entries } from "#db/schema/contests.ts";
import { branches, people } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { integrityOf } from "#domain/integrity/absences.ts";
import { Refusal } from "#domain/refusal.ts";
import { findAttempt } from "#server/attempts/find-attempt.ts";
import { findContestById } from "#server/contests/find-contest.ts";
import { idSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";
import { absenceSchema, absencesOf } from "./absences-of.ts";

/** The absences of one attempt for who runs its contest, with what the person says about them. */
export const listAbsencesDesk = query({
  at: "GET /api/desk/attempts/:id/absences",
  input: z.strictObject({ id: idSchema }),
  output: z.object({
    contest: z.object({ slug: z.string(), title: z.string() }),
    person: z.string(),
    branchName: z.string(),
    number: z.number(),
    records: z.boolean(),
    toleranceMs: z.number(),
    absences: z.array(absenceSchema),
  }),
  door: "desk",
  may: can.openDesk,
  async run(db, { id }, { viewer }) {
    const attempt = await findAttempt(db, id);
    const contest = attempt && (await findContestById(db, attempt.contestId));
    if (!attempt || attempt.entryId === null || !contest || !can.runContest(viewer, contest)) throw new Refusal("not-found");
    const [who] = await db
      .select({ person: people.name, branchName: branches.name })
      .from(entries)
      .innerJoin(people, eq(people.id, entries.personId))
      .innerJoin(branches, eq(branches.id, entries.branchId))
      .where(eq(entries.id, attempt.entryId));
    const { leave, toleranceMs } = integrityOf(attempt.rules);
    return {
      contest: { slug: contest.slug, title: contest.title },
      ...{ person: who?.person ?? "", branchName: who?.branchName ?? "", number: attempt.number },
      ...{ records: leave === "record", toleranceMs, absences: await absencesOf(db, id) },
    };
  },
});
