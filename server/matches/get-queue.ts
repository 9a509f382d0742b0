import { z } from "zod";
import { can } from "#domain/access.ts";
import { stageOf } from "#domain/matches/match-clock.ts";
import { pays } from "#server/points/pays.ts";
import { query } from "#server/verb.ts";
import { findMatch, findOpenMatchId } from "./find-match.ts";
import { findWaiting, noQueue, playing, queueSchema } from "./match-queue.ts";
import { areMatchesOn } from "./refuse-in-light-burden.ts";

/** Whether there are duels here, whether one waits for one or plays, and whether the first of a day gives points. */
export const getQueue = query({
  at: "GET /api/match-queue",
  input: z.strictObject({}),
  output: queueSchema.extend({ isOn: z.boolean(), pays: z.boolean() }),
  door: "judge",
  may: can.beSignedIn,
  async run(db, _input, { viewer: { personId }, now }) {
    const about = { isOn: await areMatchesOn(db), pays: await pays(db, "duel", now) };
    const matchId = await findOpenMatchId(db, personId);
    const match = matchId === undefined ? undefined : await findMatch(db, matchId);
    if (match && stageOf(match, now).stage !== "over") return { ...playing(match.id, now), ...about };
    const waiting = await findWaiting(db, personId, now);
    return { ...noQueue(now), ...(waiting && { state: "waiting" as const, ...waiting }), ...about };
  },
});
