import { randomUUID } from "node:crypto";
import { type Browser, chromium, expect, type Page, test } from "@playwright/test";
import { hasTurn } from "#tests/world/short-form.ts";
import { axeFindings } from "./axe-findings.ts";
import { everyKindInBank } from "./every-kind.ts";
import { browserOf, DESK, house, PHONE, postAs, say } from "./stage.ts";
import { tooWide } from "./too-wide.ts";

const PICTURES = ".cache/shots";
const LOOKS = [
  { screen: PHONE, theme: "light", locale: "zh-CN", large: true },
  { screen: PHONE, theme: "dark", locale: "en", large: true },
  { screen: DESK, theme: "dark", locale: "zh-CN", large: false },
] as const;
type Look = (typeof LOOKS)[number];

/** A browser with the look, its text twice as large as the reader's own setting would make it. */
async function looking(account: string, { screen, theme, locale, large }: Look): Promise<{ browser: Browser; page: Page }> {
  const { launchOptions } = test.info().project.use;
  const size = large ? ["--blink-settings=defaultFontSize=32,defaultFixedFontSize=26"] : [];
  const browser = await chromium.launch({ ...launchOptions, args: [...(launchOptions?.args ?? []), ...size] });
  const context = await browserOf(browser, account, screen);
  await context.addCookies(Object.entries({ theme, locale }).map(([name, value]) => ({ name: `zx-${name}`, value, url: house.url })));
  return { browser, page: await context.newPage() };
}

async function sound(page: Page, look: Look, name: string): Promise<void> {
  const { width } = look.screen.viewport;
  await page.screenshot({ path: `${PICTURES}/${name}-${width}-${look.theme}-${look.locale}.png`, fullPage: true });
  expect.soft(await tooWide(page), name).toEqual([]);
  expect.soft(await axeFindings(page), name).toEqual([]);
}

let category = "";
let setId = 0;
let kinds = 0;
test.beforeAll(async ({ browser }) => {
  category = `各题型/${randomUUID().slice(0, 8)}`;
  const [author, reviewer] = [await browserOf(browser, "organizer", DESK), await browserOf(browser, "reviewer", DESK)];
  kinds = await everyKindInBank(author, reviewer, category);
  const { branches } = (await (await author.request.get("/api/desk/branches")).json()) as { branches: { id: number }[] };
  const set = { title: "各题型模拟卷", branchId: branches[0]?.id, kind: "mock", limitMinutes: 20, passPercent: 60 };
  const made = await postAs<{ id: number }>(author, "/api/desk/sets", { ...set, blueprint: [{ category, count: kinds, worth: 5_000 }] });
  setId = made.id;
  await postAs(author, `/api/desk/sets/${setId}/publish`);
  await Promise.all([author.close(), reviewer.close()]);
});

// The short form takes one of the three looks by turns; `prove` all.
for (const [at, look] of [...LOOKS.entries()].filter(([place]) => hasTurn(place, LOOKS.length))) {
  const account = ["member01", "member02", "leader"][at] ?? "member01";
  const { width } = look.screen.viewport;
  test(`a mock exam of every kind at ${width} px, ${look.theme}, ${look.locale}${look.large ? ", text of 200 %" : ""}`, async () => {
    const { browser, page } = await looking(account, look);
    await page.goto("/practice");
    await sound(page, look, "practice");
    const { id } = await postAs<{ id: number }>(page.context(), "/api/practices", { mode: "mock", setId });
    await page.goto(`/practice/${id}`);
    await expect(page.getByRole("timer")).toBeVisible();
    // A question on a material has a fieldset for each of its parts besides.
    await expect.poll(() => page.locator("main li fieldset").count()).toBeGreaterThanOrEqual(kinds);
    await sound(page, look, "mock");
    // What is answered is with the server, on this device and on any other.
    await page.getByRole("radio").first().focus();
    await page.keyboard.press("Space");
    await expect(page.locator("[data-saving=saved]")).toBeVisible();
    await page.reload();
    await expect(page.getByRole("radio", { checked: true })).toHaveCount(1);
    await page.waitForLoadState("networkidle");
    await page.context().setOffline(true);
    await page.getByRole("textbox").first().fill("人民");
    await expect(page.locator("[data-saving=offline]")).toBeVisible();
    await page.context().setOffline(false);
    await expect(page.locator("[data-saving=saved]")).toBeVisible();
    const handIn = page.locator("main form button[type=submit]").last();
    await handIn.click();
    await expect(page.getByText(/还有 \d+ 题没有作答|not answered/u)).toBeVisible();
    await handIn.click();
    await expect(page.getByRole("timer")).toHaveCount(0);
    await expect(page.getByText(/^(?:第 \d+ 题|Question \d+)$/u)).toHaveCount(kinds);
    await sound(page, look, "mock-result");
    const drill = await postAs<{ id: number }>(page.context(), "/api/practices", { mode: "drill", category });
    for (let slot = 0; slot < kinds; slot += 1) {
      await page.goto(`/practice/${drill.id}`);
      const asked = (await (await page.request.get(`/api/practices/${drill.id}`)).json()) as {
        next: { version: number; body: { kind: string } };
      };
      await sound(page, look, `run-${asked.next.body.kind}`);
      await postAs(page.context(), `/api/practices/${drill.id}/answers`, {
        slot,
        version: asked.next.version,
        ...wrongOf(asked.next.body),
      });
      await postAs(page.context(), `/api/practices/${drill.id}/next`);
    }
    await page.goto(`/practice/${drill.id}`);
    await sound(page, look, "run-end");
    await browser.close();
  });
}

/** Some answer in the shape of its kind. */
function wrongOf(body: { kind: string }): { response: object } {
  const shapes: Record<string, object> = {
    ...{ single: { picks: [1] }, multiple: { picks: [3] }, indefinite: { picks: [0] }, truefalse: { truth: false } },
    ...{ fill: { texts: ["一", "二"] }, ordering: { order: [2, 1, 0] }, matching: { pairs: [2, 2] }, numeric: { text: "1" } },
    ...{ short: { text: "不知道" }, group: { parts: [{ truth: false }, { text: "1" }] } },
  };
  return { response: shapes[body.kind] ?? {} };
}

test("an organizer makes a topic from the bank by filters, puts it in order and publishes it", async ({ browser }) => {
  const context = await browserOf(browser, "organizer", PHONE);
  const page = await context.newPage();
  await page.goto("/desk/sets/new");
  await page.getByLabel(say("setDesk.fields.title"), { exact: true }).fill("学习日专题");
  await page.getByLabel(say("questionDesk.category")).selectOption(category);
  await page.getByLabel(say("setDesk.fields.most")).fill("3");
  await expect(page.getByText(say("setDesk.found", { count: kinds }))).toBeVisible();
  await page.getByRole("button", { name: say("setDesk.take") }).click();
  await expect(page.getByRole("heading", { name: say("setDesk.questions", { count: 3 }) })).toBeVisible();
  const rows = page.locator("ol > li[data-row]");
  const second = await rows.nth(1).textContent();
  await rows.nth(1).locator("[data-move=up]").click();
  expect((await rows.nth(0).textContent())?.slice(3)).toBe(second?.slice(3));
  await sound(page, LOOKS[0], "set-editor");
  await page.getByRole("button", { name: say("setDesk.save"), exact: true }).click();
  await page.waitForURL("**/desk/sets/*?done=saved");
  await page.getByRole("button", { name: say("setDesk.publish"), exact: true }).click();
  await expect(page.getByRole("button", { name: say("setDesk.withdraw"), exact: true })).toBeVisible();
  await sound(page, LOOKS[0], "set-out");
  await page.goto("/desk/sets");
  await expect(page.getByRole("link", { name: "学习日专题" })).toBeVisible();
  await sound(page, LOOKS[0], "sets");
  await context.close();
});
