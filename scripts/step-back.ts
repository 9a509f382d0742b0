import { existsSync, writeFileSync } from "node:fs";
import { setPriority } from "node:os";

const NICE = 10;
/** The process is gone already, or its group was changed a moment ago: nothing to be done about either. */
const HARMLESS = new Set(["ESRCH", "ENOENT", "EAGAIN"]);

/**
 * Lets a process stand back when processors are short: pages and jobs wait, so that answers need not (P4). Where Linux shares
 * processors by session (autogroup), a nice value counts inside a session alone, so the session steps back too.
 */
export function stepBack(pid: number): void {
  const group = `/proc/${pid}/autogroup`;
  try {
    setPriority(pid, NICE);
    if (existsSync(group)) writeFileSync(group, String(NICE));
  } catch (error) {
    if (!HARMLESS.has(String((error as { code?: unknown }).code))) throw error;
  }
}
