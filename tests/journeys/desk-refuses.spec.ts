import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { makePdf } from "#tests/fixtures/make-pdf.ts";
import { makeZip } from "#tests/fixtures/make-zip.ts";
import { hasTurn } from "#tests/world/short-form.ts";
import { browserOf, DESK, house, wordsOf } from "./stage.ts";

const PICTURES = process.env["JOURNEY_PICTURES"];
const LOCALES = ["zh-CN", "en"] as const;
const folder = mkdtempSync(join(tmpdir(), "zx-refused-"));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A file on the disk: what is handed over in memory may have 50 MB at most. */
function aFile(name: string, bytes: Buffer | string): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

/** The refusal stands beside the field, and the field says that it is meant. */
async function refusedAt(field: Locator, sentence: string): Promise<void> {
  // A reader of documents has ten seconds of its own, and starts first.
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(field).toHaveAccessibleDescription(new RegExp(sentence.replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&"), "u"));
}

for (const locale of LOCALES.filter((_, at) => hasTurn(at, 2))) {
  const say = wordsOf(locale);
  const open = async (page: Page, path: string): Promise<void> => {
    await page.goto(path);
    await expect(page.locator("html")).toHaveAttribute("lang", locale);
  };
  const picture = async (page: Page, name: string): Promise<void> => {
    if (PICTURES) await page.screenshot({ path: `${PICTURES}/refused-${locale}-${name}.png`, fullPage: true });
  };

  test(`what the desk of materials refuses or mends, beside the file it came in (${locale})`, async ({ browser }) => {
    const context = await browserOf(browser, "organizer", DESK);
    await context.addCookies([{ name: "zx-locale", value: locale, url: house.url }]);
    const page = await context.newPage();
    const dialogs: string[] = [];
    page.on("dialog", (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    const file = page.getByLabel(say("materialDesk.file"));
    const hand = async (path: string): Promise<void> => {
      await open(page, "/desk/materials/new");
      await file.setInputFiles(path);
      await page.getByRole("button", { name: say("materialDesk.propose") }).click();
    };
    const refuses = async (name: string, bytes: Buffer | string, sentence: string): Promise<void> => {
      await hand(aFile(name, bytes));
      await refusedAt(file, sentence);
      await picture(page, name);
    };
    await refuses("hundred.docx", Buffer.alloc(100_000_000), say("refusals.file-too-large", { limitMb: 20 }));
    const bomb = makeZip([{ name: "word/document.xml", data: Buffer.alloc(30_000_000, 0x20) }]);
    await refuses("bomb.docx", bomb, say("refusals.document-unsafe"));
    await refuses("scan.pdf", makePdf([[], []]), say("refusals.pdf-without-text"));
    await refuses("drawing.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", say("refusals.document-kind"));

    const attack = [
      "# 带脚本的通知",
      "",
      "<script>alert(1)</script>先读后会。<img src=x onerror=alert(2)>",
      "",
      "<svg onload=alert(3)></svg>[点我](javascript:alert(4))",
    ];
    await hand(aFile("attack.md", attack.join("\n")));
    await expect(page.getByText(say("materialDesk.proposalLead"))).toBeVisible();
    await expect(page.getByText("先读后会。").first()).toBeVisible();
    expect(await page.locator("main :is(script, svg[onload], [onerror], a[href^=javascript])").count()).toBe(0);
    await expect(page.getByText("<script>alert(1)</script>").first()).toBeVisible();
    await picture(page, "attack.md");
    expect(dialogs).toEqual([]);

    // The server says the same to whoever goes past the page, and names the field.
    const multipart = { file: { name: "hundred.docx", mimeType: "application/zip", buffer: Buffer.alloc(30_000_000) } };
    const reply = await context.request.post("/api/desk/materials/propose", {
      multipart,
      headers: { origin: house.url, accept: "application/json" },
    });
    expect(reply.status()).toBe(413);
    expect(await reply.json()).toMatchObject({
      refused: "too-large",
      fields: [{ path: "file", code: "too-large", params: { megabytes: 25 } }],
    });
    await context.close();
  });

  test(`a programme item that is due before it opens is refused at its date, and none can be told to require itself (${locale})`, async ({
    browser,
  }) => {
    const context = await browserOf(browser, "organizer", DESK);
    await context.addCookies([{ name: "zx-locale", value: locale, url: house.url }]);
    const page = await context.newPage();
    await open(page, "/desk/programmes/eight-weeks/edit");
    const items = page.locator("main li > details");
    const item = (at: number): Locator => items.nth(at);
    for (const at of [0, 1]) await item(at).locator("> summary").click();
    await item(0).getByLabel(say("programmeDesk.fields.item-opensAt")).fill("2026-12-20T09:00");
    const due = item(0).getByLabel(say("programmeDesk.fields.item-dueAt"));
    await due.fill("2026-12-01T09:00");
    // It is not among those it may require; by way of another one it would require itself all the same.
    const titles = await Promise.all([0, 1].map((at) => item(at).getByLabel(say("programmeDesk.fields.itemTitle")).inputValue()));
    for (const at of [0, 1]) {
      const before = item(at).locator("details", { hasText: say("programmeDesk.fields.itemRequires") });
      if ((await before.getAttribute("open")) === null) await before.locator("> summary").click();
      await expect(before.getByLabel(titles[at] ?? "", { exact: true })).toHaveCount(0);
      await before.getByLabel(titles[1 - at] ?? "", { exact: true }).check({ force: true });
    }
    await page.getByRole("button", { name: say("programmeDesk.save"), exact: true }).click();
    await refusedAt(due, say("fields.due-before-start"));
    await expect(item(0).getByText(say("fields.requires-circle"))).toBeVisible();
    await expect(item(1).getByText(say("fields.requires-circle"))).toBeVisible();
    await picture(page, "programme");
    await context.close();
  });
}
