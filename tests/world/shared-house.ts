import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { type Account, startHouse } from "./running-house.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** One running house for all files of the project. */
    house: { url: string; databaseUrl: string; dataDir: string; accounts: Account[]; supervisor: number };
  }
}

/** The worker takes the roster of the seeded contest in its first sweep; until then the tables still change by themselves. */
async function firstSweep(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const giveUpAt = performance.now() + 60_000;
  const isTaken = async () => (await client.query("select 1 from contests where roster_taken_at is null")).rowCount === 0;
  while (!(await isTaken())) {
    if (performance.now() > giveUpAt) throw new Error("the worker took no roster within a minute");
    await pause(100);
  }
  await client.end();
}

/** Starts one house for a whole project of tests, and takes it down afterwards. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const house = await startHouse();
  await firstSweep(house.databaseUrl);
  const { url, databaseUrl, dataDir, accounts, supervisor } = house;
  project.provide("house", { url, databaseUrl, dataDir, accounts, supervisor });
  return house.remove;
}
