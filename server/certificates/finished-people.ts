import { type SQL, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";

export type Finished = Readonly<{ personId: number; name: string; branchId: number; branch: string; finishedAt: Date }>;

/** The people who finished a programme, with when: finishedAt of domain/certificates said in SQL; a test holds the two to the same answer. */
export const finishedIn = (programmeId: number): SQL => sql`
  select t.person_id, max(coalesce(t.done_at, t.waived_at)) as finished_at
  from tasks t join programme_items i on i.id = t.item_id
  where t.programme_id = ${programmeId} and t.person_id is not null and i.is_required and t.cancelled_at is null
  group by t.person_id
  having bool_and(t.done_at is not null or t.waived_at is not null)`;

/** Whether a person holds a valid certificate of the programme, said of `f.person_id`. */
export const holdsOne = (programmeId: number): SQL => sql`exists (
  select 1 from certificates c where c.programme_id = ${programmeId} and c.person_id = f.person_id
    and c.revoked_at is null and c.superseded_by_id is null)`;

/** Whether one was revoked and none given since, said of `f.person_id`: what was taken for a reason is not given again by the way. */
export const wasRevoked = (programmeId: number): SQL => sql`exists (
  select 1 from certificates c where c.programme_id = ${programmeId} and c.person_id = f.person_id and c.revoked_at is not null)`;

/** Of these people, who finished and holds no certificate: what a certificate says of each. */
export async function listDeserving(tx: Db | Tx, programmeId: number, personIds: readonly number[]): Promise<Finished[]> {
  type Row = { person_id: string; name: string; branch_id: string; branch: string; finished_at: Date };
  const { rows } = await tx.execute<Row>(sql`
    select f.person_id, p.name, p.branch_id, b.name as branch, f.finished_at
    from (${finishedIn(programmeId)}) f join people p on p.id = f.person_id join branches b on b.id = p.branch_id
    where f.person_id = any(${sql.param([...personIds])}::bigint[]) and not ${holdsOne(programmeId)}
    order by p.pinyin_full, f.person_id`);
  return rows.map((row) => ({
    personId: Number(row.person_id),
    name: row.name,
    branchId: Number(row.branch_id),
    branch: row.branch,
    finishedAt: new Date(row.finished_at),
  }));
}

/** Who waits for a certificate: finished, not disabled, holds none, and none was revoked. */
export async function listWaiting(db: Db | Tx, programmeId: number): Promise<{ personId: number; name: string }[]> {
  const { rows } = await db.execute<{ person_id: string; name: string }>(sql`
    select f.person_id, p.name from (${finishedIn(programmeId)}) f join people p on p.id = f.person_id
    where p.disabled_at is null and not ${holdsOne(programmeId)} and not ${wasRevoked(programmeId)}
    order by p.pinyin_full, f.person_id`);
  return rows.map(({ person_id, name }) => ({ personId: Number(person_id), name }));
}

export type Counts = Readonly<{ people: number; finished: number; certified: number; withheld: number }>;

/** How many people the programme has, how many finished, how many of these hold a certificate or had one revoked. */
export async function countFinished(db: Db | Tx, programmeId: number): Promise<Counts> {
  type Row = { people: number; finished: number; certified: number; withheld: number };
  const { rows } = await db.execute<Row>(sql`
    select (select count(distinct t.person_id)::int from tasks t join people p on p.id = t.person_id
            where t.programme_id = ${programmeId} and t.cancelled_at is null and p.disabled_at is null) as people,
      count(*)::int as finished,
      (count(*) filter (where ${holdsOne(programmeId)}))::int as certified,
      (count(*) filter (where not ${holdsOne(programmeId)} and ${wasRevoked(programmeId)}))::int as withheld
    from (${finishedIn(programmeId)}) f join people p on p.id = f.person_id where p.disabled_at is null`);
  return rows[0] ?? { people: 0, finished: 0, certified: 0, withheld: 0 };
}
