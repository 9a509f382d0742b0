import { existsSync, readdirSync, readFileSync } from "node:fs";
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { browserOf, DESK, PHONE, zh } from "./stage.ts";

const fixture = (name: string) => readFileSync(`tests/fixtures/${name}`);

/** The documents the project grew from lie beside the repository where it was made; elsewhere the fixtures, which have all their damage, stand for them. */
const SOURCES = "../shared/sources";
const sources = existsSync(SOURCES) ? readdirSync(SOURCES).filter((name) => name.endsWith(".txt")) : [];

/** Has a text cleaned, publishes it and returns its slug. */
async function publish(page: Page, bring: (page: Page) => Promise<void>): Promise<string> {
  await page.goto("/desk/materials/new");
  await bring(page);
  await page.getByRole("button", { name: zh("materialDesk.propose") }).click();
  await expect(page.getByText(zh("materialDesk.proposalLead"))).toBeVisible();
  await page.getByRole("button", { name: zh("materialDesk.saveAndSubmit") }).click();
  await expect(page.getByText(zh("materialDesk.done.submitted"))).toBeVisible();
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

const upload = (name: string, buffer: Buffer) => (page: Page) =>
  page.getByLabel(zh("materialDesk.file")).setInputFiles({ name, mimeType: "text/plain", buffer });

/** The text as a member reads it: of Chinese, without a lost byte or a reading left in brackets after its character. */
async function expectReadable(member: BrowserContext, slug: string): Promise<string> {
  const page = await member.newPage();
  await page.goto(`/materials/${slug}`);
  await expect(page.getByRole("heading", { level: 1 })).not.toBeEmpty();
  const text = await page.getByRole("main").innerText();
  expect(text).not.toMatch(/\uFFFD|\p{Script=Han}\([a-zāáǎàēéěèīíǐìōóǒòūúǔù]+\)/u);
  expect([...text.matchAll(/\p{Script=Han}/gu)].length / text.replace(/\s/g, "").length, `Chinese part of ${slug}`).toBeGreaterThan(0.7);
  await page.close();
  return text;
}

test.setTimeout(180_000);
test("dirty texts, pasted and uploaded, are cleaned, published and read by a member, each on its own page", async ({ browser }) => {
  const office = await browserOf(browser, "organizer", DESK);
  const home = await browserOf(browser, "member01", PHONE);
  const page = await office.newPage();

  const pasted = await publish(page, async () => {
    await page.getByLabel(zh("materialDesk.paste")).fill(fixture("web-page-simplified.txt").toString());
  });
  const read = await expectReadable(home, pasted);
  expect(read).toContain("把一本书读进一次会里");
  expect(read).toContain("先问问题，再读正文");
  expect(read).not.toContain("欢迎来到");

  const uploaded = await publish(page, upload("damaged-traditional.txt", fixture("damaged-traditional.txt")));
  const mended = await expectReadable(home, uploaded);
  expect(mended).toContain("不帶飯。總結起來，");
  expect(mended).toContain("那一頁〔?〕被水浸過");

  const slugs = new Set([pasted, uploaded]);
  for (const name of sources) {
    const slug = await publish(page, upload(name, readFileSync(`${SOURCES}/${name}`)));
    await expectReadable(home, slug);
    slugs.add(slug);
  }
  expect(slugs.size).toBe(2 + sources.length);

  await page.goto("/desk/materials/new");
  await upload("again.txt", fixture("damaged-traditional.txt"))(page);
  await page.getByRole("button", { name: zh("materialDesk.propose") }).click();
  await expect(page.getByText(zh("materialDesk.sameText", { title: "雲溪縣機關讀書會怎樣讀完一本冊子" }))).toBeVisible();
  await office.close();
  await home.close();
});
