import { z } from "zod";
import { pollAnswers } from "#db/schema/meetings.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { idSchema } from "#server/input-schemas.ts";
import { fieldRefusal } from "#server/verb.ts";
import { holdPoll } from "./find-poll.ts";
import { roomCommand } from "./room-command.ts";

const places = z.preprocess((given) => (Array.isArray(given) ? given : [given]), z.array(z.coerce.number().int().min(0).max(9)).max(10));

/** Answers an open poll, vote or quiz; as long as it is open the answer can be changed, and the last one counts. */
export const answerPoll = roomCommand({
  at: "POST /api/meetings/:id/room/polls/:pollId/answer",
  input: z.strictObject({ id: idSchema, pollId: idSchema, choices: places }),
  output: z.object({ choices: z.array(z.number()) }),
  refusals: ["poll-is-closed", "poll-not-open", "answer-shape"],
  change: "polls",
  when: "running",
  by: "many",
  may: can.attendMeeting,
  async run(tx, { id }, { pollId, choices: given }, { viewer: { personId }, now }) {
    const poll = await holdPoll(tx, id, pollId, "share");
    if (poll.closedAt) throw new Refusal("poll-is-closed");
    if (!poll.openedAt) throw new Refusal("poll-not-open");
    const choices = [...new Set(given)].sort((a, b) => a - b);
    const fits = choices.length > 0 && (poll.isMultiple || choices.length === 1) && choices.every((place) => place < poll.options.length);
    if (!fits) throw fieldRefusal("choices", "answer-shape");
    const answer = { choices, answeredAt: now };
    await tx
      .insert(pollAnswers)
      .values({ pollId, personId, ...answer })
      .onConflictDoUpdate({ target: [pollAnswers.pollId, pollAnswers.personId], set: answer });
    return { choices };
  },
});
