import { connectAlone, databaseUrl } from "#db/connection.ts";
import { log } from "#server/log.ts";
import { poolsOfProcess, within } from "./check-readiness.ts";

const PATIENCE_MS = 2_000;
const POISONED_AFTER_MS = 30_000;

const failingSinceMs = new Map<string, number>();

async function databaseAnswers(): Promise<boolean> {
  try {
    const client = await within(PATIENCE_MS, connectAlone(databaseUrl(), "zhixing-health"));
    await client.end();
    return true;
  } catch {
    return false; // away for everybody: a restart of ours would not bring it back
  }
}

/** Looks at every pool; one that fails while the database answers others is remembered from when. Call it every few seconds. */
export async function lookAtPools(nowMs: number): Promise<void> {
  for (const [name, pool] of Object.entries(poolsOfProcess())) {
    try {
      await within(PATIENCE_MS, pool.query("select 1"));
      failingSinceMs.delete(name);
    } catch (error) {
      if (!failingSinceMs.has(name)) log.warn({ pool: name, error }, "a pool does not answer");
      if (await databaseAnswers()) failingSinceMs.set(name, failingSinceMs.get(name) ?? nowMs);
      else failingSinceMs.delete(name);
    }
  }
}

/** The pool that has been of no use for thirty seconds though the database is there; null when all is well. */
export function poisonedPool(nowMs: number): string | null {
  for (const [name, sinceMs] of failingSinceMs) if (nowMs - sinceMs >= POISONED_AFTER_MS) return name;
  return null;
}
