import { expect, type Page, test } from "@playwright/test";
import { bigScreen, expectWhole } from "./big-screen.ts";
import { browserOf, DESK, PHONE, say, upTo } from "./stage.ts";
import { tooWide } from "./too-wide.ts";

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const side = (number: number) => say("hallDesk.sideNumber", { number });

test("a final on a stage: rounds from the console, a phone that presses, an undo, a ruling, and the screen in both ratios", async ({
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

  // 必答: the first side answers and is right.
  await press(desk, say("hallDesk.acts.round"));
  await look(say("halls.rules.order.seat"));
  await press(desk, say("hallDesk.acts.open"));
  await press(desk, say("hallDesk.acts.start"));
  await press(desk, `${side(1)} ${say("hallDesk.acts.right")}`);
  await press(desk, say("hallDesk.acts.reveal"));
  await look(say("hallScreen.verdicts.right"));
  expect(await tooWide(desk)).toEqual([]);

  // On to the buzzers; leaving a round before its end needs a reason, which is asked for at its field.
  await press(desk, say("hallDesk.leaveBy.round"));
  await expect(desk.getByText(say("fields.hall-needs-reason"))).toBeVisible();
  for (const title of ["consult", "buzz"] as const) {
    // The reply takes away the reason it was sent with, and no other.
    await desk.getByLabel(say("hallDesk.reason")).fill(`时间不够，先到${say(`halls.kinds.${title}`)}`);
    await press(desk, say("hallDesk.leaveBy.round"));
    await expect(desk.getByRole("heading", { name: new RegExp(say(`halls.kinds.${title}`)) }).first()).toBeVisible();
  }
  await press(desk, say("hallDesk.acts.open"));
  await expect(phone.getByText(say("buzzer.lights.ready"))).toBeVisible();
  await phone.getByRole("button").tap();
  await expect(phone.getByText(say("buzzer.early"))).toBeVisible();
  await press(desk, say("hallDesk.acts.start"));
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
  await expect(desk.getByRole("button", { name: `${side(1)} ${say("hallDesk.acts.right")}`, exact: true })).toBeVisible();
  await desk.reload();
  await press(desk, `${side(1)} ${say("hallDesk.acts.right")}`);
  await press(desk, say("hallDesk.acts.reveal"));
  await look(say("hallScreen.verdicts.right"));
  // The jury: the very first answer is worth five.
  await desk.getByLabel(say("hallDesk.reason")).fill("仲裁组复核");
  const ruled = desk.getByLabel(say("hallDesk.ruledLine"));
  await ruled.selectOption({ index: (await ruled.locator("option").count()) - 1 });
  await desk.getByLabel(say("hallDesk.givesNow")).fill("5");
  await press(desk, say("hallDesk.acts.ruling"));
  // 100 + 5 (ruled) − 10 (too early) + 10 (right).
  await expect(
    wide
      .getByRole("listitem")
      .filter({ hasText: side(1) })
      .getByText("105", { exact: true }),
  ).toBeVisible();

  // 风险: the highest first, for thirty.
  await desk.getByLabel(say("hallDesk.reason")).fill("时间不够");
  await press(desk, say("hallDesk.leaveBy.round"));
  await press(desk, say("hallDesk.acts.openFor", { points: 30 }));
  await press(desk, say("hallDesk.acts.start"));
  await look(say("hallScreen.turn"));
  await desk.screenshot({ path: info.outputPath("console.png"), fullPage: true });
  // A button that moves under the pointer is pressed again, as a hand does.
  const goesOn = desk.getByRole("button", { name: say("hallDesk.leaveBy.round"), exact: true });
  const right = desk.getByRole("button", { name: `${side(1)} ${say("hallDesk.acts.right")}`, exact: true });
  await expect(async () => {
    if (!(await goesOn.isVisible()) && (await right.isVisible())) await right.click({ timeout: 2_000 });
    await expect(goesOn).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 60_000 });

  // The line is cut: the screen keeps what it showed.
  await old.context().setOffline(true);
  await expect(
    old
      .getByText("105", { exact: true })
      .or(old.getByText("135", { exact: true }))
      .first(),
  ).toBeVisible();
  await old.context().setOffline(false);
  for (const left of [4, 5, 6]) {
    await desk.getByLabel(say("hallDesk.reason")).fill(`时间不够 ${left}`);
    await press(desk, say("hallDesk.leaveBy.round"));
    await expect(desk.getByText(`时间不够 ${left}`)).toBeVisible();
  }
  await desk.getByLabel(say("hallDesk.reason")).fill("同分并列");
  await press(desk, say("hallDesk.leaveBy.finish"));
  await look(say("hallScreen.result"));
  await expect(phone.getByText(say("buzzer.lights.over"))).toBeVisible();

  await desk.goto(`/desk/halls/${id}/protocol`);
  await expect(desk.getByText("仲裁组复核")).toBeVisible();
  await desk.screenshot({ path: info.outputPath("protocol.png"), fullPage: true });
  const sheet = await organizer.request.get(`/api/desk/halls/${id}/export`);
  expect([sheet.status(), (await sheet.body()).subarray(0, 2).toString()]).toEqual([200, "PK"]);
  expect(errors).toEqual([]);
  await Promise.all([organizer.close(), member.close()]);
});
