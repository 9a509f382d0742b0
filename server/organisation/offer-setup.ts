import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { organisation } from "#db/schema/people.ts";
import { hashOfToken } from "./hash-of-token.ts";

const OFFER_MS = 24 * 3_600_000;

/**
 * A one-time token (256 bit) for the page where the first administrator is made, good for 24 h; null when there are people already.
 * Each start offers a new one and the former dies. Only its hash is kept.
 */
export async function offerSetup(now: Date): Promise<string | null> {
  const db = database("desk");
  const { rows } = await db.execute(sql`select 1 from people limit 1`);
  if (rows.length > 0) return null;
  const token = randomBytes(32).toString("base64url");
  const offer = { setupHash: hashOfToken(token), setupEndsAt: new Date(now.getTime() + OFFER_MS) };
  await db
    .insert(organisation)
    .values({ name: "", ...offer })
    .onConflictDoUpdate({ target: organisation.id, set: offer });
  return token;
}
