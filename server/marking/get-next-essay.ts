import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { can } from "#domain/access.ts";
import type { QuestionKey } from "#domain/questions/question.ts";
import { Refusal } from "#domain/refusal.ts";
import { query } from "#server/verb.ts";
import { findMarked } from "./find-marked.ts";
import { type Essay, isForMarker, readEssays } from "./read-essays.ts";

const essaySchema = z.object({
  handle: z.string(),
  stem: z.string(),
  /** What to go by, and the author's words on it: only markers and the desk see them before results are out. */
  guide: z.string(),
  sample: z.string(),
  text: z.string(),
  worth: z.number(),
});

async function shownEssay(db: Db, { attemptId, slot, handle }: Essay): Promise<z.input<typeof essaySchema>> {
  const { rows } = await db.execute<{ stem: string; key: QuestionKey; explanation: string; text: string; worth: number }>(sql`
    select v.body->>'stem' as stem, k.key, k.explanation, n.response->>'text' as text, a.worths[n.slot + 1] as worth
    from answers n join attempts a on a.id = n.attempt_id join question_versions v on v.id = a.version_ids[n.slot + 1]
      join question_keys k on k.version_id = v.id where n.attempt_id = ${attemptId} and n.slot = ${slot}`);
  const row = rows[0];
  if (!row) throw new Refusal("not-found");
  return {
    ...{ handle, stem: row.stem, sample: row.explanation, text: row.text, worth: row.worth },
    guide: row.key.kind === "essay" ? row.key.guide : "",
  };
}

/**
 * The next answer that waits for this marker, blind: no name, no branch, no time, nobody else's mark, in an order that tells nothing. The
 * guide and the sample stand beside it.
 */
export const getNextEssay = query({
  at: "GET /api/contests/:slug/marking",
  input: z.strictObject({ slug: z.string().max(80) }),
  output: z.object({
    contest: z.object({ slug: z.string(), title: z.string() }),
    waiting: z.number(),
    marked: z.number(),
    isOut: z.boolean(),
    essay: essaySchema.nullable(),
  }),
  door: "judge",
  may: can.beSignedIn,
  async run(db, { slug }, { viewer }) {
    const contest = await findMarked(db, slug, viewer.personId);
    if (!contest) throw new Refusal("not-found");
    const essays = await readEssays(db, contest.id);
    const isOut = contest.resultsAt !== null;
    const mine = isOut ? [] : essays.filter((essay) => isForMarker(essay, viewer.personId));
    const [next] = mine;
    return {
      contest: { slug, title: contest.title },
      waiting: mine.length,
      marked: essays.filter(({ marks }) => marks.some(({ markerId }) => markerId === viewer.personId)).length,
      isOut,
      essay: next ? await shownEssay(db, next) : null,
    };
  },
});
