import pg from "pg";

/** Where the database is: given by the supervisor to its children, or by whoever runs an external server. Throws when neither did. */
export function databaseUrl(): string {
  const url = process.env["ZX_DATABASE_URL"] ?? process.env["DATABASE_URL"];
  if (!url) throw new Error("ZX_DATABASE_URL is not set: start through npm start, or set DATABASE_URL");
  return url;
}

/**
 * A connection of its own, outside every pool, for work that owns its session (migrations, locks). Throws a sentence for
 * an administrator when the server cannot be reached, is older than 15 or its database is not UTF8.
 */
export async function connectAlone(url: string, applicationName: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: applicationName, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (cause) {
    throw new Error(`The database at ${placeOf(url)} cannot be reached: ${(cause as Error).message || String(cause)}`, { cause });
  }
  try {
    await checkServer(client, url);
  } catch (error) {
    await client.end();
    throw error;
  }
  return client;
}

async function checkServer(client: pg.Client, url: string): Promise<void> {
  const found = await client.query<{ version: number; encoding: string }>(
    "select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding",
  );
  const { version = 0, encoding = "" } = found.rows[0] ?? {};
  if (version < 150_000) throw new Error(`PostgreSQL 15 or later is needed; ${placeOf(url)} is ${Math.floor(version / 10_000)}.`);
  if (encoding !== "UTF8") {
    throw new Error(
      `The database at ${placeOf(url)} stores ${encoding}; create one with: CREATE DATABASE zhixing ENCODING 'UTF8' TEMPLATE template0;`,
    );
  }
}

/** The URL without its secret, for messages. */
export function placeOf(url: string): string {
  if (!URL.canParse(url)) return "(DATABASE_URL is not a URL)";
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}
