import { expect, type Page, test } from "@playwright/test";
import { browserOf, DESK, say } from "./stage.ts";

const choose = (page: Page, lines: string[]) =>
  page
    .getByLabel(say("importDesk.file"))
    .setInputFiles({ name: "名册.csv", mimeType: "text/csv", buffer: Buffer.from(`\ufeff${lines.join("\r\n")}\r\n`) });

test("an administrator brings a roster with mistakes, is told row and column, and finds the people by pinyin once it is right", async ({
  browser,
}) => {
  const office = await browserOf(browser, "admin", DESK);
  const page = await office.newPage();
  await page.goto("/desk/people");
  await page.getByRole("link", { name: say("peopleDesk.import"), exact: true }).click();

  await choose(page, ["工号,姓名,组织编码,标签", "00731,覃晏舟,00010101,预备", "00732,,00010101,", "00733,乐归帆,99999999,"]);
  await page.getByRole("button", { name: say("importDesk.try") }).click();
  await expect(page.getByText(say("importDesk.problemsTitle", { count: 2 }))).toBeVisible();
  const problems = page.getByRole("table", { name: say("importDesk.problem") }).getByRole("row");
  await expect(problems.filter({ hasText: say("importDesk.rowNumber", { row: "3" }) })).toContainText("姓名");
  await expect(problems.filter({ hasText: say("importDesk.rowNumber", { row: "4" }) })).toContainText("组织编码");
  await expect(page.getByRole("button", { name: say("importDesk.commit") })).toHaveCount(0);

  await choose(page, ["工号,姓名,组织编码,标签", "00731,覃晏舟,00010101,预备", "00732,单行止,00010101,", "00733,乐归帆,00010102,"]);
  await page.getByRole("button", { name: say("importDesk.try") }).click();
  await expect(page.getByText(say("importDesk.clean"))).toBeVisible();
  await page.getByRole("button", { name: say("importDesk.commit") }).click();
  await expect(page.getByText(say("importDesk.done", { adds: 3, changes: 0, moves: 0 }))).toBeVisible();

  await page.getByRole("link", { name: say("importDesk.people.list") }).click();
  for (const [typed, name] of [
    ["qinyanzhou", "覃晏舟"],
    ["qyz", "覃晏舟"],
    ["shanxingzhi", "单行止"],
  ] as const) {
    await page.getByLabel(say("peopleDesk.q")).fill(typed);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("link", { name, exact: true })).toBeVisible();
  }
  await expect(page.getByText("00732")).toBeVisible();
  await office.close();
});
