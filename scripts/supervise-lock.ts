import { setTimeout as pause } from "node:timers/promises";
import { type SocketLock, trySocketLock } from "#db/embedded/socket-lock.ts";

export const leavingHolder = "leaving";
const patienceMs = 1_500;
const leavingPatienceMs = 16_000;

/**
 * Holds a data directory for one house. `holder` says who we are to whoever finds it taken. Waits for a holder that is leaving;
 * throws a sentence naming one that is not.
 */
export async function lockDataDir(dataDir: string, holder: () => string): Promise<SocketLock> {
  const startedAt = performance.now();
  for (;;) {
    const lock = await trySocketLock(dataDir, "house", holder);
    if (typeof lock !== "string") return lock;
    const waitedMs = performance.now() - startedAt;
    if (waitedMs > (lock === leavingHolder ? leavingPatienceMs : patienceMs)) {
      throw new Error(`Zhixing already runs on ${dataDir} (${lock}). Stop it first, or set DATA_DIR.`);
    }
    await pause(100);
  }
}
