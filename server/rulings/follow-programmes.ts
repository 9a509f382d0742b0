import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { finishedIn, holdsOne } from "#server/certificates/finished-people.ts";
import type { ContestSubject } from "#server/contests/find-contest.ts";
import { subjectsOf } from "#server/contests/recount-outcomes.ts";
import { reopenTasks, settleTasks } from "#server/outcomes/settle-tasks.ts";
import type { Effect } from "./effect.ts";

type Ruled = Pick<ContestSubject, "id" | "makesUpFor">;

/** Whether an item `i` asks for this contest, or for the one it makes up for. */
export const asksFor = (contest: Ruled) => sql`(i.kind = 'contest' and i.contest_id = any(${sql.param(subjectsOf(contest))}::bigint[]))`;

/** Tasks follow the outcomes, both ways: what is reached is done, what is no longer reached is open again. */
export async function followTasks(tx: Tx, contest: Ruled, entryIds: readonly number[], now: Date): Promise<void> {
  const theirs = sql`${asksFor(contest)} and t.person_id in (select e.person_id from entries e where e.id = any(${sql.param([...entryIds])}::bigint[]))`;
  await reopenTasks(tx, theirs, now);
  await settleTasks(tx, theirs);
}

async function askingProgrammes(tx: Tx, contest: Ruled): Promise<{ id: number; title: string; certifies: boolean }[]> {
  const { rows } = await tx.execute<{ id: string; title: string; certifies: boolean }>(sql`
    select distinct p.id, p.title, p.certificate_title is not null as certifies
    from programme_items i join programmes p on p.id = i.programme_id where ${asksFor(contest)} and i.is_required order by 1`);
  return rows.map((row) => ({ ...row, id: Number(row.id) }));
}

type Finisher = Effect["deserving"][number];

/** Who of the contest's people finished a programme that asks for it and gives a certificate, and holds none. */
export async function listUncertified(tx: Tx, contest: Ruled): Promise<Finisher[]> {
  const found: Finisher[] = [];
  for (const { id, title, certifies } of await askingProgrammes(tx, contest)) {
    if (!certifies) continue;
    const { rows } = await tx.execute<{ person_id: string; name: string }>(sql`
      select f.person_id, p.name from (${finishedIn(id)}) f join people p on p.id = f.person_id
      where p.disabled_at is null and not ${holdsOne(id)}
        and exists (select 1 from entries e where e.contest_id = ${contest.id} and e.person_id = f.person_id) order by p.pinyin_full, f.person_id`);
    found.push(...rows.map(({ person_id, name }) => ({ programmeId: id, programme: title, personId: Number(person_id), name })));
  }
  return found;
}

type Why = Readonly<{ reason: string; by: number | null; now: Date }>;

/**
 * Certificates that hold, of programmes that ask for the contest, whose holders have no longer finished: revoked, with the reason. None is
 * ever given by the way, nor revived: whoever has come to deserve one is listed, and is given it by who gives certificates.
 */
export async function lapseCertificates(tx: Tx, contest: Ruled, { reason, by, now }: Why): Promise<Effect["certificates"]> {
  const lapsed: Effect["certificates"][number][] = [];
  for (const { id } of await askingProgrammes(tx, contest)) {
    const { rows } = await tx.execute<{ id: string; serial: string; person_id: string; name: string }>(sql`
      update certificates c set revoked_at = ${now}, revoked_by = ${by}::bigint, revocation_reason = ${reason}
      from people p where p.id = c.person_id and c.programme_id = ${id} and c.revoked_at is null and c.superseded_by_id is null
        and exists (select 1 from entries e where e.contest_id = ${contest.id} and e.person_id = c.person_id)
        and exists (select 1 from tasks t join programme_items i on i.id = t.item_id where t.person_id = c.person_id
          and i.programme_id = c.programme_id and ${asksFor(contest)} and t.done_at is null
          and t.waived_at is null and t.cancelled_at is null)
        and not exists (select 1 from (${finishedIn(id)}) f where f.person_id = c.person_id)
      returning c.id, c.serial, c.person_id, p.name`);
    lapsed.push(...rows.map((row) => ({ id: Number(row.id), serial: row.serial, personId: Number(row.person_id), name: row.name })));
  }
  return lapsed.sort((a, b) => a.id - b.id);
}
