import { expect, type Locator, type Page, test } from "@playwright/test";
import pg from "pg";
import type { QuestionBody, QuestionKey } from "#domain/questions/question.ts";
import { browserOf, house, PHONE, zh } from "./stage.ts";

type Asked = { id: number; slug: string; body: QuestionBody; key: QuestionKey };

/** A text of the pack whose questions are all chosen or written in, with their keys: what its reader does not know. */
async function aTextWithKeys(): Promise<{ slug: string; asked: Asked[] }> {
  const client = new pg.Client({ connectionString: house.databaseUrl });
  await client.connect();
  const { rows } = await client.query<Asked>(
    `select q.id::int, m.slug, v.body, k.key from material_checks c join materials m on m.published_version_id = c.version_id
     join questions q on q.id = c.question_id join question_versions v on v.id = q.published_version_id join question_keys k on k.version_id = v.id
     order by m.slug desc, c.place`,
  );
  await client.end();
  const slug = rows[0]?.slug ?? "";
  const asked = rows.filter((row) => row.slug === slug);
  expect(asked.length).toBe(3);
  return { slug, asked };
}

const optionOf = (question: Locator, text: string) => question.getByRole("group").locator("label").filter({ hasText: text });

/** Answers a question right or wrong, and submits. */
async function answer(question: Locator, { body, key }: Asked, isRight: boolean): Promise<void> {
  if (key.kind === "truefalse") {
    await question
      .getByRole("radio", { name: zh(key.correct === isRight ? "play.true" : "play.false"), exact: true })
      .check({ force: true });
  } else if (key.kind === "fill") {
    const fields = question.getByRole("textbox");
    for (const [at, accepted] of key.blanks.entries()) await fields.nth(at).fill(isRight ? (accepted[0] ?? "") : "不是这个");
  } else if ((body.kind === "single" || body.kind === "multiple") && (key.kind === "single" || key.kind === "multiple")) {
    const right = key.kind === "single" ? [key.correct] : key.correct;
    const places = body.options.map((_, place) => place).filter((place) => right.includes(place) === isRight);
    for (const place of isRight ? places : places.slice(0, 1)) await optionOf(question, body.options[place]?.text ?? "").click();
  } else throw new Error(`${key.kind} does not stand in a text of the pack`);
  await question.getByRole("button", { name: zh("checks.submit") }).click();
}

const questionOf = (page: Page, { id }: Asked) => page.locator(`#check-${id}`);
const isKept = (page: Page, path: string) =>
  page.evaluate(async (at) => (await caches.match(at, { ignoreVary: true })) !== undefined, path);

test("a member reads, answers wrong and right, completes the text, and reads it again without a network", async ({ browser }) => {
  const { slug, asked } = await aTextWithKeys();
  const [first, second, third] = asked as [Asked, Asked, Asked];
  const context = await browserOf(browser, "member02", PHONE);
  const page = await context.newPage();
  const path = `/materials/${slug}`;
  await page.goto(path);
  await expect(page.getByText(zh("checks.left", { done: 0, total: 3, left: 3 }))).toBeVisible();

  await answer(questionOf(page, first), first, false);
  await expect(questionOf(page, first).getByText(zh("checks.wrong")).last()).toBeVisible();
  await questionOf(page, first)
    .getByRole("button", { name: zh("checks.again") })
    .click();
  await answer(questionOf(page, first), first, true);
  await expect(questionOf(page, first).getByText(zh("checks.right")).last()).toBeVisible();
  await answer(questionOf(page, second), second, true);
  await expect(page.getByText(zh("checks.left", { done: 2, total: 3, left: 1 }))).toBeVisible();

  // Without a network the text is there, and an answer waits for it where it was chosen.
  await expect.poll(() => isKept(page, path)).toBe(true);
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator("#p1")).toBeVisible();
  await expect(page.getByText(/^离线：正在看本机存的一份/)).toBeVisible();
  await answer(questionOf(page, third), third, true);
  await expect(questionOf(page, third).getByText(zh("checks.trouble.offline"))).toBeVisible();
  await context.setOffline(false);
  await questionOf(page, third)
    .getByRole("button", { name: zh("checks.submit") })
    .click();
  await expect(page.getByText(zh("checks.complete"))).toBeVisible();

  await page.goto("/study");
  await expect(
    page
      .getByRole("article")
      .filter({ has: page.locator(`a[href="${path}"]`) })
      .getByText(zh("study.read")),
  ).toBeVisible();
  await page.goto("/review");
  await expect(page.getByText(zh("review.wrongTimes", { count: 1 }))).toBeVisible();

  // Who signs out leaves nothing behind.
  await page.goto("/me");
  await page.getByRole("button", { name: zh("me.signOut") }).click();
  await page.waitForURL(/sign-in/);
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  await context.close();
});

test("search, keys and the contents work by keyboard", async ({ browser }) => {
  const { slug } = await aTextWithKeys();
  const context = await browserOf(browser, "member01", { viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(`/materials/${slug}`);
  await expect(page.locator("#p1")).toBeVisible();
  await page.keyboard.press("j");
  await expect(page.locator("#text [data-block]").first()).toBeFocused();
  await page.keyboard.press("j");
  await page.keyboard.press("c");
  await expect(page.locator("aside[data-contents] a").first()).toBeFocused();
  await page.keyboard.press("/");
  const field = page.getByRole("searchbox", { name: zh("reader.find.label") });
  await expect(field).toBeFocused();
  await field.fill("的");
  await expect(page.getByText(/^1\/\d+$/)).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByText(/^2\/\d+$/)).toBeVisible();
  await page.keyboard.press("Shift+Enter");
  await expect(page.getByText(/^1\/\d+$/)).toBeVisible();
  expect(await page.evaluate(() => CSS.highlights.get("zx-find")?.size ?? 0)).toBeGreaterThan(5);
  await page.keyboard.press("Escape");
  await expect(field).toBeHidden();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog").getByText(zh("reader.keys.find.does"))).toBeVisible();
  await context.close();
});
