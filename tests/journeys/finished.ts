import type { Browser } from "@playwright/test";
import pg from "pg";
import { browserOf, DESK, house, postAs } from "./stage.ts";

let made = 0;

/** A programme of the whole organisation whose one required task these accounts have done; its address. Made in rows: how it is done is another journey's. */
export async function finishedProgramme(accounts: readonly string[], title = "学习贯彻党章专题培训"): Promise<string> {
  const client = new pg.Client({ connectionString: house.databaseUrl });
  await client.connect();
  const slug = `certified-${process.pid}-${++made}`;
  await client.query(
    `with p as (
       insert into programmes (slug, title, title_en, branch_id, opens_at, closes_at, certificate_title, certificate_title_en, created_at, published_at)
       select $1, $2, 'The Charter', b.id, now() - interval '9 days', now() + interval '9 days', '结业证书', 'Certificate of Completion', now(), now()
       from branches b where b.parent_id is null order by b.id limit 1 returning id),
     m as (insert into programme_modules (programme_id, place, title) select id, 0, '第一单元' from p returning id, programme_id),
     i as (insert into programme_items (programme_id, module_id, place, kind, title, move_on) select programme_id, id, 0, 'reflection', '写心得', 'Completed' from m returning id, programme_id)
     insert into tasks (programme_id, item_id, person_id, branch_id, created_at, done_at)
     select i.programme_id, i.id, person.id, person.branch_id, now(), now() from i, people person where person.account = any($3)`,
    [slug, title, accounts],
  );
  await client.end();
  return slug;
}

/** A programme that member01 finished, with the certificate given. */
export async function aCertificate(browser: Browser): Promise<{ slug: string; serial: string }> {
  const slug = await finishedProgramme(["member01", "member02"]);
  const organizer = await browserOf(browser, "organizer", DESK);
  const reply = await organizer.request.get(`/api/desk/programmes/${slug}/certificates`);
  if (!reply.ok()) throw new Error(`the organizer sees no certificates: ${reply.status()}`);
  const staffNo = await staffNoOf("member01");
  const { serial } = await postAs<{ serial: string }>(organizer, `/api/desk/programmes/${slug}/certificates`, { staffNo });
  await organizer.close();
  return { slug, serial };
}

async function staffNoOf(account: string): Promise<string> {
  const client = new pg.Client({ connectionString: house.databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ staff_no: string }>("select staff_no from people where account = $1", [account]);
  await client.end();
  return rows[0]?.staff_no ?? "";
}
