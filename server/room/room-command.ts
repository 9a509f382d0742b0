import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Door, Tx } from "#db/client.ts";
import { isLocked, stateOf } from "#domain/meetings/state.ts";
import type { Member } from "#domain/people/viewer.ts";
import { Refusal } from "#domain/refusal.ts";
import { findMeeting, lockMeeting, type MeetingFacts } from "#server/meetings/meeting-facts.ts";
import { type MeetingChange, noteMeetingChange } from "#server/meetings/note-change.ts";
import { type Context, command } from "#server/verb.ts";

/** When something may be done: while the meeting runs; from its opening until its record is locked; or whenever its record is not. */
export type When = "running" | "opened" | "unlocked";

/** Says why not, when a meeting is not (or no longer) in the state that something needs. */
export function refuseUnless(when: When, meeting: MeetingFacts, now: Date): void {
  if (meeting.cancelledAt) throw new Refusal("meeting-cancelled");
  if (isLocked(meeting, now)) throw new Refusal("meeting-is-over");
  if (when === "unlocked") return;
  if (when === "running" && meeting.closedAt) throw new Refusal("meeting-is-over");
  if (!meeting.openedAt) throw new Refusal(stateOf(meeting, now) === "minutes_draft" ? "meeting-is-over" : "meeting-not-open");
}

/** What many do at once: they do not wait for each other, only for whoever opens or closes the meeting. */
async function shareMeeting(tx: Tx, id: number, viewer: Member): Promise<MeetingFacts | undefined> {
  await tx.execute(sql`select 1 from meetings where id = ${id} for share`);
  return findMeeting(tx, id, viewer);
}

/** What a command of the room answers when there is nothing more to say. */
export const doneSchema = z.object({ done: z.literal(true) });
export const DONE = { done: true } as const;

/** A change in a meeting's room: the meeting is found and held, its state looked at, and every open page told when it commits. */
export function roomCommand<I extends z.ZodType<{ id: number }>, O extends z.ZodType>(spec: {
  at: string;
  input: I;
  output: O;
  refusals?: readonly string[];
  door?: Door;
  change: MeetingChange;
  when: When;
  /** `many`: done by the whole hall in the same minute. */
  by: "one" | "many";
  may: (viewer: Member, meeting: MeetingFacts) => boolean;
  run: (tx: Tx, meeting: MeetingFacts, input: z.output<I>, context: Context<Member>) => Promise<z.input<O>>;
}) {
  return command({
    at: spec.at,
    input: spec.input,
    output: spec.output,
    refusals: ["meeting-not-open", "meeting-is-over", "meeting-cancelled", ...(spec.refusals ?? [])],
    door: spec.door ?? "play",
    load: (tx, { id }, { viewer }) => (spec.by === "one" ? lockMeeting : shareMeeting)(tx, id, viewer),
    may: spec.may,
    async run(tx, meeting, input, context) {
      refuseUnless(spec.when, meeting, context.now);
      const value = await spec.run(tx, meeting, input, context);
      await noteMeetingChange(tx, meeting.id, spec.change, context.now);
      return value;
    },
  });
}
