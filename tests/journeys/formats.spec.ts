import { expect, type Page, test } from "@playwright/test";
import { aContestNow, DAY_MS } from "./contest-now.ts";
import { browserOf, DESK, PHONE, say } from "./stage.ts";

const PICTURES = process.env["JOURNEY_PICTURES"];
const picture = async (page: Page, name: string): Promise<void> => {
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
};

const verdict = (page: Page) => page.getByText(new RegExp(`^(${say("play.judged.right")}|${say("play.judged.wrong")})$`));

test("survival on a phone: a question at a time, told at once, over with the last wrong one, and on the board", async ({ browser }) => {
  const organizer = await browserOf(browser, "organizer", DESK);
  const { slug } = await aContestNow(organizer, "挑战答题", {
    format: { kind: "survival", perQuestionMs: 60_000, lives: 2 },
    review: { score: "submitted", answers: "submitted" },
  });
  const member = await browserOf(browser, "member01", PHONE);
  const page = await member.newPage();
  await page.goto(`/contests/${slug}`);
  await expect(page.getByText(say("rules.survival.order"))).toBeVisible();
  await picture(page, "survival-rules");
  await page.getByRole("button", { name: say("entering.enter") }).click();
  await page.getByRole("button", { name: say("play.judged.first") }).click();
  for (let number = 1; number <= 5; number += 1) {
    await expect(page.getByRole("heading", { name: say("play.questionOf", { number, total: 5 }) })).toBeVisible();
    await page.getByRole("article").getByRole("radio").first().check();
    if (number === 1) await picture(page, "survival-question");
    await page.getByRole("button", { name: say("play.judged.submit") }).click();
    await expect(verdict(page)).toBeVisible();
    const result = page.getByRole("link", { name: say("play.judged.result") });
    const next = page.getByRole("button", { name: say("play.judged.next"), exact: true });
    await expect(result.or(next)).toBeVisible();
    if (await result.isVisible()) break;
    await next.click();
  }
  await picture(page, "survival-verdict");
  await page.getByRole("link", { name: say("play.judged.result") }).click();
  await expect(page.getByRole("heading", { name: say("results.handedIn") })).toBeVisible();
  await page.getByRole("link", { name: say("results.toBoard") }).click();
  await expect(page.getByRole("region", { name: say("boards.own") })).toBeVisible();
  await Promise.all([member.close(), organizer.close()]);
});

test("several tries judged at once: the number of tries is told, and penalty stands on the board", async ({ browser }) => {
  const organizer = await browserOf(browser, "organizer", DESK);
  const { slug } = await aContestNow(organizer, "限次提交赛", { format: { kind: "icpc", tries: 2 } });
  const member = await browserOf(browser, "member02", PHONE);
  const page = await member.newPage();
  await page.goto(`/contests/${slug}`);
  await expect(page.getByText(say("rules.icpc.whole"))).toBeVisible();
  await page.getByRole("button", { name: say("entering.enter") }).click();
  await expect(page.getByText(say("play.judged.triesLeft", { left: 2, most: 2 }))).toBeVisible();
  await page.getByRole("article").getByRole("radio").first().check();
  await page.getByRole("button", { name: say("play.judged.submit") }).click();
  await expect(verdict(page)).toBeVisible();
  await expect(
    page.getByText(say("play.judged.triesLeft", { left: 1, most: 2 })).or(page.getByText(say("play.judged.solved"), { exact: true })),
  ).toBeVisible();
  await picture(page, "icpc-tried");
  await page.getByRole("button", { name: say("play.judged.handIn") }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: say("play.judged.handIn") })
    .click();
  await expect(page.getByRole("heading", { name: say("results.handedIn") })).toBeVisible();
  await page.goto(`/contests/${slug}/board`);
  await expect(page.getByText(say("boards.penalty")).first()).toBeVisible();
  await picture(page, "icpc-board");
  await Promise.all([member.close(), organizer.close()]);
});

test("a contest of days is made at the desk with its rules printed; members see today's tries, the days done and a rehearsal marked as one", async ({
  browser,
}) => {
  const organizer = await browserOf(browser, "organizer", DESK);
  const desk = await organizer.newPage();
  await desk.goto("/desk/contests/new");
  await desk.getByLabel(say("contestDesk.fields.format")).selectOption("daily");
  await desk.getByLabel(say("contestDesk.fields.perDay")).fill("3");
  await expect(desk.getByText(say("rules.daily.tries", { count: 3 }))).toBeVisible();
  await desk.getByLabel(say("contestDesk.fields.rehearses")).check();
  await expect(desk.getByText(say("rules.rehearsal.counts"))).toBeVisible();
  await picture(desk, "daily-desk");

  const rules = { format: { kind: "daily", perDay: 2, bestDays: 3 }, rehearsal: { fromMs: -DAY_MS, untilMs: DAY_MS } };
  const { slug } = await aContestNow(organizer, "七日答题", rules);
  const member = await browserOf(browser, "leader", PHONE);
  const page = await member.newPage();
  await page.goto(`/contests/${slug}`);
  await expect(page.getByText(say("entering.leftToday", { left: 2 }))).toBeVisible();
  await page.getByRole("button", { name: say("rehearsal.begin") }).click();
  await expect(page.getByText(say("play.rehearsal.badge"))).toBeVisible();
  await picture(page, "rehearsal-play");
  await page.goto(`/contests/${slug}`);
  await picture(page, "daily-contest");
  await expect(page.getByRole("button", { name: say("rehearsal.goOn") })).toBeVisible();
  await Promise.all([member.close(), organizer.close()]);
});
