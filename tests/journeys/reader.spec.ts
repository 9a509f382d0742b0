import { expect, type Page, test } from "@playwright/test";
import { browserOf, PHONE, say, upTo } from "./stage.ts";
import { type Asked, answer, questionOf, textsWithKeys } from "./text-questions.ts";

async function aTextWithKeys(): Promise<{ slug: string; asked: Asked[] }> {
  const [text] = await textsWithKeys();
  expect(text?.asked.length).toBe(3);
  return text ?? { slug: "", asked: [] };
}

const isKept = (page: Page, path: string) =>
  page.evaluate(async (at) => (await caches.match(at, { ignoreVary: true })) !== undefined, path);

test("a member reads, answers wrong and right, completes the text, and reads it again without a network", async ({ browser }) => {
  const { slug, asked } = await aTextWithKeys();
  const [first, second, third] = asked as [Asked, Asked, Asked];
  const context = await browserOf(browser, "member02", PHONE);
  const page = await context.newPage();
  const path = `/materials/${slug}`;
  await page.goto(path);
  await expect(page.getByText(say("checks.left", { done: 0, total: 3, left: 3 }))).toBeVisible();

  await answer(questionOf(page, first), first, false);
  await expect(questionOf(page, first).getByText(say("checks.wrong")).last()).toBeVisible();
  await questionOf(page, first)
    .getByRole("button", { name: say("checks.again") })
    .click();
  await answer(questionOf(page, first), first, true);
  await expect(questionOf(page, first).getByText(say("checks.right")).last()).toBeVisible();
  await answer(questionOf(page, second), second, true);
  await expect(page.getByText(say("checks.left", { done: 2, total: 3, left: 1 }))).toBeVisible();

  // Without a network the text is there, and an answer waits for it where it was chosen.
  await expect.poll(() => isKept(page, path)).toBe(true);
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator("#p1")).toBeVisible();
  await expect(page.getByText(upTo(say("reader.offline.kept", { at: "§" }), "§"))).toBeVisible();
  await answer(questionOf(page, third), third, true);
  await expect(questionOf(page, third).getByText(say("checks.trouble.offline"))).toBeVisible();
  await context.setOffline(false);
  await questionOf(page, third)
    .getByRole("button", { name: say("checks.submit") })
    .click();
  await expect(page.getByText(say("checks.complete"))).toBeVisible();

  await page.goto("/study");
  await expect(
    page
      .getByRole("article")
      .filter({ has: page.locator(`a[href="${path}"]`) })
      .getByText(say("study.read")),
  ).toBeVisible();
  // Due tomorrow, and in the book from now on.
  await page.goto("/review/book");
  // Her other journeys may have left questions there as well: this text's own is the one that counts.
  const missed = page.getByRole("listitem").filter({ has: page.locator(`a[href^="${path}"]`) });
  await expect(missed.getByText(say("review.wrongTimes", { count: 1 }))).toBeVisible();

  // Who signs out leaves nothing behind.
  await page.goto("/me");
  await page.getByRole("button", { name: say("me.signOut"), exact: true }).click();
  await page.waitForURL(/sign-in/);
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  await context.close();
});

test("search, keys and the contents work by keyboard", async ({ browser }) => {
  const { slug } = await aTextWithKeys();
  const context = await browserOf(browser, "member01", { viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  // A key is heard by a page that is awake.
  await page.goto(`/materials/${slug}`, { waitUntil: "networkidle" });
  await page.keyboard.press("j");
  await expect(page.locator("#text [data-block]").first()).toBeFocused();
  await page.keyboard.press("j");
  await page.keyboard.press("c");
  await expect(page.locator("aside[data-contents] a").first()).toBeFocused();
  await page.keyboard.press("/");
  const field = page.getByRole("searchbox", { name: say("reader.find.label") });
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
  await expect(page.getByRole("dialog").getByText(say("reader.keys.find.does"))).toBeVisible();
  await context.close();
});
