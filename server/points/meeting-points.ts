import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { pointEntries } from "#db/schema/points.ts";
import { dayOf } from "#domain/certificates/day-of.ts";
import { grantPoints } from "./grant-points.ts";
import { lockPoints } from "./lock-points.ts";

type Attended = {
  person_id: string;
  title: string;
  stands: boolean;
  entry: string | null;
  policy: string | null;
  left: number;
  paid: number;
};

/**
 * Everybody who checked in or was paid: whether the check-in stands, the last entry that paid it, what of that is not taken back, and how
 * often it was paid.
 */
async function attendanceOf(tx: Tx, meetingId: number): Promise<Attended[]> {
  const { rows } = await tx.execute<Attended>(sql`
    select c.person_id, m.title, c.withdrawn_at is null as stands, e.id as entry, e.policy_id as policy,
      coalesce(e.granted + coalesce(b.granted, 0), 0)::int as left, coalesce(n.paid, 0)::int as paid
    from check_ins c join meetings m on m.id = c.meeting_id
      and (m.closed_at is not null or exists (select 1 from meeting_records r where r.meeting_id = m.id and r.locked_at is not null))
    left join lateral (select count(*) as paid, max(p.id) as last from point_entries p where p.person_id = c.person_id and p.rule = 'meeting'
      and (p.source = ${`meeting ${meetingId}`} or starts_with(p.source, ${`meeting ${meetingId} again `}))) n on true
    left join point_entries e on e.id = n.last and not exists (select 1 from point_entries t where t.corrects_id = e.id and t.rule = 'taken-back')
    left join lateral (select sum(granted) as granted from point_entries x where x.corrects_id = e.id) b on true
    where c.meeting_id = ${meetingId} order by c.person_id`);
  return rows;
}

/**
 * Lets points follow who was at a meeting, once its attendance stands (it is closed, or its record locked): who was there is paid, what a
 * check-in paid that was a mistake is taken back. Again changes nothing. A meeting that is opened again waits for its next close.
 */
export async function settleMeetingPoints(tx: Tx, meetingId: number, now: Date): Promise<void> {
  const everybody = await attendanceOf(tx, meetingId);
  const grants = everybody.flatMap(({ person_id, title, stands, entry, paid }) => {
    if (!stands || entry !== null) return [];
    // A check-in that was taken back as a mistake and was none is an event of its own.
    const source = paid === 0 ? `meeting ${meetingId}` : `meeting ${meetingId} again ${paid}`;
    return [{ personId: Number(person_id), rule: "meeting" as const, source, why: { title, path: `/meetings/${meetingId}` } }];
  });
  await takeBack(tx, meetingId, everybody, now);
  await grantPoints(tx, grants, now);
}

async function takeBack(tx: Tx, meetingId: number, everybody: readonly Attended[], now: Date): Promise<void> {
  const entries = everybody.flatMap(({ person_id, title, stands, entry, policy, left }) => {
    if (stands || entry === null || policy === null) return [];
    return [
      {
        ...{ personId: Number(person_id), rule: "taken-back" as const, source: `meeting ${meetingId} entry ${entry}`, day: dayOf(now) },
        ...{ earned: -left, granted: -left, policyId: Number(policy), correctsId: Number(entry), enteredAt: now },
        why: { title, path: `/meetings/${meetingId}` },
      },
    ];
  });
  if (entries.length === 0) return;
  await lockPoints(
    tx,
    entries.map(({ personId }) => personId),
  );
  await tx.insert(pointEntries).values(entries).onConflictDoNothing();
}
