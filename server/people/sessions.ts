import { randomUUID } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { type Db, database, type Tx } from "#db/client.ts";
import { sessions } from "#db/schema/people.ts";

const LONGEST_MS = 7 * 86_400_000;

/** Opens a sign-in and returns its id; it ends after seven days whatever happens. */
export async function openSession(personId: number, device: string, now: Date): Promise<string> {
  const id = randomUUID();
  await database("play")
    .insert(sessions)
    .values({ id, personId, createdAt: now, seenAt: now, expiresAt: new Date(now.getTime() + LONGEST_MS), device: device.slice(0, 200) });
  return id;
}

/** Ends one sign-in; effective on the next request. */
export async function endSession(id: string, now: Date): Promise<void> {
  await database("play")
    .update(sessions)
    .set({ revokedAt: now })
    .where(and(eq(sessions.id, id), isNull(sessions.revokedAt)));
}

/** Ends every sign-in of a person, as after a new password or a disabling. */
export async function endSessionsOf(tx: Db | Tx, personId: number, now: Date): Promise<void> {
  await tx
    .update(sessions)
    .set({ revokedAt: now })
    .where(and(eq(sessions.personId, personId), isNull(sessions.revokedAt)));
}
