import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";

/** A group's own meetings that have not begun: its members are to come to them. */
const ownComing = (groupId: number, now: Date): SQL => sql`
  from meetings m
  where m.group_id = ${groupId} and m.starts_at > ${now} and m.opened_at is null and m.cancelled_at is null`;

/** Puts new members on the list of the meetings to come. Who was on it before and taken off comes back. */
export async function enlist(tx: Tx, groupId: number, personIds: readonly number[], now: Date): Promise<void> {
  await tx.execute(sql`
    insert into meeting_people (meeting_id, person_id, branch_id, attend)
    select m.id, p.id, p.branch_id, 'required' from people p, (select m.id ${ownComing(groupId, now)}) m
    where p.id = any(${sql.param([...personIds])}::bigint[])
    on conflict (meeting_id, person_id) do update set removed_at = null, attend = 'required'`);
}

/** Takes somebody off the list of the meetings to come, and off chair and recorder: the leader and the next member stand in. */
export async function delist(tx: Tx, groupId: number, personId: number, now: Date): Promise<void> {
  await tx.execute(sql`
    update meeting_people set removed_at = ${now}
    where person_id = ${personId} and removed_at is null and meeting_id in (select m.id ${ownComing(groupId, now)})`);
  await tx.execute(sql`
    update meetings set revision = revision + 1,
      chair_id = case when chair_id = ${personId} then
        (select gm.person_id from group_members gm where gm.group_id = ${groupId} and gm.role = 'leader' and gm.left_at is null) else chair_id end,
      recorder_id = case when recorder_id = ${personId} then
        (select gm.person_id from group_members gm where gm.group_id = ${groupId} and gm.left_at is null and gm.role <> 'leader'
         order by (gm.role = 'deputy') desc, gm.id limit 1) else recorder_id end
    where ${personId} in (chair_id, recorder_id) and id in (select m.id ${ownComing(groupId, now)})`);
}
