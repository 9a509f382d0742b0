import { type Browser, expect, type Page, test } from "@playwright/test";
import pg from "pg";
import { browserOf, DESK, house, PHONE, postAs, say } from "./stage.ts";

/** A wall-clock time so many hours from now as the form takes it. */
const wallClock = (hours: number): string => new Date(Date.now() + (hours + 8) * 3_600_000).toISOString().slice(0, 16);

/** An arena cannot be announced for a moment that has passed: its opening is moved to where it is by now. */
async function letItOpen(id: number): Promise<void> {
  const client = new pg.Client({ connectionString: house.databaseUrl });
  await client.connect();
  await client.query("update arenas set opens_at = now() - interval '1 minute' where id = $1", [id]);
  await client.end();
}

async function setLightBurden(browser: Browser, lightBurden: boolean): Promise<void> {
  const admin = await browserOf(browser, "admin", DESK);
  await postAs(admin, "/api/desk/policy", { lightBurden, reason: "本月办擂台" });
  await admin.close();
}

/** Plays a duel to its end: the first answer of every question that can be chosen, nothing where words are asked for. */
async function playOn(page: Page): Promise<void> {
  const over = page.getByRole("link", { name: say("duel.again"), exact: true });
  const send = page.getByRole("button", { name: say("duel.answer"), exact: true });
  const choice = page.locator("input[type=radio]:enabled, input[type=checkbox]:enabled");
  await expect(async () => {
    if ((await send.isVisible()) && (await choice.count()) > 0) {
      await choice.first().check({ timeout: 1_000 });
      await send.click({ timeout: 1_000 });
    }
    await expect(over).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 200_000 });
}

test("an arena is announced at the desk, two play a duel in it on their phones, and its board says why", async ({ browser }) => {
  await setLightBurden(browser, false);
  const [organizer, ...members] = await Promise.all([
    browserOf(browser, "organizer", DESK),
    browserOf(browser, "member01", PHONE),
    browserOf(browser, "member02", PHONE),
  ]);
  const desk = await organizer.newPage();
  await desk.goto("/desk/arenas");
  await desk.getByRole("link", { name: say("arenaDesk.new") }).click();
  await desk.getByLabel(say("arenaDesk.fields.title"), { exact: true }).fill("学习擂台赛");
  await desk.getByLabel(say("arenaDesk.fields.opensAt"), { exact: true }).fill(wallClock(2));
  await desk.getByLabel(say("arenaDesk.fields.closesAt"), { exact: true }).fill(wallClock(1));
  await desk.getByRole("button", { name: say("arenaDesk.save"), exact: true }).click();
  await expect(desk.getByLabel(say("arenaDesk.fields.closesAt"), { exact: true })).toHaveAccessibleDescription(
    say("fields.closes-before-it-opens"),
  );
  await desk.getByLabel(say("arenaDesk.fields.closesAt"), { exact: true }).fill(wallClock(5));
  await desk.getByRole("button", { name: say("arenaDesk.save"), exact: true }).click();
  await desk.waitForURL(/\/desk\/arenas\/\d+/);
  const id = Number(new URL(desk.url()).pathname.split("/").at(-1));
  await letItOpen(id);

  const phones = await Promise.all(members.map((context) => context.newPage()));
  for (const phone of phones) {
    await phone.goto("/practice/arena");
    await phone.getByRole("link", { name: "学习擂台赛" }).click();
    await phone.getByRole("link", { name: say("arena.toDuel"), exact: true }).click();
    await phone.getByRole("button", { name: say("duel.begin"), exact: true }).click();
  }
  await Promise.all(phones.map((phone) => phone.waitForURL(/\/practice\/duel\/\d+/)));
  await Promise.all(phones.map(playOn));
  for (const phone of phones) {
    await phone.getByRole("link", { name: say("duel.toArena"), exact: true }).click();
    await expect(phone.getByRole("heading", { name: say("arena.why") })).toBeVisible();
    await expect(phone.getByRole("heading", { name: say("arena.board") })).toBeVisible();
  }
  const board = desk.getByRole("table").first();
  // The desk's page is read anew; the duel is settled a moment after its last second.
  await expect(async () => {
    await desk.reload();
    await expect(board.getByRole("row")).toHaveCount(3, { timeout: 2_000 });
  }).toPass({ timeout: 60_000 });
  await Promise.all([organizer, ...members].map((context) => context.close()));
  await setLightBurden(browser, true);
});
