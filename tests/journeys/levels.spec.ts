import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import pg from "pg";
import { axeFindings } from "./axe-findings.ts";
import { browserOf, DESK, house, PHONE, pressAway, say } from "./stage.ts";
import { tooWide } from "./too-wide.ts";

/** Of one subject alone: what a contest may ask is kept back from practice, and others of this house practise. */
const SUBJECT = "理论学习";
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const judged = (key: string, values: Record<string, string | number> = {}) => say(`play.judged.${key}` as "play.judged.gate", values);

/** Two levels of two questions at ten points, made at the desk from the template and published. */
async function twoLevels(organizer: BrowserContext): Promise<string> {
  const desk = await organizer.newPage();
  const fields = (name: "perLevel" | "levels" | "count" | "category" | "opensAt" | "closesAt" | "title" | "gateStepPoints") =>
    desk.getByLabel(say(`contestDesk.fields.${name}`), { exact: true });
  // Shanghai's wall clock, of a minute ago and of a day from now.
  const wall = (ms: number) => new Date(Date.now() + 8 * 3_600_000 + ms).toISOString().slice(0, 16);
  await desk.goto("/desk/contests/new");
  await desk.getByRole("link", { name: say("contestDesk.templates.levels"), exact: true }).click();
  await expect(fields("levels")).toHaveValue("8");
  await fields("title").fill("两关闯关赛");
  await fields("opensAt").fill(wall(-60_000));
  await fields("closesAt").fill(wall(86_400_000));
  await pressAway(desk, say("contestDesk.removeLine", { number: 2 }));
  await fields("category").selectOption(SUBJECT);
  await fields("levels").fill("2");
  await fields("perLevel").fill("2");
  await fields("gateStepPoints").fill("0");
  // Eight times five was the template's: the paper has to fit the levels, and is refused at its place until it does.
  await press(desk, say("contestDesk.save"));
  await expect(desk.getByText(say("fields.levels-questions", { wanted: 4, have: 30 }))).toBeVisible();
  await fields("count").fill("4");
  await expect(desk.getByText(say("rules.levels.gate", { gate: "30", step: 0 }))).toBeVisible();
  expect(await tooWide(desk)).toEqual([]);
  await press(desk, say("contestDesk.save"));
  await expect(desk.getByText(say("contestDesk.done.made"))).toBeVisible();
  await press(desk, say("contestDesk.publish.button"));
  await desk
    .getByRole("dialog")
    .getByRole("button", { name: say("contestDesk.publish.button") })
    .click();
  await expect(desk.getByText(say("contestDesk.done.published"))).toBeVisible();
  return new URL(desk.url()).pathname.split("/").at(-1) ?? "";
}

type Known = { stem: string; right: string };

/** The right option of every question of the subject by its stem: what a member would have to know. */
async function known(): Promise<Known[]> {
  const client = new pg.Client({ connectionString: house.databaseUrl });
  await client.connect();
  const { rows } = await client.query<Known>(
    `select v.body->>'stem' as stem, v.body->'options'->((k.key->>'correct')::int)->>'text' as right from questions q
     join question_versions v on v.id = q.published_version_id join question_keys k on k.version_id = v.id
     where q.kind = 'single' and q.category like $1 || '%'`,
    [SUBJECT],
  );
  await client.end();
  return rows;
}

/** Answers the question on the screen as it is meant to go, and sees it told. */
async function answer(page: Page, keys: readonly Known[], number: number, isRight: boolean): Promise<void> {
  await expect(page.getByRole("heading", { name: say("play.questionOf", { number, total: 4 }) })).toBeVisible();
  const article = page.getByRole("article");
  const text = (await article.textContent()) ?? "";
  const right = keys.find(({ stem }) => text.includes(stem))?.right ?? "";
  const options = article.locator("label");
  const own = options.filter({ has: page.getByText(right, { exact: true }) });
  await (isRight ? own : options.filter({ hasNot: page.getByText(right, { exact: true }) }).first()).click();
  await press(page, judged("submit"));
  await expect(page.getByText(judged(isRight ? "right" : "wrong"), { exact: true })).toBeVisible();
}

test("levels from their template: a level failed by its gate, passed in the next try, the second unlocked, and the board", async ({
  browser,
}) => {
  const organizer = await browserOf(browser, "organizer", DESK);
  const [slug, keys] = [await twoLevels(organizer), await known()];
  const member = await browserOf(browser, "member01", PHONE);
  const page = await member.newPage();
  await page.goto(`/contests/${slug}`);
  await expect(page.getByText(say("rules.levels.gate", { gate: "30", step: 0 }))).toBeVisible();
  await page.getByRole("button", { name: say("entering.enter") }).click();

  await test.step("one right and one wrong, doubled: ten less twenty is below the gate, and the try is over", async () => {
    await press(page, judged("first"));
    await expect(page.getByRole("heading", { name: judged("level", { level: 1, levels: 2 }) })).toBeVisible();
    await expect(page.getByText(judged("gate", { gate: "30" }))).toBeVisible();
    await answer(page, keys, 1, true);
    await expect(page.getByText(judged("gave", { points: "+10" }))).toBeVisible();
    await press(page, judged("next"));
    await expect(page.getByText(judged("doubled"))).toBeVisible();
    await answer(page, keys, 2, false);
    await expect(page.getByText(judged("gave", { points: "-20" }))).toBeVisible();
    await expect(page.getByText(judged("shutOut", { points: "-10", gate: "30" }))).toBeVisible();
    expect([await axeFindings(page), await tooWide(page)]).toEqual([[], []]);
    await page.getByRole("link", { name: judged("result") }).click();
    await expect(page.getByRole("heading", { name: say("results.handedIn") })).toBeVisible();
  });

  await test.step("both right: ten, and twice thirty for the second in a row; the next level opens and is the last", async () => {
    await page.goto(`/contests/${slug}`);
    await page.getByRole("button", { name: say("entering.enterAgain") }).click();
    await press(page, judged("first"));
    await answer(page, keys, 1, true);
    await press(page, judged("next"));
    await answer(page, keys, 2, true);
    await expect(page.getByText(judged("gave", { points: "+60" }))).toBeVisible();
    await expect(page.getByText(judged("passed", { level: 1 }))).toBeVisible();
    await press(page, judged("nextLevel", { level: 2 }));
    await expect(page.getByText(judged("lastLevel"))).toBeVisible();
    // The row goes on from level to level: thirty besides ten for the third.
    await answer(page, keys, 3, true);
    await expect(page.getByText(judged("gave", { points: "+40" }))).toBeVisible();
    await press(page, judged("next"));
    await answer(page, keys, 4, false);
    await page.getByRole("link", { name: judged("result") }).click();
  });

  await test.step("the better try stands on the board: seventy, forty, less twenty", async () => {
    await page.getByRole("link", { name: say("results.toBoard") }).click();
    await expect(page.getByRole("region", { name: say("boards.own") })).toContainText("90");
    expect([await axeFindings(page), await tooWide(page)]).toEqual([[], []]);
  });
  await Promise.all([member.close(), organizer.close()]);
});
