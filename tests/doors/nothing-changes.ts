import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { expect } from "vitest";
import { childrenOf } from "#tests/world/running-house.ts";
import { tableChecksums } from "./table-checksums.ts";

type House = { databaseUrl: string; supervisor: number };

const PATIENCE_MS = 2_000;
const TRIES = 20;

/** Transactions of the house that are open at this moment, as "pid since". */
async function openTransactions(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ one: string }>(
    "select pid || ' ' || xact_start as one from pg_stat_activity where application_name like 'zhixing-%' and xact_start is not null",
  );
  return rows.map(({ one }) => one);
}

/** Whether what was underway in the stopped process is over: the doors end theirs in a moment, a stopped worker never does. */
async function isBetweenTransactions(client: pg.Client): Promise<boolean> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  let underway = await openTransactions(client);
  while (underway.length > 0 && performance.now() < giveUpAt) {
    await pause(20);
    const now = new Set(await openTransactions(client));
    underway = underway.filter((one) => now.has(one));
  }
  return underway.length === 0;
}

/** Does a piece of work while the house's own worker stands still between two transactions: what changes then, a request did. */
export async function withWorkerHeld<T>({ databaseUrl, supervisor }: House, work: () => Promise<T>): Promise<T> {
  const workers = childrenOf(supervisor, "scripts/worker.ts");
  expect(workers, "the house has one worker").toHaveLength(1);
  const tell = (signal: NodeJS.Signals) => process.kill(workers[0] as number, signal);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    tell("SIGSTOP");
    for (let tries = 1; !(await isBetweenTransactions(client)); tries += 1) {
      if (tries === TRIES) throw new Error("the worker never stands between two transactions");
      tell("SIGCONT");
      await pause(50);
      tell("SIGSTOP");
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
