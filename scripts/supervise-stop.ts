import type { EmbeddedServer } from "#db/embedded/start-embedded.ts";
import type { Child } from "./supervise-child.ts";

export type House = { live: Child | null; others: Child[]; database: EmbeddedServer | null; timers: Array<() => void>; isLeaving: boolean };

const liveWithinMs = 11_000;
const othersWithinMs = 2_000;
const hardExitMs = 14_500;

const codes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/**
 * Stops the house on a signal, or when the process that started us vanished: live first, which closes every stream and lets answers
 * end, then pages and worker, PostgreSQL last. Gone within 15 s whatever happens; exits with 128 + the signal's number.
 */
export function leaveOnSignal(house: House): void {
  const leave = (signal: keyof typeof codes): void => {
    if (house.isLeaving) return; // npm and the terminal often both pass on the same Ctrl-C
    house.isLeaving = true;
    setTimeout(() => process.exit(codes[signal]), hardExitMs).unref();
    void closeDown(house).finally(() => process.exit(codes[signal]));
  };
  for (const signal of Object.keys(codes) as Array<keyof typeof codes>) process.on(signal, leave);
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined); // a reader that left is no reason to fall
  if (process.channel) {
    process.once("disconnect", () => leave("SIGTERM"));
    process.channel.unref();
  }
}

/** Stops everything in order. Also for a start that failed half-way. */
export async function closeDown(house: House): Promise<void> {
  for (const end of house.timers.splice(0)) end();
  await house.live?.stop(liveWithinMs);
  await Promise.all(house.others.map((child) => child.stop(othersWithinMs)));
  await house.database?.stop();
}
