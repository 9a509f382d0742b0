import { type Browser, expect, type Page, test } from "@playwright/test";
import { browserOf, DESK, PHONE, postAs, say, upTo } from "./stage.ts";

const PARAGRAPHS = [
  "读书会每月一次，由各支部轮流主持，事先把章节发给大家，好让人有时间先读。",
  "主持人先讲这一章说了什么，再提出两三个问题，请每个人都说一句自己的话。",
  "会后三天内写好记录，写明谁来了、说了什么、定了什么，交给下一次的主持人。",
  "每个季度评一次好问题，写进下一季的题库。",
] as const;

/** Publishes a wording by two people; null: a text that is not there yet. */
async function publish(browser: Browser, slug: string | null, paragraphs: readonly string[], from = 0): Promise<string> {
  const [author, reviewer] = [await browserOf(browser, "organizer", DESK), await browserOf(browser, "reviewer", DESK)];
  const content = { title: "读书会的办法", body: paragraphs.join("\n\n"), submit: true };
  const path = slug === null ? "/api/desk/materials" : `/api/desk/materials/${slug}/edit`;
  const made = await postAs<{ slug: string }>(author, path, slug === null ? content : { ...content, from });
  await postAs(reviewer, `/api/desk/materials/${made.slug}/review`, { number: from + 1, verdict: "publish" });
  await Promise.all([author.close(), reviewer.close()]);
  return made.slug;
}

const panelOf = (page: Page) => page.getByRole("complementary", { name: say("annotations.title") });
const marked = (page: Page, name: string) =>
  page.evaluate((key) => [...(CSS.highlights.get(key) ?? [])].map((range) => (range as Range).toString()), name);
/** Marks a paragraph as a reader does, having brought it up to the top: on a phone the open sheet of notes covers the lower part. */
async function select(page: Page, text: string): Promise<void> {
  const paragraph = page.locator("#text p", { hasText: text });
  await paragraph.evaluate((element) => element.scrollIntoView({ block: "start" }));
  await paragraph.click({ clickCount: 3, position: { x: 40, y: 12 } });
}
const countOf = (page: Page, filter: "all" | "orphans") =>
  panelOf(page)
    .getByRole("group", { name: say("annotations.filters") })
    .getByRole("button", { name: say(`annotations.filter.${filter}`) });

async function write(page: Page, kind: "note" | "question", text: string, words: string): Promise<void> {
  await select(page, text);
  await page
    .getByRole("toolbar")
    .getByRole("button", { name: say(`annotations.make.${kind}`) })
    .click();
  const field = panelOf(page).getByLabel(say(kind === "note" ? "annotations.yourNote" : "annotations.yourQuestion"));
  await field.fill(words);
  await panelOf(page).getByLabel(say("annotations.share")).selectOption("branch");
  await panelOf(page)
    .getByRole("button", { name: say("annotations.save") })
    .click();
  // The words stand in the field already: what tells that they were taken is that the field is gone.
  await expect(field).toBeHidden();
  await expect(panelOf(page).getByText(words)).toBeVisible();
}

test("notes on one wording are found on the next; one whose words are gone is an orphan until it is put back by hand", async ({
  browser,
}) => {
  const slug = await publish(browser, null, PARAGRAPHS);
  const home = await browserOf(browser, "member01", DESK);
  const page = await home.newPage();
  await page.goto(`/materials/${slug}`);
  await page.getByRole("button", { name: say("annotations.openPanel", { count: 0 }) }).click();
  await write(page, "note", "读书会每月一次", "这一段要挪到后面");
  await write(page, "question", "主持人先讲", "两三个是几个");
  await write(page, "note", "每个季度评一次", "这一段后来没有了");
  await expect.poll(async () => (await marked(page, "zx-note")).sort()).toEqual([PARAGRAPHS[0], PARAGRAPHS[3]].sort());

  // A note half written survives a reload.
  await select(page, "会后三天内");
  await page
    .getByRole("toolbar")
    .getByRole("button", { name: say("annotations.make.note") })
    .click();
  await panelOf(page).getByLabel(say("annotations.yourNote")).fill("写到一半");
  await page.reload();
  await page.getByRole("button", { name: say("annotations.goOnWriting") }).click();
  await expect(panelOf(page).getByLabel(say("annotations.yourNote"))).toHaveValue("写到一半");
  await panelOf(page)
    .getByRole("button", { name: say("annotations.throwAway") })
    .click();

  const [one, two, three] = PARAGRAPHS;
  await publish(browser, slug, ["新添的一段开头，说一说这件事的来由。", two.replace("两三个", "几个"), three, one], 1);
  await expect(async () => {
    await page.reload();
    await page.getByRole("button", { name: say("annotations.openPanel", { count: 3 }) }).click();
    await expect(countOf(page, "orphans")).toContainText("1", { timeout: 1_000 });
  }).toPass();
  await expect.poll(() => marked(page, "zx-note")).toEqual([one]);
  expect(await marked(page, "zx-question")).toEqual([two.replace("两三个", "几个")]);

  await countOf(page, "orphans").click();
  await panelOf(page)
    .getByRole("button", { name: say("annotations.readOld", { number: 1 }) })
    .click();
  await expect(panelOf(page).locator("mark")).toHaveText(PARAGRAPHS[3]);
  await panelOf(page)
    .getByRole("button", { name: say("annotations.attach") })
    .click();
  await select(page, "会后三天内");
  await page.getByRole("button", { name: say("annotations.attachHere") }).click();
  await expect(countOf(page, "orphans")).toContainText("0");
  await expect.poll(async () => (await marked(page, "zx-note")).sort()).toEqual([one, three].sort());
  await home.close();

  const office = await browserOf(browser, "organizer", DESK);
  const desk = await office.newPage();
  await desk.goto(`/desk/materials/${slug}`);
  await expect(desk.getByText(say("annotations.desk.orphan", { count: 1 }))).toBeVisible();
  await office.close();
});

test("on a phone, without selecting anything: a paragraph's own button, a question, an answer from somebody of the branch", async ({
  browser,
}) => {
  const slug = await publish(browser, null, [`手机上读的一段话。${PARAGRAPHS[2]}`, PARAGRAPHS[3]]);
  const phone = await browserOf(browser, "member01", PHONE);
  const page = await phone.newPage();
  await page.goto(`/materials/${slug}`);
  await page.getByRole("button", { name: say("annotations.openPanel", { count: 0 }) }).click();
  await page.getByRole("button", { name: upTo(say("annotations.annotate", { words: "手机上读的§" }), "§") }).click();
  await panelOf(page)
    .getByRole("button", { name: say("annotations.annotateThis") })
    .click();
  await panelOf(page).getByLabel(say("annotations.yourNote")).fill("三天够不够");
  await panelOf(page)
    .getByRole("button", { name: say("annotations.save") })
    .click();
  await expect(panelOf(page).getByText("三天够不够")).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.viewport.width);
  await panelOf(page)
    .getByRole("button", { name: say("annotations.reply") })
    .click();
  await panelOf(page).getByLabel(say("annotations.reply")).fill("自己先答一句");
  await panelOf(page)
    .getByRole("button", { name: say("annotations.send") })
    .click();
  await expect(panelOf(page).getByText("自己先答一句")).toBeVisible();

  // Shared with the branch it is seen by a neighbour; who answered it and then lost sight of it is told.
  const share = async (with_: "branch" | "private"): Promise<void> => {
    await panelOf(page)
      .getByRole("button", { name: say("annotations.reshare") })
      .click();
    await panelOf(page).getByLabel(say("annotations.share")).selectOption(with_);
    await panelOf(page)
      .getByRole("button", { name: say("annotations.save") })
      .click();
    await expect(panelOf(page).getByLabel(say("annotations.share"))).toBeHidden();
  };
  await share("branch");
  await expect(panelOf(page).getByText(say("annotations.branch"), { exact: true })).toBeVisible();
  const neighbour = await browserOf(browser, "organizer", PHONE);
  const { items } = await (await neighbour.request.get(`/api/materials/${slug}/annotations`)).json();
  await postAs(neighbour, `/api/annotations/${items[0].id}/replies`, { body: "三天够了" });
  await page.reload();
  await page.getByRole("button", { name: say("annotations.openPanel", { count: 1 }) }).click();
  await expect(panelOf(page).getByText("三天够了")).toBeVisible();
  await share("private");
  await expect(panelOf(page).getByText(say("annotations.shareLost", { count: 1 }))).toBeVisible();
  if (process.env["JOURNEY_PICTURES"]) await page.screenshot({ path: `${process.env["JOURNEY_PICTURES"]}/shared-anew.png` });
  const told = await neighbour.newPage();
  await told.goto("/notices");
  await expect(told.getByText(say("notices.kinds.annotation-out-of-sight", { title: "读书会的办法" })).first()).toBeVisible();
  await neighbour.close();
  await phone.close();
});
