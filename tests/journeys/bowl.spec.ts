import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { axeFindings } from "./axe-findings.ts";
import { bigScreen, expectWhole } from "./big-screen.ts";
import { browserOf, DESK, PHONE, pressAway, say, upTo } from "./stage.ts";
import { tooWide } from "./too-wide.ts";

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const side = (number: number) => say("hallDesk.sideNumber", { number });
const mark = (desk: Page, number: number, verdict: "right" | "wrong") => press(desk, `${side(number)} ${say(`hallDesk.acts.${verdict}`)}`);

/** A hall of two sides and one round of two tossups by NAQT, with bonuses of two parts; member01 presses for the first side. */
async function aBowl(organizer: BrowserContext): Promise<Page> {
  const desk = await organizer.newPage();
  await desk.goto("/desk/halls/new");
  await desk.getByLabel(say("hallDesk.name"), { exact: true }).fill("抢断赛一场");
  await desk.getByLabel(say("hallDesk.base"), { exact: true }).fill("0");
  for (const number of [6, 5, 4, 3]) await pressAway(desk, say("hallDesk.removeSide", { number }));
  await desk.getByLabel(new RegExp(say("hallDesk.buzzers", { number: 1 }).replace(/[()（）]/g, "."))).fill("member01");
  await press(desk, say("halls.kinds.bowl"));
  for (const number of [7, 6, 5, 4, 3, 2, 1]) await press(desk, say("hallDesk.removeRound", { number }));
  await press(desk, say("hallDesk.houses.naqt"));
  for (const [name, typed] of [
    ["items", "2"],
    ["bonusParts", "2"],
    // A crowded machine may be slower than five seconds.
    ["buzzMs", "60"],
  ] as const)
    await desk.getByLabel(say(`hallDesk.fields.${name}`), { exact: true }).fill(typed);
  expect([await axeFindings(desk), await tooWide(desk)]).toEqual([[], []]);
  await press(desk, say("hallDesk.save"));
  await desk.waitForURL(/\/desk\/halls\/\d+$/);
  return desk;
}

test("quiz bowl in a hall: a power, its bonus, a neg, a verdict taken back, and the score on the big screen", async ({ browser }, info) => {
  const organizer = await browserOf(browser, "organizer", DESK);
  const member = await browserOf(browser, "member01", PHONE);
  const desk = await aBowl(organizer);
  const id = Number(desk.url().split("/").at(-1));
  const { code } = (await (await organizer.request.get(`/api/desk/halls/${id}`)).json()) as { code: string };
  const screens = [
    await bigScreen(organizer, `/screen/halls/${id}`, 1920, 1080),
    await bigScreen(organizer, `/screen/halls/${id}`, 1024, 768),
  ];
  const phone = await member.newPage();
  await Promise.all([phone.waitForRequest(/\/api\/streams\/halls\//), phone.goto(`/hall/${code}/buzz`)]);
  let shots = 0;
  /** Both big screens show it, whole, with the scores of the two sides. */
  const look = async (wanted: string, ...scores: string[]): Promise<void> => {
    shots += 1;
    for (const [at, screen] of screens.entries()) {
      await expect(screen.getByText(wanted).first()).toBeVisible();
      for (const [seat, score] of scores.entries())
        await expect(
          screen
            .getByRole("listitem")
            .filter({ hasText: side(seat + 1) })
            .getByText(score, { exact: true })
            .first(),
        ).toBeVisible();
      await expectWhole(screen);
      await screen.screenshot({ path: info.outputPath(`${shots}-${at === 0 ? "16x9" : "4x3"}.png`) });
    }
  };
  const buzz = async (): Promise<void> => {
    await expect(phone.getByText(say("buzzer.lights.reading"), { exact: true })).toBeVisible();
    await phone.getByRole("button").tap();
    await expect(phone.getByText(say("buzzer.lights.ours"), { exact: true })).toBeVisible();
  };
  /** The next part of the bonus: asked, begun, judged. */
  const part = async (number: number, seat: number, verdict: "right" | "wrong"): Promise<void> => {
    await press(desk, say("hallDesk.acts.bonus"));
    await expect(desk.getByText(say("hallDesk.bonusPart", { part: number }), { exact: true })).toBeVisible();
    await press(desk, say("hallDesk.acts.start"));
    await mark(desk, seat, verdict);
  };

  await look(code);
  await press(desk, say("hallDesk.acts.round"));
  await look(say("halls.rules.bowl.power", { power: "15", right: "10" }), "0", "0");

  await test.step("an interrupt before the mark: fifteen, and a bonus of which one part is right", async () => {
    await press(desk, say("hallDesk.acts.open"));
    await look(say("hallScreen.power"), "0", "0");
    await buzz();
    await desk.screenshot({ path: info.outputPath("console-answers.png"), fullPage: true });
    await mark(desk, 1, "right");
    await look(say("hallScreen.verdicts.right"), "15", "0");
    await part(1, 1, "right");
    await press(desk, say("hallDesk.acts.bonus"));
    await expect(phone.getByText(say("buzzer.lights.bonus"), { exact: true })).toBeVisible();
    await look(say("hallScreen.bonusPart", { part: 2 }), "25", "0");
    expect([await axeFindings(desk), await tooWide(desk), await axeFindings(phone)]).toEqual([[], [], []]);
    await press(desk, say("hallDesk.acts.start"));
    await mark(desk, 1, "wrong");
  });

  await test.step("past the mark it is wrong: five less; the others have it once it has been read, and what was misheard is taken back", async () => {
    await press(desk, say("hallDesk.acts.open"));
    await press(desk, say("hallDesk.acts.power"));
    await look(say("hallScreen.interrupt"), "25", "0");
    await buzz();
    await mark(desk, 1, "wrong");
    await expect(phone.getByText(say("buzzer.lights.out"), { exact: true })).toBeVisible();
    await look(say("hallScreen.interrupt"), "20", "0");
    await press(desk, say("hallDesk.acts.read"));
    await look(say("hallScreen.go"), "20", "0");
    // The second side has no phone: the console's keyboard presses for it.
    await desk.locator("h1").click();
    await desk.keyboard.press("2");
    await mark(desk, 2, "wrong");
    await look(say("hallScreen.verdicts.wrong"), "20", "0");
    await desk.getByLabel(say("hallDesk.reason")).fill("听错了");
    await desk.getByRole("button", { name: upTo(say("hallDesk.undo", { seq: 0, what: "" }), "0") }).click();
    await mark(desk, 2, "right");
    await look(say("hallScreen.verdicts.right"), "20", "10");
    for (const number of [1, 2]) await part(number, 2, "right");
    await look(say("hallScreen.verdicts.right"), "20", "30");
  });

  await desk.screenshot({ path: info.outputPath("console.png"), fullPage: true });
  await press(desk, say("hallDesk.acts.finish"));
  await look(say("hallScreen.result"), "20", "30");
  await expect(phone.getByText(say("buzzer.lights.over"), { exact: true })).toBeVisible();
  await desk.goto(`/desk/halls/${id}/protocol`);
  await expect(desk.getByText("听错了")).toBeVisible();
  await Promise.all([organizer.close(), member.close()]);
});
