import { startHouse } from "#tests/world/running-house.ts";

/**
 * Starts one production house for all journeys and takes it down afterwards. JOURNEY_HOUSE (JSON: url, dataDir, databaseUrl, accounts) names
 * one that runs already; it is left running.
 */
export default async function setup(): Promise<() => Promise<void>> {
  if (process.env["JOURNEY_HOUSE"]) return async () => {};
  const house = await startHouse();
  const { url, databaseUrl, dataDir, accounts } = house;
  // Playwright hands its own environment on to the workers it starts after this.
  process.env["JOURNEY_HOUSE"] = JSON.stringify({ url, databaseUrl, dataDir, accounts });
  return house.remove;
}
