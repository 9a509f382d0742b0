import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { forumPresenters } from "#db/schema/meetings.ts";
import { Refusal } from "#domain/refusal.ts";

/** A presenter of the meeting's forum. */
export async function findPresenter(tx: Tx, meetingId: number, presenterId: number) {
  const { id, personId, startedAt, endedAt } = forumPresenters;
  const [found] = await tx
    .select({ id, personId, startedAt, endedAt })
    .from(forumPresenters)
    .where(and(eq(forumPresenters.meetingId, meetingId), eq(id, presenterId), isNull(forumPresenters.removedAt)));
  if (!found) throw new Refusal("not-found");
  return found;
}
