import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { expect } from "vitest";
import { childrenOf } from "#tests/world/running-house.ts";
import { tableChecksums } from "./table-checksums.ts";

type House = { databaseUrl: string; supervisor: number };

const PATIENCE_MS = 1_000;
const LONGEST_MS = 60_000;
const GIVE_UP_MS = 240_000;

/** Transactions of the house that are open at this moment, as "pid since". */
async function openTransactions(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ one: string }>(
    "select pid || ' ' || xact_start as one from pg_stat_activity where application_name like 'zhixing-%' and xact_start is not null",
  );
  return rows.map(({ one }) => one);
}

/** Which of these transactions are still open after at most so long; it comes back as soon as none is. */
async function stillOpen(client: pg.Client, underway: string[], patienceMs: number): Promise<string[]> {
  const giveUpAt = performance.now() + patienceMs;
  let open = underway;
  while (open.length > 0 && performance.now() < giveUpAt) {
    await pause(10);
    const now = new Set(await openTransactions(client));
    open = open.filter((one) => now.has(one));
  }
  return open;
}

/** Waits, for a minute at most, for a moment in which the house has nothing underway. */
async function aQuietMoment(client: pg.Client): Promise<void> {
  const giveUpAt = performance.now() + LONGEST_MS;
  while ((await openTransactions(client)).length > 0 && performance.now() < giveUpAt) await pause(5);
}

/** Does a piece of work while the house's own worker stands still between two transactions: what changes then, a request did. */
export async function withWorkerHeld<T>({ databaseUrl, supervisor }: House, work: () => Promise<T>): Promise<T> {
  const workers = childrenOf(supervisor, "scripts/worker.ts");
  expect(workers, "the house has one worker").toHaveLength(1);
  const tell = (signal: NodeJS.Signals) => process.kill(workers[0] as number, signal);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    // The doors end what they have underway in a moment, a stopped worker never does: it goes on until that is over, however busy the machine.
    // One that stood for a while has much to make up for, so it is stopped when it rests, not when it happens to be asked.
    const giveUpAt = performance.now() + GIVE_UP_MS;
    for (;;) {
      await aQuietMoment(client);
      tell("SIGSTOP");
      const held = await stillOpen(client, await openTransactions(client), PATIENCE_MS);
      if (held.length === 0) break;
      if (performance.now() > giveUpAt) throw new Error("the worker never stands between two transactions");
      tell("SIGCONT");
      await stillOpen(client, held, LONGEST_MS);
    }
    const done = await work();
    expect(childrenOf(supervisor, "scripts/worker.ts"), "the held worker is still the house's worker").toEqual(workers);
    return done;
  } finally {
    tell("SIGCONT");
    await client.end();
  }
}

/** Does a piece of work with the worker held, and expects every table to hold afterwards what it held before. */
export function nothingChanges<T>(house: House, work: () => Promise<T>): Promise<T> {
  return withWorkerHeld(house, async () => {
    const before = await tableChecksums(house.databaseUrl);
    const done = await work();
    expect(await tableChecksums(house.databaseUrl)).toEqual(before);
    return done;
  });
}
