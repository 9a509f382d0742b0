import { expect, test } from "@playwright/test";
import { answerShown, expectSaved, goOn, onQuestion, shownAnswer } from "./answering.ts";
import { house, PHONE, say, signInByForm } from "./stage.ts";

test.use({ ...PHONE, baseURL: house?.url });

test("a member on a phone enters the seeded contest, answers through a reload and a dead line, hands in and stands on both boards", async ({
  page,
  context,
}) => {
  await page.goto("/");
  await signInByForm(page, "member01");
  await expect(page).toHaveURL(`${house.url}/`);
  await page
    .getByRole("navigation", { name: say("nav.main") })
    .getByRole("link", { name: say("nav.contests") })
    .click();
  await page.getByRole("link", { name: /理论学习知识竞赛/ }).click();

  await expect(page.getByRole("heading", { name: say("contests.rules") })).toBeVisible();
  await expect(page.getByText(say("rules.attempts", { count: 3 }))).toBeVisible();
  await expect(page.getByText(say("rules.counts.highest"))).toBeVisible();
  await page.getByRole("button", { name: say("entering.enter") }).click();

  const kinds = new Set<string>();
  for (let number = 1; number <= 9; number += 1) {
    await onQuestion(page, number);
    kinds.add((await page.getByRole("article").getByRole("heading").innerText()).replace(/[\d\s]/g, ""));
    if (number === 6) {
      await context.setOffline(true);
      await answerShown(page);
      await expect(page.locator("[data-saving=offline]")).toContainText(say("play.saving.offline", { count: 1 }));
      await context.setOffline(false);
    } else await answerShown(page);
    await expectSaved(page);
    if (number === 4) {
      const before = await shownAnswer(page);
      await page.reload();
      await onQuestion(page, 4);
      expect(await shownAnswer(page)).toEqual(before);
    }
    await goOn(page);
  }
  expect(kinds.size, "kinds of questions met").toBeGreaterThan(2);

  await onQuestion(page, 10);
  await page
    .getByRole("button", { name: say("play.handIn.open"), exact: true })
    .first()
    .click();
  const sheet = page.getByRole("dialog", { name: say("play.handIn.titleUnanswered", { count: 1 }) });
  await expect(sheet.getByText(say("play.handIn.unanswered"), { exact: true })).toBeVisible();
  await sheet.getByRole("button", { name: say("play.goTo", { number: 10 }) }).click();
  await answerShown(page);
  await expectSaved(page);
  await page
    .getByRole("button", { name: say("play.handIn.open"), exact: true })
    .first()
    .click();
  await page
    .getByRole("dialog", { name: say("play.handIn.title") })
    .getByRole("button", { name: say("play.handIn.confirm") })
    .click();

  await expect(page.getByRole("heading", { name: say("results.handedIn") })).toBeVisible();
  await expect(page.getByText(say("results.ofPoints", { worth: "100" }))).toBeVisible();
  await expect(page.getByText(say("results.later.answers.published"))).toBeVisible();

  await page.getByRole("link", { name: say("results.toBoard") }).click();
  await expect(page.getByRole("region", { name: say("boards.own") })).toBeVisible();
  await expect(page.getByRole("table", { name: say("boards.persons") }).getByText("苏知微")).toBeVisible();

  await page.getByRole("link", { name: say("boards.branches"), exact: true }).click();
  const own = page
    .getByRole("list", { name: say("boards.branches") })
    .getByRole("listitem")
    .filter({ hasText: say("boards.ownBranch") });
  await own.getByText(say("boards.ownBranch")).click();
  await expect(own.getByText(say("boards.why"))).toBeVisible();
  const [, sum = "", eligible = "", raw = ""] = /([\d.]+) ÷ \D*(\d+)\D* = ([\d.]+)/.exec(await own.innerText()) ?? [];
  expect(Number(sum) / Number(eligible)).toBeCloseTo(Number(raw), 2);
});
