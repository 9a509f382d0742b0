import { sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import type { Sofar } from "#domain/points/grant.ts";
import type { CapGroup } from "#domain/points/rules.ts";
import { weekOf } from "#domain/points/week-of.ts";

export const NOTHING: Sofar = { day: 0, week: 0, groups: {} };

type Row = { person_id: string; cap_group: CapGroup | null; day: number; week: number };

/** What people were granted on a day and in its week. What was taken back frees no room: a cap is of what was given. */
export async function sofarOf(db: Db | Tx, personIds: readonly number[], day: string): Promise<Map<number, Sofar>> {
  const { from, to } = weekOf(day);
  const { rows } = await db.execute<Row>(sql`
    select person_id, cap_group, sum(granted) filter (where day = ${day})::int as day, sum(granted)::int as week from point_entries
    where person_id = any(${sql.param([...personIds])}::bigint[]) and day between ${from} and ${to} and granted > 0 group by 1, 2`);
  const found = new Map<number, Sofar>();
  for (const row of rows) {
    const { day: all, week, groups } = found.get(Number(row.person_id)) ?? NOTHING;
    const own = { day: row.day ?? 0, week: row.week };
    const withOwn = row.cap_group === null ? groups : { ...groups, [row.cap_group]: own };
    found.set(Number(row.person_id), { day: all + own.day, week: week + own.week, groups: withOwn });
  }
  return found;
}
