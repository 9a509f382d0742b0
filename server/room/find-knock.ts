import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { Db, Tx } from "#db/client.ts";
import { meetingKnocks } from "#db/schema/meetings.ts";

/** How somebody's knock stands while they are outside: nobody has answered it, or they were not let in. */
export const knockSchema = z.enum(["waiting", "declined"]);

/** A knock of somebody's that was not taken back by what came after: it waits, or it was declined. */
export async function findKnock(db: Db | Tx, meetingId: number, personId: number): Promise<z.output<typeof knockSchema> | null> {
  const { answeredAt, isAdmitted } = meetingKnocks;
  const [found] = await db
    .select({ answeredAt, isAdmitted })
    .from(meetingKnocks)
    .where(and(eq(meetingKnocks.meetingId, meetingId), eq(meetingKnocks.personId, personId)));
  if (!found || found.isAdmitted) return null;
  return found.answeredAt ? "declined" : "waiting";
}
