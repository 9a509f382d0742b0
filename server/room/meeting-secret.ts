import { createHmac, randomBytes, randomInt } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { meetingSecrets } from "#db/schema/meetings.ts";
import type { Sign } from "#domain/room/check-in-code.ts";

/** 132 bits: nobody guesses one while it lives. */
const CODE_LENGTH = 22;

const sixDigits = (): string => String(randomInt(0, 1_000_000)).padStart(6, "0");

/** What signs the rotating codes of a meeting. */
export const signOf =
  (secret: string): Sign =>
  (text) =>
    createHmac("sha256", secret).update(text).digest("base64url").slice(0, CODE_LENGTH);

/** The meeting's secret and its six digits; undefined while nobody opened it. For the judge's door alone. */
export async function findSecret(db: Db | Tx, meetingId: number) {
  const [found] = await db
    .select({ secret: meetingSecrets.secret, code: meetingSecrets.code })
    .from(meetingSecrets)
    .where(eq(meetingSecrets.meetingId, meetingId));
  return found;
}

/** The same, made when there is none yet. */
export async function ensureSecret(tx: Tx, meetingId: number) {
  const made = { meetingId, secret: randomBytes(32).toString("base64url"), code: sixDigits() };
  await tx.insert(meetingSecrets).values(made).onConflictDoNothing();
  return (await findSecret(tx, meetingId)) ?? made;
}

/** Draws the six digits anew: the old ones are worth nothing from now on. */
export async function renewDigits(tx: Tx, meetingId: number): Promise<string> {
  const code = sixDigits();
  await tx.update(meetingSecrets).set({ code }).where(eq(meetingSecrets.meetingId, meetingId));
  return code;
}
