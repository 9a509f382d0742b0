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
  const sums: Record<string, string> = {};
  for (const { name } of rows.filter((table) => !NOT_OURS.has(table.name))) {
    const less = LEFT_OUT[name] === undefined ? "" : ` - '${LEFT_OUT[name]}'`;
    const found = await client.query<{ sum: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(md5((to_jsonb(t)${less})::text), '' order by md5((to_jsonb(t)${less})::text))), '') as sum from "${name}" t`,
    );
    sums[name] = found.rows[0]?.sum ?? "";
  }
  await client.end();
  if (Object.keys(sums).length < 20) throw new Error("the checksum has lost its eyes");
  return sums;
}
