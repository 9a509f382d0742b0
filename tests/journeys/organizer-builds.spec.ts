import { expect, type Page, test } from "@playwright/test";
import { answerShown, expectSaved, goOn, onQuestion } from "./answering.ts";
import { browserOf, DESK, PHONE, say, upTo } from "./stage.ts";

const TITLE = "《支部工作》月度小测";
const DAY_MS = 86_400_000;

/** A moment as the clock on the organisation's wall shows it, as an input of type datetime-local holds it. */
const wallClock = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16);

const field = (page: Page, name: "title" | "opensAt" | "closesAt" | "kind" | "count" | "points" | "view") =>
  page.getByLabel(say(`contestDesk.fields.${name}`), { exact: true });
const save = (page: Page) => page.getByRole("button", { name: say("contestDesk.save") }).click();

/** Marks the document: a reload would lose the mark. */
const mark = (page: Page) => page.evaluate(() => document.documentElement.setAttribute("data-journey", "same"));
const expectSameDocument = (page: Page) => expect(page.locator("html")).toHaveAttribute("data-journey", "same");

async function fillWizard(page: Page): Promise<void> {
  const now = new Date();
  const yesterday = wallClock(new Date(now.getTime() - DAY_MS));
  await page.goto("/desk/contests");
  await page
    .getByRole("link", { name: say("contestDesk.new") })
    .first()
    .click();
  await page.getByRole("link", { name: say("contestDesk.templates.quiz") }).click();
  await expect(field(page, "points")).toHaveCount(1);
  await field(page, "title").fill(TITLE);
  await field(page, "kind").selectOption({ label: say("contestDesk.kinds.truefalse") });
  await field(page, "points").fill("20");
  // In light-burden mode a new contest tells no places unless somebody wants it to; this one is watched live.
  await field(page, "view").selectOption({ label: say("contestDesk.options.views.full") });

  await field(page, "opensAt").fill(wallClock(now));
  await field(page, "closesAt").fill(yesterday);
  await field(page, "count").fill("199");
  await save(page);
  await expect(field(page, "closesAt")).toHaveAccessibleDescription(say("fields.closes-before-it-opens"));
  await expect(page.getByText(upTo(say("contestDesk.poolShort", { wanted: 199, have: 0 }), "0")).first()).toBeVisible();

  await field(page, "closesAt").fill(wallClock(new Date(now.getTime() + DAY_MS)));
  await save(page);
  await expect(field(page, "count")).toHaveAccessibleDescription(upTo(say("fields.pool-too-small", { wanted: 199, have: 0 }), "0"));
  await expect(field(page, "title")).toHaveValue(TITLE);
  await expect(field(page, "points")).toHaveValue("20");
  await field(page, "count").fill("5");
  await save(page);
}

test("an organizer builds a contest through bad input, sees it as a member, publishes; a member's result arrives live", async ({
  browser,
}) => {
  const office = await browserOf(browser, "organizer", DESK);
  const desk = await office.newPage();
  await fillWizard(desk);
  await expect(desk.getByText(say("contestDesk.done.made"))).toBeVisible();
  const path = new URL(desk.url()).pathname;
  const slug = path.split("/").at(-1) ?? "";

  await desk.getByRole("link", { name: say("contestDesk.preview.title") }).click();
  await expect(desk.getByText(say("contestDesk.preview.lead"))).toBeVisible();
  await expect(
    desk.getByText(say("contestDesk.preview.questionHead", { number: 5, kind: say("contestDesk.kinds.truefalse"), points: "20" })),
  ).toBeVisible();
  await desk.getByRole("link", { name: say("contestDesk.preview.back") }).click();

  await desk.getByRole("button", { name: say("contestDesk.publish.button") }).click();
  await desk
    .getByRole("dialog")
    .getByRole("button", { name: say("contestDesk.publish.button") })
    .click();
  await expect(desk.getByText(say("contestDesk.done.published"))).toBeVisible();
  await desk.getByRole("link", { name: say("contestDesk.monitor.title") }).click();
  const line = desk.getByRole("row").filter({ hasText: "程见行" });
  await desk.getByLabel(say("contestDesk.monitor.search")).fill("程见行");
  await desk.getByRole("button", { name: say("table.filter"), exact: true }).click();
  await expect(line).toContainText(say("contestDesk.monitor.states.not-entered"));
  await mark(desk);
  const board = await office.newPage();
  await board.goto(`/contests/${slug}/board`);
  await expect(board.getByText(say("boards.empty"))).toBeVisible();
  await mark(board);

  const home = await browserOf(browser, "member02", PHONE);
  const phone = await home.newPage();
  await phone.goto("/contests");
  await phone.getByRole("link", { name: TITLE }).click();
  await phone.getByRole("button", { name: say("entering.enter") }).click();
  for (let number = 1; number <= 5; number += 1) {
    await onQuestion(phone, number, 5);
    await answerShown(phone);
    await expectSaved(phone);
    if (number < 5) await goOn(phone);
  }
  await expect(line).toContainText(say("contestDesk.monitor.states.answering"));
  await phone
    .getByRole("button", { name: say("play.handIn.open"), exact: true })
    .first()
    .click();
  await phone
    .getByRole("dialog")
    .getByRole("button", { name: say("play.handIn.confirm") })
    .click();
  await expect(phone.getByRole("heading", { name: say("results.handedIn") })).toBeVisible();

  await expect(board.getByRole("table", { name: say("boards.persons") })).toContainText("程见行");
  await expect(line).toContainText(say("contestDesk.monitor.states.handed-in"));
  await expectSameDocument(board);
  await expectSameDocument(desk);
  await office.close();
  await home.close();
});
