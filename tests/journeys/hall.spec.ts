import { expect, type Page, test } from "@playwright/test";
import { bigScreen, expectWhole } from "./big-screen.ts";
import { browserOf, DESK, PHONE, say, upTo } from "./stage.ts";
import { tooWide } from "./too-wide.ts";

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const side = (number: number) => say("hallDesk.sideNumber", { number });

test("a final of six sides on a stage: every kind of round from the console, two early buzzes, an undo, a ruling, and the screen in both ratios", async ({
  browser,
}, info) => {
  const organizer = await browserOf(browser, "organizer", DESK);
  const member = await browserOf(browser, "member01", PHONE);
  const desk = await organizer.newPage();
  const errors: string[] = [];
  desk.on("pageerror", ({ message }) => errors.push(message));

  await desk.goto("/desk/halls/new");
  await desk.getByLabel(say("hallDesk.name"), { exact: true }).fill("学习知识竞赛决赛");
  await desk.getByLabel(new RegExp(say("hallDesk.buzzers", { number: 1 }).replace(/[()（）]/g, "."))).fill("member01");
  await press(desk, say("hallDesk.save"));
  await desk.waitForURL(/\/desk\/halls\/\d+$/);
  const id = Number(desk.url().split("/").at(-1));
  const { code } = (await (await organizer.request.get(`/api/desk/halls/${id}`)).json()) as { code: string };

  const wide = await bigScreen(organizer, `/screen/halls/${id}`, 1920, 1080);
  const old = await bigScreen(organizer, `/screen/halls/${id}`, 1024, 768);
  const phone = await member.newPage();
  phone.on("pageerror", ({ message }) => errors.push(message));
  await Promise.all([phone.waitForRequest(/\/api\/streams\/halls\//), phone.goto(`/hall/${code}/buzz`)]);
  let shots = 0;
  /** Looks at both screens once they show something. */
  const look = async (wanted: string): Promise<void> => {
    shots += 1;
    for (const [name, page] of [
      ["16x9", wide],
      ["4x3", old],
    ] as const) {
      await expect(page.getByText(wanted).first()).toBeVisible();
      await expectWhole(page);
      await page.screenshot({ path: info.outputPath(`${shots}-${name}.png`) });
    }
  };
  await look(code);

  const button = (name: string) => desk.getByRole("button", { name, exact: true });
  /** What the console gives each side, added up by itself. */
  const tally = new Map([1, 2, 3, 4, 5, 6].map((seat) => [seat, 100]));
  const gets = (seat: number, points: number) => tally.set(seat, (tally.get(seat) ?? 0) + points);
  const mark = async (seat: number, verdict: "right" | "wrong", points: number): Promise<void> => {
    await press(desk, `${side(seat)} ${say(`hallDesk.acts.${verdict}`)}`);
    gets(seat, points);
  };
  const round = async (kind: "individual" | "consult" | "buzz" | "risk" | "arena" | "audience" | "extra"): Promise<void> => {
    await press(desk, say("hallDesk.acts.round"));
    await expect(desk.getByRole("heading", { name: new RegExp(say(`halls.kinds.${kind}`)) }).first()).toBeVisible();
  };
  const open = () => press(desk, say("hallDesk.acts.open"));
  const start = () => press(desk, say("hallDesk.acts.start"));
  const turn = async (seat: number, points: number): Promise<void> => {
    await open();
    await start();
    await mark(seat, "right", points);
  };
  /** A round is left before its end with a reason, which is asked for at its field; when it is over, without one. */
  const isPlayed = () => expect(button(say("hallDesk.acts.round"))).toBeVisible();

  await round("individual");
  await look(say("halls.rules.order.seat"));
  await turn(1, 10);
  await press(desk, say("hallDesk.acts.reveal"));
  await look(say("hallScreen.verdicts.right"));
  expect(await tooWide(desk)).toEqual([]);
  await press(desk, say("hallDesk.leaveBy.round"));
  await expect(desk.getByText(say("fields.hall-needs-reason"))).toBeVisible();
  for (const seat of [2, 3, 4, 5, 6]) await turn(seat, 10);
  await isPlayed();
  await round("consult");
  for (const seat of [1, 2, 3, 4, 5, 6]) await turn(seat, 10);
  await isPlayed();

  await round("buzz");
  await open();
  await expect(phone.getByText(say("buzzer.lights.ready"))).toBeVisible();
  await phone.getByRole("button").tap();
  await expect(phone.getByText(say("buzzer.early"))).toBeVisible();
  gets(1, -10);
  await start();
  await expect(phone.getByText(say("buzzer.lights.go"), { exact: true })).toBeVisible();
  await phone.screenshot({ path: info.outputPath("phone-go.png") });
  await phone.getByRole("button").tap();
  await expect(phone.getByText(say("buzzer.lights.ours"), { exact: true })).toBeVisible();
  // The console's keyboard presses for a side that has no phone.
  await desk.locator("h1").click();
  await desk.keyboard.press("3");
  await expect(desk.getByText(say("hallDesk.buzzed", { at: 2 }))).toBeVisible();
  await look(say("hallScreen.earlySides", { sides: side(1) }));
  await press(desk, `${side(1)} ${say("hallDesk.acts.wrong")}`);
  await expect(wide.getByText(say("hallScreen.verdicts.wrong"))).toBeVisible();
  // It was right: taken back with a reason, marked again; a reload goes on where it was.
  await desk.getByLabel(say("hallDesk.reason")).fill("听错了");
  await desk.getByRole("button", { name: upTo(say("hallDesk.undo", { seq: 0, what: "" }), "0") }).click();
  await expect(button(`${side(1)} ${say("hallDesk.acts.right")}`)).toBeVisible();
  await desk.reload();
  await mark(1, "right", 10);
  await press(desk, say("hallDesk.acts.reveal"));
  await look(say("hallScreen.verdicts.right"));
  // The second early buzz is the keyboard's; after it the others answer.
  for (const [at, seat] of [2, 5, 5, 5, 5].entries()) {
    await open();
    await expect(button(say("hallDesk.acts.start"))).toBeVisible();
    await desk.locator("h1").click();
    if (at === 0) {
      await desk.keyboard.press("4");
      await expect(wide.getByText(say("hallScreen.earlySides", { sides: side(4) }))).toBeVisible();
      gets(4, -10);
    }
    await start();
    await expect(button(say("hallDesk.acts.start"))).toHaveCount(0);
    await desk.locator("h1").click();
    await desk.keyboard.press(String(seat));
    await mark(seat, "right", 10);
  }
  await isPlayed();

  await round("risk");
  for (const [at, seat] of [5, 2, 1, 3, 6, 4].entries()) {
    await press(desk, say("hallDesk.acts.openFor", { points: 30 }));
    await start();
    if (at === 0) {
      await look(say("hallScreen.turn"));
      await desk.screenshot({ path: info.outputPath("console.png"), fullPage: true });
    }
    await mark(seat, "right", 30);
  }
  await isPlayed();

  // 擂台: the first side passes, and the next one answers for it.
  await round("arena");
  await look(say("halls.rules.order.seat"));
  await open();
  await start();
  await press(desk, say("hallDesk.acts.pass"));
  await start();
  await mark(2, "right", 10);
  for (const seat of [2, 3, 4, 5, 6]) await turn(seat, 10);
  await isPlayed();

  await round("audience");
  for (const asked of [1, 2, 3]) {
    await open();
    await press(desk, say("hallDesk.acts.reveal"));
    if (asked === 1) await look(say("hallScreen.audienceItem"));
  }
  await isPlayed();

  // The jury: the very first answer is worth so much more that two sides are level at the top.
  const best = Math.max(...tally.values());
  const more = best - (tally.get(1) ?? 0);
  await desk.getByLabel(say("hallDesk.reason")).fill("仲裁组复核");
  const ruled = desk.getByLabel(say("hallDesk.ruledLine"));
  await ruled.selectOption({ index: (await ruled.locator("option").count()) - 1 });
  await desk.getByLabel(say("hallDesk.givesNow")).fill(String(10 + more));
  await press(desk, say("hallDesk.acts.ruling"));
  gets(1, more);
  const standing = (page: Page, seat: number) => page.getByRole("listitem").filter({ hasText: side(seat) });
  await expect(standing(wide, 1).getByText(String(best), { exact: true })).toBeVisible();

  await round("extra");
  await open();
  await start();
  await expect(button(say("hallDesk.acts.start"))).toHaveCount(0);
  await desk.locator("h1").click();
  await desk.keyboard.press("5");
  await press(desk, `${side(5)} ${say("hallDesk.acts.right")}`);

  // The line is cut: the screen keeps what it showed.
  await old.context().setOffline(true);
  await expect(standing(old, 1).getByText(String(best), { exact: true })).toBeVisible();
  await old.context().setOffline(false);
  await press(desk, say("hallDesk.acts.finish"));
  await look(say("hallScreen.result"));
  await expect(phone.getByText(say("buzzer.lights.over"))).toBeVisible();
  expect([...tally.values()]).toEqual([200, 180, 160, 150, 200, 160]);
  for (const [seat, score] of tally) await expect(standing(wide, seat).getByText(String(score), { exact: true }).first()).toBeVisible();
  // Level at the top: the extra question decides.
  await expect(wide.getByRole("listitem").filter({ hasText: /\d/ }).first()).toContainText(side(5));

  await desk.goto(`/desk/halls/${id}/protocol`);
  await expect(desk.getByText("仲裁组复核")).toBeVisible();
  await desk.screenshot({ path: info.outputPath("protocol.png"), fullPage: true });
  const sheet = await organizer.request.get(`/api/desk/halls/${id}/export`);
  expect([sheet.status(), (await sheet.body()).subarray(0, 2).toString()]).toEqual([200, "PK"]);
  expect(errors).toEqual([]);
  await Promise.all([organizer.close(), member.close()]);
});
