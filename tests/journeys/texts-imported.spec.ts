import { existsSync, readdirSync, readFileSync } from "node:fs";
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { heading, makeDocx, paragraph, run } from "#tests/fixtures/make-docx.ts";
import { makePdf } from "#tests/fixtures/make-pdf.ts";
import { hasTurn } from "#tests/world/short-form.ts";
import { browserOf, DESK, PHONE, say } from "./stage.ts";

const fixture = (name: string) => readFileSync(`tests/fixtures/${name}`);

/** The documents the project grew from lie beside the repository where it was made; elsewhere the fixtures, which have all their damage, stand for them. */
const SOURCES = "../shared/sources";
const sources = existsSync(SOURCES)
  ? readdirSync(SOURCES)
      .filter((name) => name.endsWith(".txt"))
      .sort()
      // Every document takes a dozen steps of three people: a third of them by turns, all of them in `prove`.
      .filter((_, at) => hasTurn(at, 3))
  : [];

/** Hands a text to the cleaner. */
async function propose(page: Page, bring: (page: Page) => Promise<void>): Promise<void> {
  await page.goto("/desk/materials/new");
  await bring(page);
  await page.getByRole("button", { name: say("materialDesk.propose") }).click();
}

/** Has a text cleaned and submits it; a second person publishes it. Returns its slug. */
async function publish(page: Page, reviewer: Page, bring: (page: Page) => Promise<void>): Promise<string> {
  await propose(page, bring);
  await expect(page.getByText(say("materialDesk.proposalLead"))).toBeVisible();
  await expect(page.getByText(say("materialDesk.allLines"))).toBeVisible();
  await page.getByRole("button", { name: say("materialDesk.saveAndSubmit") }).click();
  await expect(page.getByText(say("materialDesk.done.submitted"))).toBeVisible();
  await expect(page.getByText(say("materialDesk.waitsOwn"))).toBeVisible();
  const { pathname } = new URL(page.url());
  await reviewer.goto(pathname);
  await reviewer.getByRole("button", { name: say("reviewDesk.publish") }).click();
  await expect(reviewer.getByText(say("materialDesk.done.published"))).toBeVisible();
  return pathname.split("/").at(-1) ?? "";
}

const upload = (name: string, buffer: Buffer) => (page: Page) =>
  page.getByLabel(say("materialDesk.file")).setInputFiles({ name, mimeType: "text/plain", buffer });

/** The text as a member reads it: of Chinese, without a lost byte or a reading left in brackets after its character. */
async function expectReadable(member: BrowserContext, slug: string): Promise<string> {
  const page = await member.newPage();
  await page.goto(`/materials/${slug}`);
  const title = page.getByRole("heading", { level: 1 });
  await expect(title).not.toBeEmpty();
  const text = `${await title.innerText()}\n${await page.locator("#text").innerText()}`;
  expect(text).not.toMatch(/\uFFFD|\p{Script=Han}\([a-zāáǎàēéěèīíǐìōóǒòūúǔù]+\)/u);
  expect([...text.matchAll(/\p{Script=Han}/gu)].length / text.replace(/\s/g, "").length, `Chinese part of ${slug}`).toBeGreaterThan(0.7);
  await page.close();
  return text;
}

test("dirty texts, pasted and uploaded, are cleaned, published and read by a member, each on its own page", async ({ browser }) => {
  const office = await browserOf(browser, "organizer", DESK);
  const home = await browserOf(browser, "member01", PHONE);
  const second = await browserOf(browser, "reviewer", DESK);
  const [page, reviewer] = [await office.newPage(), await second.newPage()];

  const pasted = await publish(page, reviewer, async () => {
    await page.getByLabel(say("materialDesk.paste")).fill(fixture("web-page-simplified.txt").toString());
  });
  const read = await expectReadable(home, pasted);
  expect(read).toContain("把一本书读进一次会里");
  expect(read).toContain("先问问题，再读正文");
  expect(read).not.toContain("欢迎来到");

  const uploaded = await publish(page, reviewer, upload("damaged-traditional.txt", fixture("damaged-traditional.txt")));
  const mended = await expectReadable(home, uploaded);
  expect(mended).toContain("不帶飯。總結起來，");
  expect(mended).toContain("那一頁〔?〕被水浸過");

  const slugs = new Set([pasted, uploaded]);
  for (const name of sources) {
    const slug = await publish(page, reviewer, upload(name, readFileSync(`${SOURCES}/${name}`)));
    const shown = await expectReadable(home, slug);
    slugs.add(slug);
    // Pasted, the same document is the same text: it is known, and the way to it is shown.
    await propose(page, async () => {
      await page.getByLabel(say("materialDesk.paste")).fill(readFileSync(`${SOURCES}/${name}`, "utf8"));
    });
    const title = shown.split("\n").find((line) => line.trim() !== "") ?? "";
    await expect(page.getByText(title).first()).toBeVisible();
    await expect(page.getByRole("link", { name: say("materialDesk.seeOther") })).toHaveAttribute("href", `/desk/materials/${slug}`);
  }
  expect(slugs.size).toBe(2 + sources.length);

  await propose(page, upload("again.txt", fixture("damaged-traditional.txt")));
  await expect(page.getByText(say("materialDesk.sameText", { title: "雲溪縣機關讀書會怎樣讀完一本冊子" }))).toBeVisible();

  const word = makeDocx({ body: heading(1, "读书会章程") + heading(2, "怎样读") + paragraph(run("每月读一本,先写问题再读正文。")) });
  const imported = await publish(page, reviewer, upload("章程.docx", word));
  expect(await expectReadable(home, imported)).toContain("每月读一本，先写问题再读正文。");
  await propose(page, upload("扫描件.pdf", makePdf([[], []])));
  await expect(page.getByText(say("refusals.pdf-without-text"))).toBeVisible();
  await second.close();
  await office.close();
  await home.close();
});
