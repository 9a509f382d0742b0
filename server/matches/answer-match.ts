import { z } from "zod";
import { matchAnswers } from "#db/schema/matches.ts";
import { can } from "#domain/access.ts";
import { stageOf } from "#domain/matches/match-clock.ts";
import { responseSchema } from "#domain/questions/question.ts";
import { Refusal } from "#domain/refusal.ts";
import { idSchema } from "#server/input-schemas.ts";
import { keyedVersions } from "#server/practices/practice-question.ts";
import { judgeResponse } from "#server/reviews/judge-response.ts";
import { command } from "#server/verb.ts";
import { lockOwnMatch, type Match } from "./find-match.ts";
import { settleMatch } from "./settle-match.ts";

/** Refuses what is not an answer to the question that is open at that moment, by the server's clock. */
function refuseUnasked(match: Match, personId: number, slot: number, version: number, now: Date): void {
  if (slot >= match.questions) throw new Refusal("no-such-slot", { slot });
  if (match.settledAt || match.players.some((player) => player.personId === personId && player.leftAt)) throw new Refusal("match-over");
  const { stage, slot: asked } = stageOf(match, now);
  if (slot > asked || stage === "soon") throw new Refusal("match-not-yet");
  if (slot < asked || stage !== "open") throw new Refusal("match-late");
  if (match.versionIds[slot] !== version) throw new Refusal("no-such-slot", { slot });
}

/**
 * Answers the question of a match that is open. The first answer stands, and a repeat is told the same; nothing is said of right or wrong
 * before the question is over for everybody, and being first is worth nothing. Too late is refused.
 */
export const answerMatch = command({
  at: "POST /api/matches/:id/answers",
  input: z.strictObject({ id: idSchema, slot: z.coerce.number().int().min(0).max(99), version: idSchema, response: responseSchema }),
  output: z.object({ id: z.number(), slot: z.number(), answeredAt: z.date() }),
  refusals: ["answer-shape", "no-answer", "no-such-slot", "kept-for-contest", "match-over", "match-not-yet", "match-late"],
  door: "judge",
  load: (tx, { id }, { viewer }) => lockOwnMatch(tx, id, viewer.personId),
  may: can.beSignedIn,
  async run(tx, match, { id, slot, version, response }, { viewer, now }) {
    const { personId } = viewer;
    const before = match.answers.find((answer) => answer.personId === personId && answer.slot === slot);
    if (before) return { id, slot, answeredAt: before.answeredAt };
    refuseUnasked(match, personId, slot, version, now);
    const keyed = (await keyedVersions(tx, viewer, [version], now)).get(version);
    if (!keyed?.isOpen) throw new Refusal("kept-for-contest");
    const verdict = judgeResponse(personId, keyed, response);
    await tx.insert(matchAnswers).values({
      ...{ matchId: id, slot, personId, versionId: version, answeredAt: now },
      ...{ response: verdict.response, isRight: verdict.isRight },
    });
    await settleMatch(tx, id, now);
    return { id, slot, answeredAt: now };
  },
});
