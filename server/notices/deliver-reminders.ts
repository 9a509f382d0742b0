import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { type Digest, reminderWords } from "#domain/tasks/reminders.ts";
import en from "#messages/en.json" with { type: "json" };
import zh from "#messages/zh-CN.json" with { type: "json" };
import { REQUIRED, UNFINISHED } from "#server/tasks/state-in-sql.ts";
import { giveNotice } from "./give-notice.ts";
import { isMailSet } from "./mail.ts";
import { isWebhookSet } from "./webhook.ts";

type Turn = Readonly<{ personIds: readonly number[]; day: string; now: Date; lightBurden: boolean }>;

const filled = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/g, (_all, name: string) => String(values[name] ?? ""));

/** What each of these people owes at this moment, the units they answer for included; who owes nothing any more is not in it. */
async function digestsOf(tx: Tx, personIds: readonly number[], now: Date): Promise<Map<string, { digest: Digest; personIds: number[] }>> {
  const list = sql.param([...personIds]);
  const { rows } = await tx.execute<{ owner: string; open: number; overdue: number }>(sql`
    select w.owner, count(*)::int as open, count(*) filter (where w.due_at < ${now})::int as overdue from (
      select t.person_id as owner, t.due_at from tasks t where t.person_id = any(${list}::bigint[]) and ${UNFINISHED} and ${REQUIRED}
      union all
      select o.person_id, t.due_at from offices o join tasks t on t.branch_id = o.branch_id and t.person_id is null and ${UNFINISHED} and ${REQUIRED}
      where o.person_id = any(${list}::bigint[]) and o.office in ('leader', 'branch_admin') and o.ended_at is null) w group by w.owner`);
  const groups = new Map<string, { digest: Digest; personIds: number[] }>();
  for (const { owner, open, overdue } of rows) {
    const key = `${open} ${overdue}`;
    const group = groups.get(key) ?? { digest: { open, overdue }, personIds: [] };
    group.personIds.push(Number(owner));
    groups.set(key, group);
  }
  return groups;
}

/** A letter to everybody who asked for letters; it names numbers, never what is owed. */
async function writeLetters(tx: Tx, personIds: readonly number[], digest: Digest, now: Date): Promise<void> {
  const link = process.env["PUBLIC_URL"] ? `\n${process.env["PUBLIC_URL"]}/tasks` : "";
  const body = `${filled(zh.notices.mail.body, digest)}\n\n${filled(en.notices.mail.body, digest)}\n${link}`;
  await tx.execute(sql`
    insert into deliveries (channel, person_id, subject, body, created_at, send_at)
    select 'email', c.person_id, ${zh.notices.mail.subject}, ${body}, ${now}, ${now} from contacts c
    where c.person_id = any(${sql.param([...personIds])}::bigint[]) and c.wants_email and c.email is not null`);
}

const MOST_LINES = 30;

/** One line for the robot in the chat: how many people of which branch, and no name. */
async function writeToRobot(tx: Tx, personIds: readonly number[], now: Date): Promise<void> {
  const { rows } = await tx.execute<{ branch: string; people: number }>(sql`
    select b.name as branch, count(*)::int as people from people p join branches b on b.id = p.branch_id
    where p.id = any(${sql.param([...personIds])}::bigint[]) group by b.id order by b.path`);
  if (rows.length === 0) return;
  const lines = rows.slice(0, MOST_LINES).map((row) => filled(zh.notices.robot.line, row));
  const rest = rows.length > MOST_LINES ? [filled(zh.notices.robot.rest, { branches: rows.length - MOST_LINES })] : [];
  const body = [filled(zh.notices.robot.head, { people: personIds.length }), ...lines, ...rest].join("\n");
  await tx.execute(sql`
    insert into deliveries (channel, subject, body, created_at, send_at) values ('webhook', ${zh.notices.mail.subject}, ${body}, ${now}, ${now})`);
}

/** Tells people whose turn it is what they still owe: in the app, by letter where wanted, and the robot by counts. */
export async function deliverReminders(tx: Tx, { personIds, day, now, lightBurden }: Turn): Promise<number> {
  const groups = [...(await digestsOf(tx, personIds, now)).values()];
  for (const { digest, personIds: alike } of groups) {
    const words = reminderWords(digest, lightBurden);
    await giveNotice(tx, { personIds: alike, ...words, path: "/tasks", now, dedupe: `reminder ${day}` });
    if (isMailSet()) await writeLetters(tx, alike, digest, now);
  }
  const all = groups.flatMap((group) => group.personIds);
  if (isWebhookSet() && all.length > 0) await writeToRobot(tx, all, now);
  return all.length;
}
