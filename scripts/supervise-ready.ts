import { setTimeout as pause } from "node:timers/promises";
import type { Child } from "./supervise-child.ts";

const patienceMs = 180_000;
const hopelessDeaths = 6;
const stallLimitMs = 10_000;
const lookEveryMs = 2_000;

/** Waits until `url` answers (with 200 when `mustBeOk`). Throws with the child's last words when it keeps dying or time runs out. */
export async function whenAnswering(url: string, child: Child, mustBeOk: boolean): Promise<void> {
  const giveUpAt = performance.now() + patienceMs;
  for (;;) {
    const status = await findStatus(url);
    if (status !== null && (!mustBeOk || status === 200)) return;
    if (child.deaths() >= hopelessDeaths) throw new Error(`${child.name} does not start. Its last words:\n${child.log.tail().join("\n")}`);
    if (performance.now() > giveUpAt) {
      throw new Error(
        `${child.name} is not ready after ${patienceMs / 1000} s (${url}: ${status ?? "no answer"}). Its last words:\n${child.log.tail().join("\n")}`,
      );
    }
    await pause(100);
  }
}

/** Replaces a child that has not answered `url` for ten seconds: alive, and of no use to anybody (never.md X17). */
export function replaceWhenStalled(url: string, child: Child): { end(): void } {
  let answeredAt = performance.now();
  let deaths = child.deaths();
  const timer = setInterval(async () => {
    const now = performance.now();
    if ((await findStatus(url)) === 200 || child.deaths() !== deaths) {
      answeredAt = performance.now();
      deaths = child.deaths();
    } else if (now - answeredAt > stallLimitMs) {
      answeredAt = performance.now();
      child.replace(`has not answered for ${stallLimitMs / 1000} s`);
    }
  }, lookEveryMs);
  return { end: () => clearInterval(timer) };
}

async function findStatus(url: string): Promise<number | null> {
  try {
    const reply = await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(5_000) });
    await reply.body?.cancel();
    return reply.status;
  } catch {
    // Refused, cut off or too slow: all of them "no answer".
    return null;
  }
}
