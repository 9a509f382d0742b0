import type { CopySession } from "#db/copy.ts";

export type Table = { name: string; columns: string[]; key: string[] };
export type Sequence = { name: string; lastValue: string; isCalled: boolean };
export type Migration = { hash: string; createdAt: string };

/** Every table of ours with the columns that hold facts (generated ones are derived again) and its primary key, by name. */
export async function listTables(session: CopySession): Promise<Table[]> {
  return session.query<Table>(`
    select c.relname as name,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      coalesce((select array_agg(a.attname::text order by k.place) from pg_index i
        cross join unnest(i.indkey::int2[]) with ordinality k(attnum, place)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
        where i.indrelid = c.oid and i.indisprimary), '{}') as key
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    order by c.relname`);
}

export async function listSequences(session: CopySession): Promise<Sequence[]> {
  const found = await session.query<{ name: string }>(
    "select relname as name from pg_class where relkind = 'S' and relnamespace = 'public'::regnamespace order by relname",
  );
  const read = ({ name }: { name: string }): Promise<Sequence[]> =>
    session.query<Sequence>(
      `select '${name}' as name, last_value::text as "lastValue", is_called as "isCalled" from public.${quoted(name)}`,
    );
  const sequences: Sequence[] = [];
  for (const sequence of found) sequences.push(...(await read(sequence)));
  return sequences;
}

/** The migrations a database has been through: its schema version. Empty for a database that is not ours yet. */
export async function listMigrations(session: CopySession): Promise<Migration[]> {
  const found = await session.query<{ there: boolean }>("select to_regclass('drizzle.__drizzle_migrations') is not null as there");
  if (!found[0]?.there) return [];
  return session.query<Migration>('select hash, created_at::text as "createdAt" from drizzle.__drizzle_migrations order by created_at, id');
}

/** A name as SQL writes it. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** `public."people" ("id", "name")`. */
export function columnsOf(table: Table): string {
  return `public.${quoted(table.name)} (${table.columns.map(quoted).join(", ")})`;
}
