import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { OVERSEERS } from "#domain/access.ts";

type Reader = Readonly<{ meetingId: number; personId: number }>;

/** Of those who hold a stream of a meeting, the ones who may no longer: `can.seeInsideMeeting` for many people at once, in SQL. */
export async function noLongerInside(readers: readonly Reader[]): Promise<Reader[]> {
  if (readers.length === 0) return [];
  const meetings = sql.param(readers.map(({ meetingId }) => meetingId));
  const people = sql.param(readers.map(({ personId }) => personId));
  const { rows } = await database("judge").execute<{ meeting: string; person: string }>(sql`
    select r.meeting, r.person from (select distinct * from unnest(${meetings}::bigint[], ${people}::bigint[]) as r(meeting, person)) r
    where not exists (
      select 1 from meetings m join branches b on b.id = m.branch_id where m.id = r.meeting and (
        r.person in (m.chair_id, m.recorder_id, m.lead_reader_id)
        or exists (select 1 from meeting_people x where x.meeting_id = m.id and x.person_id = r.person and x.removed_at is null)
        or exists (select 1 from forum_judges j where j.meeting_id = m.id and j.person_id = r.person and j.removed_at is null)
        or exists (select 1 from group_members g where g.person_id = r.person and g.left_at is null and (g.group_id = m.group_id
          or g.group_id in (select y.group_id from meeting_parties y where y.meeting_id = m.id)))
        or exists (select 1 from offices o join branches ob on ob.id = o.branch_id where o.person_id = r.person and o.ended_at is null
          and o.office = any(${sql.param([...OVERSEERS])}::text[]) and b.path like ob.path || '%')))`);
  return rows.map(({ meeting, person }) => ({ meetingId: Number(meeting), personId: Number(person) }));
}
