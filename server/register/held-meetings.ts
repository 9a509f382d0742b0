import { type SQL, sql } from "drizzle-orm";
import { meetings } from "#db/schema/meetings.ts";

/** It took place: it was opened, or somebody was noted as being there. */
export const wasHeld: SQL = sql`(${meetings.cancelledAt} is null and (${meetings.openedAt} is not null or exists (
  select 1 from check_ins ci where ci.meeting_id = ${meetings.id} and ci.withdrawn_at is null)))`;

/** The year it began in, on the organisation's calendar. */
export const yearOfMeeting: SQL<number> = sql<number>`extract(year from ${meetings.startsAt} at time zone 'Asia/Shanghai')::int`;

/** Titles of what was read: the texts of its agenda, else the section of the plan. */
export const studiedOf: SQL<string[]> = sql<string[]>`coalesce(nullif(array(
    select v.title from agenda_items a join materials m on m.id = a.material_id join material_versions v on v.id = m.published_version_id
    where a.meeting_id = ${meetings.id} and a.removed_at is null order by a.place), '{}'),
  array(select s.title from plan_sections s where s.id = ${meetings.sectionId}))`;

/** How many were listed, came, and spoke. */
export const countsOf = {
  listed: sql<number>`(select count(*)::int from meeting_people p where p.meeting_id = ${meetings.id} and p.removed_at is null)`,
  attended: sql<number>`(select count(*)::int from check_ins c where c.meeting_id = ${meetings.id} and c.withdrawn_at is null)`,
  spoke: sql<number>`(select count(distinct s.person_id)::int from speeches s where s.meeting_id = ${meetings.id} and s.deleted_at is null)`,
};
