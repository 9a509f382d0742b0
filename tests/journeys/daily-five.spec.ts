import { type Browser, expect, type Page, test } from "@playwright/test";
import { aRunOfChoices, type Key, keysOf } from "./run-of-choices.ts";
import { browserOf, DESK, PHONE, say } from "./stage.ts";

async function answer(page: Page, { options, key }: Key, isRight: boolean): Promise<void> {
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
  const run = await aRunOfChoices("member02", "daily");
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
  const missed = page.getByRole("listitem").filter({ hasText: say("review.causes.practice") });
  for (const slot of [1, 3]) await expect(missed.filter({ hasText: keys[slot]?.stem ?? "" })).toHaveCount(1);
  await expect(page.locator("main a[href^='/materials/']").first()).toBeVisible();
  await look(browser, "/review/book", "book", page);
  await context.close();
});
