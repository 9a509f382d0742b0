import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import pg from "pg";
import { databaseUrl } from "./connection.ts";
import * as annotations from "./schema/annotations.ts";
import * as attempts from "./schema/attempts.ts";
import * as certificates from "./schema/certificates.ts";
import * as contests from "./schema/contests.ts";
import * as files from "./schema/files.ts";
import * as groups from "./schema/groups.ts";
import * as materials from "./schema/materials.ts";
import * as meetings from "./schema/meetings.ts";
import * as notices from "./schema/notices.ts";
import * as operations from "./schema/operations.ts";
import * as people from "./schema/people.ts";
import * as programmes from "./schema/programmes.ts";
import * as questions from "./schema/questions.ts";
import * as records from "./schema/records.ts";
import * as reflections from "./schema/reflections.ts";
import * as reviews from "./schema/reviews.ts";
import * as search from "./schema/search.ts";
import * as stages from "./schema/stages.ts";
import * as tasks from "./schema/tasks.ts";
import * as teams from "./schema/teams.ts";

const schema = {
  ...annotations,
  ...attempts,
  ...certificates,
  ...contests,
  ...files,
  ...groups,
  ...materials,
  ...meetings,
  ...notices,
  ...operations,
  ...people,
  ...programmes,
  ...questions,
  ...records,
  ...reflections,
  ...reviews,
  ...search,
  ...stages,
  ...tasks,
  ...teams,
};

/** The three database roles of never.md; each has its own pool, so that a slow report never takes a member's connection. */
export type Door = "play" | "judge" | "desk";
export type Db = NodePgDatabase<typeof schema>;
export type Tx = Parameters<Parameters<Db["transaction"]>[0]>[0];

const SIZES: Record<Door, number> = { play: 10, judge: 4, desk: 6 };
const STATEMENT_MS: Record<Door, number> = { play: 5_000, judge: 15_000, desk: 20_000 };

type Opened = { pool: pg.Pool; db: Db; url: string };
// Turbopack compiles a module several times; what must exist once per process stands on globalThis.
const opened = globalThis as typeof globalThis & { zhixingPools?: Map<Door, Opened>; zhixingPoolErrors?: number };

function open(door: Door): Opened {
  const url = databaseUrl();
  const pool = new pg.Pool({
    connectionString: url,
    max: SIZES[door],
    connectionTimeoutMillis: 2_000,
    idleTimeoutMillis: 30_000,
    application_name: `zhixing-${door}`,
    options: [
      `-c role=zhixing_${door}`,
      `-c statement_timeout=${STATEMENT_MS[door]}`,
      "-c lock_timeout=2000",
      "-c idle_in_transaction_session_timeout=10000",
      "-c timezone=UTC",
    ].join(" "),
  });
  // Both handlers are needed: without them a dying backend ends the process (architecture decision 1).
  const count = () => {
    opened.zhixingPoolErrors = (opened.zhixingPoolErrors ?? 0) + 1;
  };
  pool.on("error", count);
  pool.on("connect", (client) => client.on("error", count));
  return { pool, db: drizzle(pool, { schema, casing: "snake_case" }), url };
}

function entryOf(door: Door): Opened {
  opened.zhixingPools ??= new Map();
  const found = opened.zhixingPools.get(door);
  if (found) return found;
  const made = open(door);
  opened.zhixingPools.set(door, made);
  return made;
}

/** The database as one role sees it. */
export function database(door: Door): Db {
  return entryOf(door).db;
}

/** The pool below, for hand-written statements and for health. */
export function poolOf(door: Door): pg.Pool {
  return entryOf(door).pool;
}

/** Connections lost so far, for /metrics. */
export function poolErrors(): number {
  return opened.zhixingPoolErrors ?? 0;
}

/** Closes every pool; the next use opens them again. */
export async function closePools(): Promise<void> {
  const all = [...(opened.zhixingPools?.values() ?? [])];
  opened.zhixingPools?.clear();
  await Promise.all(all.map(({ pool }) => pool.end()));
}
