import { and, asc, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { forumJudges } from "#db/schema/meetings.ts";
import { people } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { idSchema } from "#server/input-schemas.ts";
import { findMeeting } from "#server/meetings/meeting-facts.ts";
import { query } from "#server/verb.ts";
import { forumOf } from "./forum-of.ts";
import { loadForumResult, loadScores } from "./load-forum-result.ts";

const resultSchema = z.object({
  id: z.number(),
  name: z.string(),
  topic: z.string(),
  lot: z.number().nullable(),
  prize: z.string().nullable(),
  state: z.enum(["ranked", "too_few"]),
  place: z.number().nullable(),
  meanMilli: z.number().nullable(),
  counted: z.array(z.number()).readonly(),
  dropped: z.array(z.number()).readonly(),
});

/** A forum as one person sees it: the own scores of a judge, who judges for whoever runs it, and, once it is closed, the result with what counted. */
export const getForum = query({
  at: "GET /api/meetings/:id/room/forum",
  input: z.strictObject({ id: idSchema }),
  output: z.object({
    own: z.array(z.object({ presenterId: z.number(), milli: z.number() })),
    judges: z.array(z.object({ personId: z.number(), name: z.string(), scores: z.number() })).nullable(),
    result: z.array(resultSchema).nullable(),
  }),
  door: "play",
  may: can.beSignedIn,
  async run(db, { id }, { viewer }) {
    const meeting = await findMeeting(db, id, viewer);
    if (!meeting || !can.seeInsideMeeting(viewer, meeting)) throw new Refusal("not-found");
    const rules = await forumOf(db, id);
    const scores = await loadScores(db, id);
    const judges = await db
      .select({ personId: forumJudges.personId, name: people.name })
      .from(forumJudges)
      .innerJoin(people, eq(people.id, forumJudges.personId))
      .where(and(eq(forumJudges.meetingId, id), isNull(forumJudges.removedAt)))
      .orderBy(asc(people.name));
    const count = (personId: number) => scores.filter(({ judgeId }) => judgeId === personId).length;
    return {
      own: scores
        .filter(({ judgeId }) => judgeId === viewer.personId)
        .map((score) => ({ presenterId: score.presenterId, milli: score.milli })),
      judges: can.runMeeting(viewer, meeting) ? judges.map((judge) => ({ ...judge, scores: count(judge.personId) })) : null,
      result: await loadForumResult(db, id, rules, scores),
    };
  },
});
