import { sql } from "drizzle-orm";
import { z } from "zod";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { findContest } from "#server/contests/find-contest.ts";
import { query } from "#server/verb.ts";
import { findPlan, readEssays } from "./read-essays.ts";

const counts = { answers: z.number(), settled: z.number(), waiting: z.number(), apart: z.number() };

/** How far the marking of a contest's essays is: by question and by marker. Whose answer is whose is not in it, nor any mark. */
export const getMarking = query({
  at: "GET /api/desk/contests/:slug/marking",
  input: z.strictObject({ slug: z.string().max(80) }),
  output: z.object({
    contest: z.object({ slug: z.string(), title: z.string() }),
    isOut: z.boolean(),
    perAnswer: z.number(),
    gapPercent: z.number(),
    markers: z.array(z.object({ staffNo: z.string(), name: z.string(), marked: z.number() })),
    questions: z.array(z.object({ versionId: z.number(), stem: z.string(), ...counts })),
    ...counts,
  }),
  door: "judge",
  may: can.openDesk,
  async run(db, { slug }, { viewer }) {
    const contest = await findContest(db, slug);
    if (!contest || !can.runContest(viewer, contest)) throw new Refusal("not-found");
    const [plan, essays] = [await findPlan(db, contest.id), await readEssays(db, contest.id)];
    const markers = await db.execute<{ staff_no: string; name: string; person_id: string }>(sql`
      select p.staff_no, p.name, m.person_id from markers m join people p on p.id = m.person_id where m.contest_id = ${contest.id} order by p.pinyin_full, p.id`);
    const stems = await db.execute<{ id: string; stem: string }>(sql`
      select v.id, v.stem from contest_pool c join question_versions v on v.id = c.version_id where c.contest_id = ${contest.id} and v.kind = 'essay' order by v.id`);
    const countsOf = (list: typeof essays) => ({
      answers: list.length,
      settled: list.filter(({ settled }) => settled.state === "settled").length,
      waiting: list.filter(({ settled }) => settled.state === "waiting").length,
      apart: list.filter(({ settled }) => settled.state === "apart").length,
    });
    return {
      contest: { slug, title: contest.title },
      isOut: contest.resultsAt !== null,
      perAnswer: plan.perAnswer,
      gapPercent: plan.gap / 100,
      markers: markers.rows.map(({ staff_no, name, person_id }) => ({
        ...{ staffNo: staff_no, name },
        marked: essays.filter(({ marks }) => marks.some(({ markerId }) => markerId === Number(person_id))).length,
      })),
      questions: stems.rows.map(({ id, stem }) => ({
        ...{ versionId: Number(id), stem },
        ...countsOf(essays.filter(({ versionId }) => versionId === Number(id))),
      })),
      ...countsOf(essays),
    };
  },
});
