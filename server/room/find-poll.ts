import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { meetingPolls } from "#db/schema/meetings.ts";
import { Refusal } from "#domain/refusal.ts";

/** A poll of the meeting, held: `share` against its closing, `update` for a change of its own. */
export async function holdPoll(tx: Tx, meetingId: number, pollId: number, how: "share" | "update") {
  const { id, kind, options, isMultiple, openedAt, closedAt } = meetingPolls;
  const [found] = await tx
    .select({ id, kind, options, isMultiple, openedAt, closedAt })
    .from(meetingPolls)
    .where(and(eq(meetingPolls.meetingId, meetingId), eq(id, pollId), isNull(meetingPolls.removedAt)))
    .for(how);
  if (!found) throw new Refusal("not-found");
  return found;
}
