import { eq, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { organisation } from "#db/schema/people.ts";

/** What everybody may know of this installation, visitors too. */
export type Organisation = Readonly<{ name: string; lightBurden: boolean; demo: boolean; ready: boolean }>;

/** The organisation, or null before the first start has made it. `ready` is false while it waits for its first administrator. */
export async function findOrganisation(): Promise<Organisation | null> {
  const { name, lightBurden, demo } = organisation;
  const ready = sql<boolean>`exists (select 1 from people)`;
  const [found] = await database("play").select({ name, lightBurden, demo, ready }).from(organisation).where(eq(organisation.id, 1));
  return found ?? null;
}
