import { expect, test } from "@playwright/test";
import { browserOf, DESK, say } from "./stage.ts";

test("a text pasted before the page's scripts had arrived is not wiped: it is cleaned like any other", async ({ browser }) => {
  const context = await browserOf(browser, "organizer", DESK);
  const page = await context.newPage();
  let release: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\.js(?:\?|$)/u, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("/desk/materials/new", { waitUntil: "commit" });
  const pasted = page.getByLabel(say("materialDesk.paste"));
  await pasted.fill("早到的文字\n\n脚本还在路上，这一段已经贴好了，不应该丢。");
  release();
  await page.waitForLoadState("networkidle");
  await page.getByRole("button", { name: say("materialDesk.propose") }).click();
  await expect(page.getByText(say("materialDesk.proposalLead"))).toBeVisible();
  await expect(page.getByText("脚本还在路上，这一段已经贴好了，不应该丢。").first()).toBeVisible();
  await context.close();
});
