import { sql } from "drizzle-orm";
import { z } from "zod";
import { can } from "#domain/access.ts";
import { kindOf } from "#domain/contests/format.ts";
import { phaseOf } from "#domain/contests/phase.ts";
import { questionKeySchema } from "#domain/questions/question.ts";
import { Refusal } from "#domain/refusal.ts";
import { RULING_KINDS } from "#domain/rulings/ruled-slots.ts";
import { shownBodySchema } from "#server/attempts/shown-body-schema.ts";
import { phasedContest } from "#server/contests/contest-card.ts";
import { findContest } from "#server/contests/find-contest.ts";
import { blankable, idSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";
import { askedOf } from "./get-ruling.ts";

const STATES = ["proposed", "approved", "rejected", "applied"] as const;
type Row = {
  id: string;
  version_id: string;
  kind: (typeof RULING_KINDS)[number];
  state: (typeof STATES)[number];
  stem: string;
  proposed_by: string;
  proposed_at: Date;
};

/** The rulings of a contest, newest first, the questions one may rule on, and of one of them (`version`) what a proposal needs. */
export const listRulings = query({
  at: "GET /api/desk/contests/:slug/rulings",
  input: z.strictObject({ slug: z.string().max(80), version: blankable(idSchema) }),
  output: z.object({
    contest: z.object({ slug: z.string(), title: z.string(), phase: z.string() }),
    /** Whether a question may be taken out: not where it would make other levels (D4.6). */
    takesOut: z.boolean(),
    isOver: z.boolean(),
    rulings: z.array(
      z.object({
        id: z.number(),
        kind: z.enum(RULING_KINDS),
        state: z.enum(STATES),
        stem: z.string(),
        proposedBy: z.string(),
        proposedAt: z.date(),
      }),
    ),
    questions: z.array(z.object({ versionId: z.number(), stem: z.string() })),
    asked: z.object({ versionId: z.number(), body: shownBodySchema, key: questionKeySchema, explanation: z.string() }).nullable(),
  }),
  door: "desk",
  may: can.openDesk,
  async run(db, { slug, version }, { viewer, now }) {
    const contest = await findContest(db, slug);
    if (!contest || !can.runContest(viewer, contest)) throw new Refusal("not-found");
    const phase = phaseOf(phasedContest(contest), now);
    const head = { contest: { slug, title: contest.title, phase }, takesOut: kindOf(contest.rules) !== "levels" };
    if (phase !== "closed" && phase !== "published") return { ...head, isOver: false, rulings: [], questions: [], asked: null };
    const { rows } = await db.execute<Row>(sql`
      select r.id, r.version_id, r.kind, r.state, v.stem, p.name as proposed_by, r.proposed_at
      from rulings r join question_versions v on v.id = r.version_id join people p on p.id = r.proposed_by
      where r.contest_id = ${contest.id} order by r.id desc`);
    const pool = await db.execute<{ id: string; stem: string }>(sql`
      select v.id, v.stem from contest_pool p join question_versions v on v.id = p.version_id where p.contest_id = ${contest.id} order by v.id limit 2000`);
    const questions = pool.rows.map(({ id, stem }) => ({ versionId: Number(id), stem }));
    if (version !== undefined && !questions.some(({ versionId }) => versionId === version)) throw new Refusal("not-found");
    return {
      ...head,
      isOver: true,
      rulings: rows.map(({ id, kind, state, stem, proposed_by, proposed_at }) => ({
        ...{ id: Number(id), kind, state, stem, proposedBy: proposed_by, proposedAt: new Date(proposed_at) },
      })),
      questions,
      asked: version === undefined ? null : { versionId: version, ...(await askedOf(db, version)) },
    };
  },
});
