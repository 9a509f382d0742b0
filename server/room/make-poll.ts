import { z } from "zod";
import { meetingPollKeys, meetingPolls } from "#db/schema/meetings.ts";
import { can } from "#domain/access.ts";
import { runningItem } from "#domain/room/agenda-clock.ts";
import { flagSchema, idSchema, lineSchema, textSchema } from "#server/input-schemas.ts";
import { fieldRefusal } from "#server/verb.ts";
import { agendaOf } from "./agenda-of.ts";
import { roomCommand } from "./room-command.ts";

/** Makes a poll, a vote or one question of a quiz, to be opened at once or later. The right options of a quiz are kept where members' pages cannot read. */
export const makePoll = roomCommand({
  at: "POST /api/meetings/:id/room/polls",
  input: z.strictObject({
    id: idSchema,
    kind: z.enum(["poll", "quiz", "vote"]),
    question: textSchema(500),
    options: z.array(lineSchema(200)).min(2).max(10),
    isMultiple: flagSchema.default(false),
    isAnonymous: flagSchema.default(false),
    /** Places of the right options, from 0; for a quiz alone. */
    right: z.array(z.coerce.number().int().min(0).max(9)).max(10).default([]),
    open: flagSchema.default(true),
  }),
  output: z.object({ pollId: z.number() }),
  refusals: ["option-twice", "right-missing", "right-out-of-range"],
  change: "polls",
  when: "unlocked",
  by: "one",
  may: can.runMeeting,
  async run(tx, { id: meetingId, openedAt, closedAt }, { right, open, id: _id, ...poll }, { viewer, now }) {
    const twice = poll.options.findIndex((option, at) => poll.options.indexOf(option) !== at);
    if (twice >= 0) throw fieldRefusal(`options.${twice}`, "option-twice");
    if (poll.kind === "quiz" && (right.length === 0 || (!poll.isMultiple && right.length > 1)))
      throw fieldRefusal("right", "right-missing");
    if (right.some((place) => place >= poll.options.length)) throw fieldRefusal("right", "right-out-of-range");
    const agendaItemId = runningItem(await agendaOf(tx, meetingId))?.id ?? null;
    const isRunning = openedAt !== null && closedAt === null;
    const [made] = await tx
      .insert(meetingPolls)
      .values({ ...poll, meetingId, agendaItemId, createdBy: viewer.personId, createdAt: now, openedAt: open && isRunning ? now : null })
      .returning({ pollId: meetingPolls.id });
    const pollId = made?.pollId ?? 0;
    if (poll.kind === "quiz") await tx.insert(meetingPollKeys).values({ pollId, right: [...new Set(right)].sort() });
    return { pollId };
  },
});
