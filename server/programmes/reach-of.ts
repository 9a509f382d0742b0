import { sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";

/** Whom a programme reaches if it is published as it stands: people by audience, units, tasks. */
export async function reachOf(db: Db | Tx, programmeId: number) {
  const { rows } = await db.execute<{ audience_id: string | null; people: number; items: number }>(sql`
    select m.audience_id, count(*)::int as people, (
      select count(*)::int from programme_items i where i.programme_id = ${programmeId} and i.retired_at is null and i.owner = 'person'
        and (cardinality(i.audience_ids) = 0 or m.audience_id = any(i.audience_ids))
    ) as items from (
      select (select a.id from programme_audiences a where a.programme_id = p.id and (cardinality(a.tags) = 0 or a.tags && w.tags)
        order by a.place limit 1) as audience_id
      from programmes p join branches top on top.id = p.branch_id join branches b on starts_with(b.path, top.path)
      join people w on w.branch_id = b.id and w.disabled_at is null where p.id = ${programmeId}
    ) m group by m.audience_id`);
  const found = await db.execute<{ units: number; items: number }>(sql`
    select (select count(*)::int from branches b where starts_with(b.path, top.path) and b.closed_at is null
        and exists (select 1 from people w where w.branch_id = b.id and w.disabled_at is null)) as units,
      (select count(*)::int from programme_items i where i.programme_id = p.id and i.retired_at is null and i.owner = 'unit') as items
    from programmes p join branches top on top.id = p.branch_id where p.id = ${programmeId}`);
  const unit = found.rows[0] ?? { units: 0, items: 0 };
  const groups = rows.map((row) => ({
    audienceId: row.audience_id === null ? null : Number(row.audience_id),
    people: row.people,
    items: row.items,
  }));
  return {
    groups,
    people: groups.reduce((sum, { people }) => sum + people, 0),
    units: unit.items > 0 ? unit.units : 0,
    tasks: groups.reduce((sum, { people, items }) => sum + people * items, 0) + unit.units * unit.items,
  };
}
