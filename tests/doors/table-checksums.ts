import pg from "pg";

/** What a request may touch without having changed anything: presence, and the count of wrong guesses. */
const LEFT_OUT: Readonly<Record<string, string>> = { sessions: "seen_at", attempts: "seen_at" };
/** The worker's own rows come and go by the clock. */
const NOT_OURS = new Set(["guesses", "jobs", "recomputes", "live_changes", "board_snapshots"]);

/** A checksum of every table; two are equal when nobody changed a row in between. */
export async function tableChecksums(databaseUrl: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1",
  );
  // One statement, and sums that need no order: it is done before and after every single refusal.
  const ours = rows.filter((table) => !NOT_OURS.has(table.name));
  const parts = ours.map(({ name }) => {
    const row = LEFT_OUT[name] === undefined ? "t::text" : `(to_jsonb(t) - '${LEFT_OUT[name]}')::text`;
    return `select '${name}' as name, count(*) || ' ' || coalesce(sum(hashtextextended(${row}, 0)), 0) as sum from "${name}" t`;
  });
  const found = await client.query<{ name: string; sum: string }>(parts.join(" union all "));
  const sums = Object.fromEntries(found.rows.map(({ name, sum }) => [name, sum]));
  await client.end();
  if (Object.keys(sums).length < 20) throw new Error("the checksum has lost its eyes");
  return sums;
}
