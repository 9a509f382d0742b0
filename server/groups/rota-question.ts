import { and, eq, gt, isNotNull, isNull, lte, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { rotaAbsences } from "#db/schema/groups.ts";
import { meetings } from "#db/schema/meetings.ts";
import type { Led, RotaAbsence } from "#domain/groups/rota-of.ts";
import { membersOf } from "./members-of.ts";

const YEAR_MS = 365 * 86_400_000;

/** Who led the group's meetings of the last year, the latest last. */
export async function ledLastYear(db: Db | Tx, groupId: number, now: Date): Promise<Led[]> {
  const { leadReaderId, startsAt } = meetings;
  const rows = await db
    .select({ personId: leadReaderId, at: startsAt })
    .from(meetings)
    .where(
      and(
        ...[eq(meetings.groupId, groupId), isNotNull(leadReaderId), isNull(meetings.cancelledAt)],
        ...[lte(startsAt, now), gt(startsAt, new Date(now.getTime() - YEAR_MS))],
      ),
    )
    .orderBy(startsAt, meetings.id);
  return rows.flatMap(({ personId, at }) => (personId === null ? [] : [{ personId, at }]));
}

/** Days on which members of the group said they cannot lead, from today on. */
async function absencesOf(db: Db | Tx, groupId: number, now: Date): Promise<RotaAbsence[]> {
  const { personId, fromDay, toDay } = rotaAbsences;
  return db
    .select({ personId, fromDay, toDay })
    .from(rotaAbsences)
    .where(and(eq(rotaAbsences.groupId, groupId), sql`${toDay} >= (${now}::timestamptz - interval '1 day')::date`));
}

/** What the rota of a group is made from, all but the meetings; somebody disabled leads nothing. */
export async function rotaQuestion(db: Db | Tx, group: { id: number; slug: string }, now: Date) {
  const members = (await membersOf(db, group.id)).filter(({ isDisabled }) => !isDisabled);
  const [history, absences] = [await ledLastYear(db, group.id, now), await absencesOf(db, group.id, now)];
  return { members, history, absences, seed: group.slug };
}

/** How often each member led a meeting of the group, ever; for the page of the group. */
export async function timesLedIn(db: Db | Tx, groupId: number, now: Date): Promise<Map<number, number>> {
  const rows = await db
    .select({ personId: meetings.leadReaderId, times: sql<number>`count(*)::int` })
    .from(meetings)
    .where(and(eq(meetings.groupId, groupId), lte(meetings.startsAt, now), isNull(meetings.cancelledAt)))
    .groupBy(meetings.leadReaderId);
  return new Map(rows.flatMap(({ personId, times }) => (personId === null ? [] : [[personId, times] as const])));
}
