import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { aRunOfChoices } from "./run-of-choices.ts";
import { browserOf, DESK, PHONE, say } from "./stage.ts";

/** Opens a page whose scripts wait until they are let go: a slow line. */
async function slowly(context: BrowserContext, path: string): Promise<{ page: Page; release: () => Promise<void> }> {
  const page = await context.newPage();
  let open: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    open = resolve;
  });
  await page.route(/\.js(?:\?|$)/u, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(path, { waitUntil: "commit" });
  const release = async (): Promise<void> => {
    open();
    await page.waitForLoadState("networkidle");
  };
  return { page, release };
}

test("a text pasted before the page's scripts had arrived is not wiped: it is cleaned like any other", async ({ browser }) => {
  const context = await browserOf(browser, "organizer", DESK);
  const { page, release } = await slowly(context, "/desk/materials/new");
  await page.getByLabel(say("materialDesk.paste")).fill("早到的文字\n\n脚本还在路上，这一段已经贴好了，不应该丢。");
  await release();
  await page.getByRole("button", { name: say("materialDesk.propose") }).click();
  await expect(page.getByText(say("materialDesk.proposalLead"))).toBeVisible();
  await expect(page.getByText("脚本还在路上，这一段已经贴好了，不应该丢。").first()).toBeVisible();
  await context.close();
});

test("an answer chosen before the scripts had arrived is the one that is sent; sent before them, it is told by the page that follows", async ({
  browser,
}) => {
  const context = await browserOf(browser, "member02", PHONE);
  const verdict = (page: Page) => page.getByRole("status").filter({ hasText: new RegExp(`${say("checks.right")}|${say("checks.wrong")}`) });
  for (const sendsEarly of [false, true]) {
    const id = await aRunOfChoices("member02", "drill");
    const { page, release } = await slowly(context, `/practice/${id}`);
    const chosen = page.getByRole("radio").first();
    await chosen.check();
    const submit = page.getByRole("button", { name: say("checks.submit"), exact: true });
    if (sendsEarly) {
      await submit.click({ noWaitAfter: true });
      await expect(verdict(page)).toHaveCount(1);
      await release();
    } else {
      await release();
      await expect(chosen).toBeChecked();
      await submit.click();
    }
    await expect(verdict(page)).toHaveCount(1);
    await page.getByRole("button", { name: say("practice.nextQuestion"), exact: true }).click();
    await expect(page.getByText(say("practice.question", { number: 2, total: 5 })).first()).toBeVisible();
    await page.close();
  }
  await context.close();
});

test("a choice made in the very moment in which the page wakes stays", async ({ browser }) => {
  const context = await browserOf(browser, "organizer", DESK);
  const page = await context.newPage();
  // Task by task, until the control is React's: then it is used before anything else gets its turn.
  await page.addInitScript(() => {
    // A slow phone, to React's scheduler: it gives way after each of its tasks, and the effects of the waking page come in a later one.
    const now = performance.now.bind(performance);
    let asked = 0;
    performance.now = () => now() + 6 * asked++;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      const select = [...document.querySelectorAll("select")].find(({ options }) => [...options].some(({ value }) => value === "daily"));
      if (!select || !Object.keys(select).some((key) => key.startsWith("__reactProps"))) return port2.postMessage(null);
      select.value = "daily";
      select.dispatchEvent(new Event("change", { bubbles: true }));
      document.documentElement.dataset["used"] = "yes";
    };
    port2.postMessage(null);
  });
  await page.goto("/desk/contests/new");
  await expect(page.locator("html[data-used]")).toHaveCount(1);
  await expect(page.getByLabel(say("contestDesk.fields.perDay"))).toBeVisible();
  await expect(page.getByLabel(say("contestDesk.fields.format"))).toHaveValue("daily");
  await context.close();
});
