import { sql } from "drizzle-orm";

/** The meeting of a group or branch that an item (i) is, as g; one that was called off is none. */
export const HELD_JOIN = sql`left join meetings g on g.id = i.meeting_id and g.cancelled_at is null`;

/** When and where the item is held: as its meeting says now, else as the programme has it. Needs the join. */
export const HELD_AT = sql`case when g.id is null then i.meeting
  else jsonb_build_object('startsAt', g.starts_at, 'endsAt', g.ends_at, 'place', g.place) end`;
