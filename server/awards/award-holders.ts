import { sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import type { AwardRules, Medal } from "#domain/awards/award-rules.ts";

/** Somebody an award makes a certificate for: a person, each of a team, or (no person) the branch itself. */
export type Holder = Readonly<{
  awardId: number;
  award: Medal | "organisation";
  personId: number | null;
  name: string;
  team: string | null;
  branchId: number;
  branch: string;
  division: string | null;
}>;

type Row = {
  award_id: string;
  award: Holder["award"];
  person_id: string | null;
  name: string;
  team: string | null;
  branch_id: string;
  branch: string;
  division: string | null;
};

/**
 * Who is to get a certificate of the awards in force and has none: the winner, every member of a team (or those who have a result, as the
 * rules say), the branch. Whose was revoked gets none by the way.
 */
export async function listHolders(db: Db | Tx, contestId: number, members: AwardRules["members"]): Promise<Holder[]> {
  const { rows } = await db.execute<Row>(sql`
    with won as (
      select a.id, a.award, a.team_id, a.person_id, a.branch_id, a.division, a.name from awards a
      where a.grant_id = (select g.id from award_grants g where g.contest_id = ${contestId} order by g.number desc limit 1)
    ), held as (
      select w.id, w.award, w.division, w.person_id, null::text as team from won w where w.person_id is not null
      union all
      select w.id, w.award, w.division, m.person_id, w.name from won w join team_members m on m.team_id = w.team_id
      where ${members} = 'all' or exists (
        select 1 from entries e join standings s on s.entry_id = e.id where e.contest_id = ${contestId} and e.person_id = m.person_id and s.counts)
    )
    select h.id as award_id, h.award, h.division, p.id as person_id, p.name, h.team, b.id as branch_id, b.name as branch
    from held h join people p on p.id = h.person_id join branches b on b.id = p.branch_id
    where p.disabled_at is null and not exists (select 1 from certificates c where c.award_id = h.id and c.person_id = h.person_id)
    union all
    select w.id, w.award, w.division, null, b.name, null, b.id, b.name from won w join branches b on b.id = w.branch_id
    where not exists (select 1 from certificates c where c.award_id = w.id)
    order by award_id, person_id nulls last`);
  return rows.map((row) => ({
    ...{ awardId: Number(row.award_id), award: row.award, personId: row.person_id === null ? null : Number(row.person_id) },
    ...{ name: row.name, team: row.team, branchId: Number(row.branch_id), branch: row.branch, division: row.division },
  }));
}
