import type { TestProject } from "vitest/node";
import { type Account, startHouse } from "./running-house.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** One running house for all files of the project. */
    house: { url: string; databaseUrl: string; dataDir: string; accounts: Account[] };
  }
}

/** Starts one house for a whole project of tests, and takes it down afterwards. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const house = await startHouse();
  const { url, databaseUrl, dataDir, accounts } = house;
  project.provide("house", { url, databaseUrl, dataDir, accounts });
  return house.remove;
}
