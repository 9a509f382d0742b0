import { and, asc, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { forumJudges, forumPresenters, forumScores } from "#db/schema/meetings.ts";
import { people } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { type ForumResult, forumResult } from "#domain/room/forum-result.ts";
import { idSchema } from "#server/input-schemas.ts";
import { findMeeting } from "#server/meetings/meeting-facts.ts";
import { query } from "#server/verb.ts";
import { forumOf } from "./forum-of.ts";

const resultSchema = z.object({
  id: z.number(),
  name: z.string(),
  topic: z.string(),
  state: z.enum(["ranked", "too_few"]),
  place: z.number().nullable(),
  meanMilli: z.number().nullable(),
  counted: z.array(z.number()).readonly(),
  dropped: z.array(z.number()).readonly(),
});

const scoresOf = (db: Db, meetingId: number) =>
  db
    .select({ presenterId: forumScores.presenterId, judgeId: forumScores.judgeId, milli: forumScores.milli })
    .from(forumScores)
    .innerJoin(forumPresenters, eq(forumPresenters.id, forumScores.presenterId))
    .where(eq(forumPresenters.meetingId, meetingId));

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
    const scores = await scoresOf(db, id);
    const { id: presenterId, name, topic } = forumPresenters;
    const presenters = await db
      .select({ id: presenterId, name, topic })
      .from(forumPresenters)
      .where(and(eq(forumPresenters.meetingId, id), isNull(forumPresenters.removedAt)))
      .orderBy(asc(forumPresenters.lot), asc(presenterId));
    const of = (presenter: number) => scores.filter((score) => score.presenterId === presenter).map(({ milli }) => milli);
    const named = (result: ForumResult) => ({ name: "", topic: "", ...presenters.find((one) => one.id === result.id), ...result });
    const scored = presenters.map((one) => ({ id: one.id, scores: of(one.id) }));
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
      result: rules.closedAt === null ? null : forumResult(scored, rules).map(named),
    };
  },
});
