import type { Tx } from "#db/client.ts";
import { isCodeValid } from "#domain/room/check-in-code.ts";
import { countDigitsGuess, refuseManyDigits } from "./limit-digits.ts";
import { findSecret, signOf } from "./meeting-secret.ts";

/** Six digits as they are read out. */
export const isDigits = (code: string) => /^\d{6}$/.test(code);

/** How the code was got: from the QR of this or the last period, or read out; null: it is wrong or too old. */
export async function provedBy(tx: Tx, meetingId: number, personId: number, code: string, now: Date): Promise<"qr" | "code" | null> {
  const found = await findSecret(tx, meetingId);
  if (!isDigits(code)) return found && isCodeValid(meetingId, code, now, signOf(found.secret)) ? "qr" : null;
  await refuseManyDigits(meetingId, personId, now);
  if (found?.code === code) return "code";
  await countDigitsGuess(meetingId, personId, now);
  return null;
}
