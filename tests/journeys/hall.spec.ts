// Above 150 lines: one final on a stage, from its form to its result, with a console, a phone and two big screens.
import { type BrowserContext, expect as expectSoon, type Page, test } from "@playwright/test";
import { browserOf, DESK, PHONE, zh } from "./stage.ts";
import { tooWide } from "./too-wide.ts";

// Four pages share the machine with whatever else runs on it.
const expect = expectSoon.configure({ timeout: 30_000 });
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const side = (number: number) => zh("hallDesk.sideNumber", { number });

/** A big screen of a size, with the errors of its page. */
async function aScreen(context: BrowserContext, path: string, width: number, height: number): Promise<Page> {
  const page = await context.newPage();
  await page.setViewportSize({ width, height });
  await Promise.all([page.waitForRequest(/\/api\/streams\/halls\//), page.goto(path)]);
  return page;
}

/** What a hall sees must stand on the screen: nothing runs over its edges, and nothing is cut off inside. */
async function expectWhole(page: Page): Promise<void> {
  const cut = await page.evaluate(() => {
    const { innerHeight, innerWidth } = window;
    return [...document.querySelectorAll("main p, main li, main h1, main h2")]
      .filter((element) => element.textContent?.trim())
      .filter((element) => {
        const { bottom, right } = element.getBoundingClientRect();
        const box = element.closest("section")?.getBoundingClientRect();
        return bottom > innerHeight + 1 || right > innerWidth + 1 || (box !== undefined && bottom > box.bottom + 1);
      })
      .map((element) => element.textContent);
  });
  expect(cut).toEqual([]);
}

test("a final on a stage: rounds from the console, a phone that presses, an undo, a ruling, and the screen in both ratios", async ({
  browser,
}, info) => {
  test.setTimeout(240_000);
  const organizer = await browserOf(browser, "organizer", DESK);
  const member = await browserOf(browser, "member01", PHONE);
  const desk = await organizer.newPage();
  const errors: string[] = [];
  desk.on("pageerror", ({ message }) => errors.push(message));

  await desk.goto("/desk/halls/new");
  await desk.getByLabel(zh("hallDesk.name"), { exact: true }).fill("学习知识竞赛决赛");
  await desk.getByLabel(new RegExp(zh("hallDesk.buzzers", { number: 1 }).replace(/[()（）]/g, "."))).fill("member01");
  await press(desk, zh("hallDesk.save"));
  await desk.waitForURL(/\/desk\/halls\/\d+$/);
  const id = Number(desk.url().split("/").at(-1));
  const { code } = (await (await organizer.request.get(`/api/desk/halls/${id}`)).json()) as { code: string };

  const wide = await aScreen(organizer, `/screen/halls/${id}`, 1920, 1080);
  const old = await aScreen(organizer, `/screen/halls/${id}`, 1024, 768);
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
  await press(desk, zh("hallDesk.acts.round"));
  await look(zh("halls.rules.order.seat"));
  await press(desk, zh("hallDesk.acts.open"));
  await press(desk, zh("hallDesk.acts.start"));
  await press(desk, `${side(1)} ${zh("hallDesk.acts.right")}`);
  await press(desk, zh("hallDesk.acts.reveal"));
  await look(zh("hallScreen.verdicts.right"));
  expect(await tooWide(desk)).toEqual([]);

  // On to the buzzers; leaving a round before its end needs a reason, which is asked for at its field.
  await press(desk, zh("hallDesk.leaveBy.round"));
  await expect(desk.getByText(zh("fields.hall-needs-reason"))).toBeVisible();
  for (const title of ["consult", "buzz"] as const) {
    // The reply takes away the reason it was sent with, and no other.
    await desk.getByLabel(zh("hallDesk.reason")).fill(`时间不够，先到${zh(`halls.kinds.${title}`)}`);
    await press(desk, zh("hallDesk.leaveBy.round"));
    await expect(desk.getByRole("heading", { name: new RegExp(zh(`halls.kinds.${title}`)) }).first()).toBeVisible();
  }
  await press(desk, zh("hallDesk.acts.open"));
  await expect(phone.getByText(zh("buzzer.lights.ready"))).toBeVisible();
  await phone.getByRole("button").tap();
  await expect(phone.getByText(zh("buzzer.early"))).toBeVisible();
  await press(desk, zh("hallDesk.acts.start"));
  await expect(phone.getByText(zh("buzzer.lights.go"), { exact: true })).toBeVisible();
  await phone.screenshot({ path: info.outputPath("phone-go.png") });
  await phone.getByRole("button").tap();
  await expect(phone.getByText(zh("buzzer.lights.ours"))).toBeVisible();
  // The console's keyboard presses for a side that has no phone.
  await desk.locator("h1").click();
  await desk.keyboard.press("3");
  await expect(desk.getByText(zh("hallDesk.buzzed", { at: 2 }))).toBeVisible();
  await look(zh("hallScreen.earlySides", { sides: side(1) }));
  await press(desk, `${side(1)} ${zh("hallDesk.acts.wrong")}`);
  await expect(wide.getByText(zh("hallScreen.verdicts.wrong"))).toBeVisible();
  // It was right: taken back with a reason, marked again; a reload goes on where it was.
  await desk.getByLabel(zh("hallDesk.reason")).fill("听错了");
  await desk.getByRole("button", { name: /^撤销第/ }).click();
  await expect(desk.getByRole("button", { name: `${side(1)} ${zh("hallDesk.acts.right")}`, exact: true })).toBeVisible();
  await desk.reload();
  await press(desk, `${side(1)} ${zh("hallDesk.acts.right")}`);
  await press(desk, zh("hallDesk.acts.reveal"));
  await look(zh("hallScreen.verdicts.right"));
  // The jury: the very first answer is worth five.
  await desk.getByLabel(zh("hallDesk.reason")).fill("仲裁组复核");
  const ruled = desk.getByLabel(zh("hallDesk.ruledLine"));
  await ruled.selectOption({ index: (await ruled.locator("option").count()) - 1 });
  await desk.getByLabel(zh("hallDesk.givesNow")).fill("5");
  await press(desk, zh("hallDesk.acts.ruling"));
  // 100 + 5 (ruled) − 10 (too early) + 10 (right).
  await expect(
    wide
      .getByRole("listitem")
      .filter({ hasText: side(1) })
      .getByText("105", { exact: true }),
  ).toBeVisible();

  // 风险: the highest first, for thirty.
  await desk.getByLabel(zh("hallDesk.reason")).fill("时间不够");
  await press(desk, zh("hallDesk.leaveBy.round"));
  await press(desk, zh("hallDesk.acts.openFor", { points: 30 }));
  await press(desk, zh("hallDesk.acts.start"));
  await look(zh("hallScreen.turn"));
  await desk.screenshot({ path: info.outputPath("console.png"), fullPage: true });
  // A button that moves under the pointer is pressed again, as a hand does.
  const goesOn = desk.getByRole("button", { name: zh("hallDesk.leaveBy.round"), exact: true });
  const right = desk.getByRole("button", { name: `${side(1)} ${zh("hallDesk.acts.right")}`, exact: true });
  await expect(async () => {
    if (!(await goesOn.isVisible()) && (await right.isVisible())) await right.click({ timeout: 2_000 });
    await expect(goesOn).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 30_000 });

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
    await desk.getByLabel(zh("hallDesk.reason")).fill(`时间不够 ${left}`);
    await press(desk, zh("hallDesk.leaveBy.round"));
    await expect(desk.getByText(`时间不够 ${left}`)).toBeVisible();
  }
  await desk.getByLabel(zh("hallDesk.reason")).fill("同分并列");
  await press(desk, zh("hallDesk.leaveBy.finish"));
  await look(zh("hallScreen.result"));
  await expect(phone.getByText(zh("buzzer.lights.over"))).toBeVisible();

  await desk.goto(`/desk/halls/${id}/protocol`);
  await expect(desk.getByText("仲裁组复核")).toBeVisible();
  await desk.screenshot({ path: info.outputPath("protocol.png"), fullPage: true });
  const sheet = await organizer.request.get(`/api/desk/halls/${id}/export`);
  expect([sheet.status(), (await sheet.body()).subarray(0, 2).toString()]).toEqual([200, "PK"]);
  expect(errors).toEqual([]);
  await Promise.all([organizer.close(), member.close()]);
});
