import pg from "pg";
import { databaseUrl } from "#db/connection.ts";

const process_ = globalThis as typeof globalThis & { zhixingAnswerPool?: pg.Pool; zhixingAnswerPoolErrors?: number };

/**
 * The live process's own connections, for the statements of the rush alone: a slow report never takes one. The planner is told to
 * use the keys, because a plan made while a table was still empty would be kept while it fills.
 */
export function answerPool(): pg.Pool {
  if (process_.zhixingAnswerPool) return process_.zhixingAnswerPool;
  const pool = new pg.Pool({
    connectionString: databaseUrl(),
    max: 4,
    connectionTimeoutMillis: 4_000,
    idleTimeoutMillis: 60_000,
    application_name: "zhixing-live",
    options: [
      "-c role=zhixing_judge",
      "-c statement_timeout=5000",
      "-c lock_timeout=4000",
      "-c idle_in_transaction_session_timeout=10000",
      "-c timezone=UTC",
      "-c enable_seqscan=off",
      "-c jit=off",
    ].join(" "),
  });
  // Both handlers are needed: without them a dying backend ends the process (architecture decision 1).
  const count = () => {
    process_.zhixingAnswerPoolErrors = (process_.zhixingAnswerPoolErrors ?? 0) + 1;
  };
  pool.on("error", count);
  pool.on("connect", (client) => client.on("error", count));
  process_.zhixingAnswerPool = pool;
  return pool;
}

/** Connections of this pool lost so far, for /metrics. */
export const answerPoolErrors = (): number => process_.zhixingAnswerPoolErrors ?? 0;

/** Closes it; the next use opens it again. */
export async function closeAnswerPool(): Promise<void> {
  const pool = process_.zhixingAnswerPool;
  delete process_.zhixingAnswerPool;
  await pool?.end();
}
