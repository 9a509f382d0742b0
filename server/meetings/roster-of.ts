import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { AttendRule } from "#domain/meetings/kinds.ts";

export type Party = Readonly<{ groupId: number } | { branchPath: string }>;
export type Guest = Readonly<{ personId: number; branchId: number }>;

/** The people a party brings: a group's members, or everybody of a branch and below. Disabled people are left out. */
export async function peopleOfParty(tx: Tx, party: Party): Promise<Guest[]> {
  const from =
    "groupId" in party
      ? sql`group_members gm join people p on p.id = gm.person_id where gm.group_id = ${party.groupId} and gm.left_at is null`
      : sql`people p join branches b on b.id = p.branch_id where b.path like ${party.branchPath} || '%' and b.closed_at is null`;
  const { rows } = await tx.execute<{ id: string; branch_id: string }>(
    sql`select p.id, p.branch_id from ${from} and p.disabled_at is null order by p.id`,
  );
  return rows.map(({ id, branch_id }) => ({ personId: Number(id), branchId: Number(branch_id) }));
}

/** Who is on the list of a new meeting: a group's meeting is its members'; a branch's is everybody's, unless people are invited one by one. */
export function firstParty(attend: AttendRule, groupId: number | null, branchPath: string): Party | null {
  if (groupId !== null) return { groupId };
  return attend === "invited" ? null : { branchPath };
}

/** Puts people on a meeting's list; who was taken off comes back, who is there stays as they are. Returns whom it added. */
export async function putOnRoster(tx: Tx, meetingId: number, guests: readonly Guest[], attend: "required" | "invited"): Promise<number[]> {
  if (guests.length === 0) return [];
  const { rows } = await tx.execute<{ person_id: string }>(sql`
    insert into meeting_people as mr (meeting_id, person_id, branch_id, attend)
    select ${meetingId}, g.person_id, g.branch_id, ${attend}
    from unnest(${sql.param(guests.map(({ personId }) => personId))}::bigint[], ${sql.param(guests.map(({ branchId }) => branchId))}::bigint[]) as g (person_id, branch_id)
    on conflict (meeting_id, person_id) do update set removed_at = null, attend = excluded.attend where mr.removed_at is not null
    returning person_id`);
  return rows.map(({ person_id }) => Number(person_id));
}
