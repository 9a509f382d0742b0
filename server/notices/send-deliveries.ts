import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { log } from "#server/log.ts";
import { isMailSet, type Letter, sendLetters } from "./mail.ts";
import { isWebhookSet, tellWebhook } from "./webhook.ts";

const AT_ONCE = 20;
/** Longer than twenty letters to a mail server that keeps silent; a worker that dies with them gives them back after this. */
const CLAIM_MS = 300_000;
const MOST_TRIES = 10;
const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 3_600_000;

type Claimed = { id: string; channel: "email" | "webhook"; tries: number; subject: string; body: string; email: string | null };
const db = () => database("judge");

/** When a delivery that failed for the n-th time is tried again: 30 s, doubling, an hour at most; given up after ten, some four hours. */
export const pauseAfter = (tries: number): number => Math.min(FIRST_PAUSE_MS * 2 ** (tries - 1), LONGEST_PAUSE_MS);

async function claim(now: Date): Promise<Claimed[]> {
  const channels = [...(isMailSet() ? ["email"] : []), ...(isWebhookSet() ? ["webhook"] : [])];
  if (channels.length === 0) return [];
  const { rows } = await db().execute<Claimed>(sql`
    update deliveries d set send_at = ${new Date(now.getTime() + CLAIM_MS)}, tries = d.tries + 1 where d.id in (
      select id from deliveries where sent_at is null and failed_at is null and send_at <= ${now} and channel = any(${sql.param(channels)}::text[])
      order by send_at, id limit ${AT_ONCE} for update skip locked)
    returning d.id, d.channel, d.tries, d.subject, d.body, (select c.email from contacts c where c.person_id = d.person_id and c.wants_email) as email`);
  return rows;
}

/** A mail server that answers 5xx to a letter will do so again. */
const isFinal = (error: unknown): boolean =>
  typeof error === "object" && error !== null && "responseCode" in error && Number(error.responseCode) >= 500;

async function answered({ id, tries }: Claimed, error: unknown, now: Date): Promise<void> {
  if (error === null) {
    await db().execute(sql`update deliveries set sent_at = ${now}, last_error = null where id = ${id}`);
    return;
  }
  const isLast = tries >= MOST_TRIES || isFinal(error);
  // Addresses stand in what mail servers say; the table is read by nobody but the house, the log by more.
  const said = (error instanceof Error ? error.message : String(error)).slice(0, 500);
  log.warn({ delivery: Number(id), tries, isLast }, "a delivery failed");
  await db().execute(sql`
    update deliveries set last_error = ${said}, failed_at = ${isLast ? now : null}, send_at = ${new Date(now.getTime() + pauseAfter(tries))}
    where id = ${id} and sent_at is null`);
}

async function sendMails(claimed: readonly Claimed[], clock: () => Date): Promise<void> {
  const byId = new Map(claimed.map((one) => [Number(one.id), one]));
  const letters: Letter[] = [];
  for (const one of claimed) {
    if (one.email === null)
      await db().execute(sql`update deliveries set failed_at = ${clock()}, last_error = 'no address' where id = ${one.id}`);
    else letters.push({ id: Number(one.id), to: one.email, subject: one.subject, text: one.body });
  }
  if (letters.length === 0) return;
  await sendLetters(letters, async ({ id }, error) => {
    const one = byId.get(id);
    if (one) await answered(one, error, clock());
  });
}

/** Sends what waits and is due, some at a time. An answered delivery is never sent again; returns how many were tried. */
export async function sendDeliveries(clock: () => Date): Promise<number> {
  const claimed = await claim(clock());
  await sendMails(
    claimed.filter(({ channel }) => channel === "email"),
    clock,
  );
  for (const one of claimed.filter(({ channel }) => channel === "webhook")) {
    const error = await tellWebhook(one.body).then(
      () => null,
      (reason: unknown) => reason,
    );
    await answered(one, error, clock());
  }
  return claimed.length;
}
