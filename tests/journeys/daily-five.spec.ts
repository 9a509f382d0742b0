import { type Browser, expect, type Page, test } from "@playwright/test";
import pg from "pg";
import { browserOf, DESK, house, PHONE, say } from "./stage.ts";

type Key = { kind: string; correct: number | boolean };

/** The key of a question by its wording, from the database: which option a member would have to choose. */
async function keysOf(run: number): Promise<{ kind: string; options: string[]; key: Key }[]> {
  const client = new pg.Client({ connectionString: house.databaseUrl });
  await client.connect();
  const { rows } = await client.query(
    `select v.kind, coalesce(v.body->'options', '[]') as options, k.key from practices p, unnest(p.version_ids) with ordinality as u (id, place)
     join question_versions v on v.id = u.id join question_keys k on k.version_id = v.id where p.id = $1 order by place`,
    [run],
  );
  await client.end();
  return rows.map(({ kind, options, key }) => ({ kind, key, options: options.map(({ text }: { text: string }) => text) }));
}

/** Five questions of one choice in the day, so that the journey knows how to press them. */
async function aDayOfChoices(person: string): Promise<number> {
  const client = new pg.Client({ connectionString: house.databaseUrl });
  await client.connect();
  const { rows } = await client.query(
    `insert into practices (person_id, mode, day, seed, version_ids, started_at, shown_at, dedupe)
     select p.id, 'daily', (now() + interval '4 hours')::date, 'journey', array(select q.published_version_id from questions q
       where q.kind = 'single' and q.category not like '理论学习%' and q.state = 'published' order by q.id limit 5), now(), now(),
       'daily ' || to_char((now() at time zone 'UTC') + interval '4 hours', 'YYYY-MM-DD')
     from people p where p.account = $1
     on conflict (person_id, dedupe) do update set version_ids = excluded.version_ids, answered = 0 returning id`,
    [person],
  );
  await client.end();
  return Number(rows[0]?.id);
}

async function answer(page: Page, { options, key }: { options: string[]; key: Key }, isRight: boolean): Promise<void> {
  const right = options[Number(key.correct)] ?? "";
  const said = isRight ? right : (options.find((option) => option !== right) ?? "");
  await page.getByRole("radio", { name: said }).check();
  await page.getByRole("button", { name: say("checks.submit"), exact: true }).click();
}

async function look(browser: Browser, path: string, name: string, page: Page): Promise<void> {
  await page.screenshot({ path: `.cache/shots/${name}-phone.png`, fullPage: true });
  const desk = await browserOf(browser, "member02", { ...DESK, colorScheme: "dark" });
  const wide = await desk.newPage();
  await wide.goto(path);
  await wide.screenshot({ path: `.cache/shots/${name}-desk-dark.png`, fullPage: true });
  await desk.close();
}

test("a member does the daily five on a phone, gets two wrong, and sees them tomorrow in the book with the passage", async ({
  browser,
}) => {
  const run = await aDayOfChoices("member02");
  const context = await browserOf(browser, "member02", PHONE);
  const page = await context.newPage();
  await page.goto("/practice");
  await look(browser, "/practice", "practice", page);
  await page.getByRole("button", { name: say("practice.dailyStart"), exact: true }).click();
  await page.waitForURL(`**/practice/${run}`);
  const keys = await keysOf(run);
  for (const [slot, key] of keys.entries()) {
    await expect(page.getByText(say("practice.question", { number: slot + 1, total: 5 }))).toBeVisible();
    const isRight = slot !== 1 && slot !== 3;
    await answer(page, key, isRight);
    await expect(page.getByText(say(isRight ? "checks.right" : "checks.wrong")).first()).toBeVisible();
    if (slot === 1) {
      // Opened anew, it tells the same.
      await page.reload();
      await expect(page.getByText(say("checks.wrong")).first()).toBeVisible();
      await look(browser, `/practice/${run}`, "run", page);
    }
    await page.getByRole("button", { name: say(slot === 4 ? "practice.toEnd" : "practice.nextQuestion"), exact: true }).click();
  }
  await expect(page.getByText(say("practice.over", { right: 3, total: 5 }))).toBeVisible();
  await look(browser, `/practice/${run}`, "end", page);
  await page.goto("/review/book");
  await expect(page.getByRole("listitem").filter({ hasText: say("review.causes.practice") })).toHaveCount(2);
  await expect(page.locator("main a[href^='/materials/']").first()).toBeVisible();
  await look(browser, "/review/book", "book", page);
  await context.close();
});
