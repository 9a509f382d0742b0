import { readFileSync } from "node:fs";
import { join } from "node:path";
import type pg from "pg";
import { poolOf } from "#db/client.ts";
import { answerPool } from "#server/attempts/answer-pool.ts";

const PATIENCE_MS = 1_000;
const SKEW_LIMIT_MS = 250;

export type Readiness = Readonly<{ ready: boolean; checks: Readonly<Record<string, string>> }>;

/** Every pool this process may use. */
export const poolsOfProcess = (): Readonly<Record<string, pg.Pool>> => ({
  play: poolOf("play"),
  judge: poolOf("judge"),
  desk: poolOf("desk"),
  live: answerPool(),
});

/** The work's result, or an error when it is not there within the time. */
export function within<T>(limitMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${limitMs} ms`)), limitMs);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

let built: number | undefined;
function migrationsOfBuild(): number {
  if (built === undefined) {
    const journal = JSON.parse(readFileSync(join(process.cwd(), "db", "migrations", "meta", "_journal.json"), "utf8")) as {
      entries: unknown[];
    };
    built = journal.entries.length;
  }
  return built;
}

async function skewMs(): Promise<number> {
  const before = Date.now();
  const { rows } = await answerPool().query<{ ms: number }>("select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms");
  const after = Date.now();
  const asked = rows[0]?.ms ?? 0;
  // The database read its clock somewhere between the two.
  return Math.max(0, before - asked, asked - after);
}

async function migrationProblem(): Promise<string> {
  // The migrations' own table belongs to the database's user, not to our role: laid down for this one question.
  const client = await answerPool().connect();
  try {
    await client.query("begin; set local role none");
    const { rows } = await client.query<{ n: number }>("select count(*)::int as n from drizzle.__drizzle_migrations");
    await client.query("rollback");
    client.release();
    const stored = rows[0]?.n ?? 0;
    return stored === migrationsOfBuild() ? "ok" : `the database has ${stored} migrations, this build ${migrationsOfBuild()}`;
  } catch (error) {
    client.release(error as Error); // in the middle of a transaction: of no use to the next
    throw error;
  }
}

async function told(work: () => Promise<string>): Promise<string> {
  try {
    return await within(PATIENCE_MS, work());
  } catch (error) {
    return (error as Error).message;
  }
}

/** Whether this process can serve: every pool answers within a second, the schema is the build's, the clocks agree to 250 ms. */
export async function checkReadiness(): Promise<Readiness> {
  const answers = async (pool: pg.Pool) => {
    await pool.query("select 1");
    return "ok";
  };
  const pools = Object.entries(poolsOfProcess()).map(async ([name, pool]) => [name, await told(() => answers(pool))] as const);
  const rest = [
    told(migrationProblem).then((said) => ["migrations", said] as const),
    told(async () => {
      const skew = await skewMs();
      return skew < SKEW_LIMIT_MS ? "ok" : `the database's clock differs by ${Math.round(skew)} ms`;
    }).then((said) => ["clock", said] as const),
  ];
  const checks = Object.fromEntries(await Promise.all([...pools, ...rest]));
  return { ready: Object.values(checks).every((said) => said === "ok"), checks };
}
