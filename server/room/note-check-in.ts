import { and, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db, Tx } from "#db/client.ts";
import { checkIns } from "#db/schema/meetings.ts";

export const modeSchema = z.enum(["on_site", "online"]);
type Noted = Readonly<{
  meetingId: number;
  personId: number;
  mode: z.output<typeof modeSchema>;
  how: "qr" | "code" | "tick";
  notedBy: number | null;
  now: Date;
}>;

/** Somebody's check-in that stands; undefined when there is none, or it was undone. */
export async function findCheckIn(db: Db | Tx, meetingId: number, personId: number) {
  const { mode, how, checkedInAt, leftAt } = checkIns;
  const [found] = await db
    .select({ mode, how, checkedInAt, leftAt })
    .from(checkIns)
    .where(and(eq(checkIns.meetingId, meetingId), eq(checkIns.personId, personId), isNull(checkIns.withdrawnAt)));
  return found;
}

/** Notes that somebody is there. The first time stands, whatever comes after; one that was undone begins anew. */
export async function noteCheckIn(tx: Tx, { meetingId, personId, mode, how, notedBy, now }: Noted): Promise<Date> {
  const isUndone = sql`${checkIns.withdrawnAt} is not null`;
  const [row] = await tx
    .insert(checkIns)
    .values({ meetingId, personId, mode, how, notedBy, checkedInAt: now })
    .onConflictDoUpdate({
      target: [checkIns.meetingId, checkIns.personId],
      set: {
        mode,
        leftAt: null,
        how: sql`case when ${isUndone} then ${how} else ${checkIns.how} end`,
        notedBy: sql`case when ${isUndone} then ${notedBy}::bigint else ${checkIns.notedBy} end`,
        checkedInAt: sql`case when ${isUndone} then ${now} else ${checkIns.checkedInAt} end`,
        withdrawnAt: null,
      },
    })
    .returning({ checkedInAt: checkIns.checkedInAt });
  return row?.checkedInAt ?? now;
}
