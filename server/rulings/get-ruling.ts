import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { questionKeys, questionVersions } from "#db/schema/questions.ts";
import { can } from "#domain/access.ts";
import { presentationOf, shownBody } from "#domain/papers/presentation.ts";
import { questionKeySchema } from "#domain/questions/question.ts";
import { isRefusal, Refusal } from "#domain/refusal.ts";
import { RULING_KINDS } from "#domain/rulings/ruled-slots.ts";
import { shownBodySchema } from "#server/attempts/shown-body-schema.ts";
import { idSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";
import { effectSchema } from "./effect.ts";
import { findRuling, type RulingSubject } from "./find-ruling.ts";
import { tryRuling } from "./try-ruling.ts";

const STATES = ["proposed", "approved", "rejected", "applied"] as const;

/** A question of a contest with its key, in the author's order. */
export async function askedOf(db: Db, versionId: number) {
  const { body, questionId, number, stem } = questionVersions;
  const [asked] = await db
    .select({ body, questionId, number, stem, key: questionKeys.key, explanation: questionKeys.explanation })
    .from(questionVersions)
    .innerJoin(questionKeys, eq(questionKeys.versionId, questionVersions.id))
    .where(eq(questionVersions.id, versionId));
  if (!asked) throw new Refusal("not-found");
  return { ...asked, body: shownBody(asked.body, presentationOf(asked.body, "", 0, false)) };
}

type Story = {
  proposed_by: string;
  proposed_at: Date;
  decided_by: string | null;
  decided_at: Date | null;
  decision_note: string;
  applied_by: string | null;
  applied_at: Date | null;
  latest: number;
};

async function storyOf(db: Db, id: number): Promise<Story> {
  const { rows } = await db.execute<Story>(sql`
    select p.name as proposed_by, r.proposed_at, d.name as decided_by, r.decided_at, r.decision_note, a.name as applied_by, r.applied_at,
      (select max(v.number) from question_versions v join question_versions own on own.question_id = v.question_id where own.id = r.version_id) as latest
    from rulings r join people p on p.id = r.proposed_by left join people d on d.id = r.decided_by left join people a on a.id = r.applied_by
    where r.id = ${id}`);
  if (!rows[0]) throw new Refusal("not-found");
  return rows[0];
}

/** What it would change now, or why it cannot be done; of one that is done or rejected nothing is tried. */
async function previewOf(db: Db, ruling: RulingSubject, now: Date) {
  if (ruling.state === "applied" || ruling.state === "rejected") return { preview: null, problem: null };
  try {
    return { preview: await tryRuling(db, ruling, now), problem: null };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { preview: null, problem: error.code };
  }
}

const at = (moment: Date | null) => (moment === null ? null : new Date(moment));

/** A ruling with its question, both keys, who did what, and what it changes: before it is applied by a dry run, after it as it was. */
export const getRuling = query({
  at: "GET /api/desk/rulings/:id",
  input: z.strictObject({ id: idSchema }),
  output: z.object({
    id: z.number(),
    contest: z.object({ slug: z.string(), title: z.string() }),
    kind: z.enum(RULING_KINDS),
    state: z.enum(STATES),
    reason: z.string(),
    takesBack: z.number().nullable(),
    question: z.object({ id: z.number(), number: z.number(), latest: z.number(), body: shownBodySchema }),
    key: questionKeySchema,
    newKey: questionKeySchema.nullable(),
    proposed: z.object({ by: z.string(), at: z.date() }),
    decided: z.object({ by: z.string(), at: z.date(), note: z.string() }).nullable(),
    applied: z.object({ by: z.string(), at: z.date() }).nullable(),
    effect: effectSchema.nullable(),
    /** The refusal that applying it would meet now. */
    problem: z.string().nullable(),
    may: z.object({ decide: z.boolean(), apply: z.boolean(), takeBack: z.boolean() }),
  }),
  door: "judge",
  may: can.openDesk,
  async run(db, { id }, { viewer, now }) {
    const ruling = await findRuling(db, id);
    if (!ruling || !can.runContest(viewer, ruling.contest)) throw new Refusal("not-found");
    const { contest, kind, state, reason, takesBack, versionId } = ruling;
    const [asked, story] = [await askedOf(db, versionId), await storyOf(db, id)];
    const { preview, problem } = await previewOf(db, ruling, now);
    const [decidedAt, appliedAt] = [at(story.decided_at), at(story.applied_at)];
    return {
      ...{ id, kind, state, reason, takesBack, problem },
      contest: { slug: contest.slug, title: contest.title },
      question: { id: asked.questionId, number: asked.number, latest: story.latest, body: asked.body },
      key: asked.key,
      newKey: ruling.key,
      proposed: { by: story.proposed_by, at: new Date(story.proposed_at) },
      decided: decidedAt && { by: story.decided_by ?? "", at: decidedAt, note: story.decision_note },
      applied: appliedAt && { by: story.applied_by ?? "", at: appliedAt },
      effect: state === "applied" ? effectSchema.parse(ruling.effect) : preview,
      may: {
        decide: state === "proposed" && can.decideRuling(viewer, ruling),
        apply: state === "approved",
        takeBack: state === "applied" && kind !== "take_back",
      },
    };
  },
});
