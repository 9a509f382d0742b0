import { type Browser, type BrowserContext, expect, test } from "@playwright/test";
import { hasTurn } from "#tests/world/short-form.ts";
import { allScreens } from "./screens.ts";
import { browserOf, PHONE } from "./stage.ts";

const KILOBYTE = 1_024;
const BUDGET_KB = { page: 170, play: 190 };

/** What a browser keeps of a sign-in: each screen is opened by a browser that has nothing else, and nobody signs in twice for it. */
const kept = new Map<string | null, Promise<State>>();
type State = Awaited<ReturnType<BrowserContext["storageState"]>>;
function signedIn(browser: Browser, account: string | null): Promise<State> {
  const made =
    kept.get(account) ?? browserOf(browser, account, PHONE).then((context) => context.storageState().finally(() => context.close()));
  kept.set(account, made);
  return made;
}

test("a first load of a member's page brings at most 170 KB of JavaScript over the line, the play screen 190", async ({ browser }) => {
  const weights: Record<string, number> = {};
  for (const screen of (await allScreens(browser)).filter(({ route }, at) => !route.startsWith("/desk") && hasTurn(at, 3))) {
    const context = await browserOf(browser, null, { ...PHONE, storageState: await signedIn(browser, screen.account) });
    const page = await context.newPage();
    const scripts: Promise<number>[] = [];
    page.on("requestfinished", (request) => {
      if (request.resourceType() === "script") scripts.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
    });
    await page.goto(screen.path, { waitUntil: "load" });
    const bytes = (await Promise.all(scripts)).reduce((sum, size) => sum + size, 0);
    weights[screen.route] = Math.round(bytes / KILOBYTE);
    expect(bytes, `scripts of ${screen.path} were seen`).toBeGreaterThan(10 * KILOBYTE);
    await context.close();
  }
  const tooHeavy = Object.entries(weights).filter(
    ([route, weight]) => weight > (route.endsWith("/play") ? BUDGET_KB.play : BUDGET_KB.page),
  );
  expect(tooHeavy, JSON.stringify(weights)).toEqual([]);
  test.info().annotations.push({ type: "kilobytes of JavaScript", description: JSON.stringify(weights) });
});
