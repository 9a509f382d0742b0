import { type BrowserContext, expect, type Locator, type Page, test } from "@playwright/test";
import { messyWorkbook } from "#tests/world/messy-workbook.ts";
import { browserOf, DESK, PHONE, postAs, say } from "./stage.ts";

const IN_BANK = "这道题题库里早就有了，问的是支部书记由谁选举产生？";
/** Twelve kinds of mess; the rows a person must mend are 7, 9, 10 and 12, row 11 is in the bank already. */
const WORKBOOK = messyWorkbook(
  [
    ["二〇二六年党史知识题库（初稿）"],
    ["章节", "试题内容", "备选答案A", "B选项", "C", "选项D", "正确答案", "类型", "说明"],
    [
      "党史/建党",
      "中国共产党第一次全国代表大会是在哪一年召开的？",
      { formula: "1900+21", value: 1921 },
      "1922",
      "1923",
      "",
      "Ａ",
      "单选",
      "全角的字母，公式的值",
    ],
    ["", "一大代表最后一天的会议是在哪里开完的？", "嘉兴南湖", "上海石库门", "", "", "嘉兴南湖", "", "答案写的是选项的文字，题型没有写"],
    [],
    ["", "下列属于党的三大优良作风的有哪些？", "理论联系实际", "密切联系群众", "批评和自我批评", "以上都对", "A,B,C", "", ""],
    ["", "遵义会议确立了谁在党中央的领导地位？", "毛泽东", "张国焘", "", "", "E", "单选", "答案超出选项"],
    ["", "党的根本宗旨是全心全意为人民服务。", "", "", "", "", "√", "", "判断题"],
    ["", "入党誓词一共有多少个字？", "八十", "八十", "一百", "", "A", "单选", "选项重复"],
    ["", "", "甲", "乙", "丙", "", "B", "单选", "没有题干"],
    ["", IN_BANK, "党员大会", "上级党委", "", "", "A", "单选", "题库里已有"],
    ["", "党的一大通过的纲领规定，党的名称是____，奋斗目标是____。", "", "", "", "", "（中国共产党）", "填空", "少一个空的答案"],
  ],
  ["A1:I1", "A3:A12"],
);

const rowAt = (page: Page, line: number): Locator =>
  page.getByRole("article", { name: say("questionImports.rowAt", { line: String(line) }) });

async function mend(page: Page, line: number, cells: Readonly<Record<string, string>>): Promise<void> {
  const row = rowAt(page, line);
  await row
    .getByRole("button", { name: say("questionImports.mend") })
    .first()
    .click();
  for (const [name, cell] of Object.entries(cells)) await row.getByLabel(name, { exact: true }).fill(cell);
  await row.getByRole("button", { name: say("questionImports.readAgain") }).click();
  await expect(row.getByText(say("questionImports.rowStates.mended"))).toBeVisible();
}

async function askedBefore(office: BrowserContext): Promise<void> {
  await postAs(office, "/api/desk/questions", {
    body: { kind: "single", stem: IN_BANK, options: [{ text: "党员大会" }, { text: "上级党委" }] },
    key: { kind: "single", correct: 0 },
    explanation: "",
    difficulty: 2,
    sameStem: true,
  });
}

test("a workbook with twelve kinds of mess is mended where it stands, left and come back to, and written whole", async ({ browser }) => {
  const office = await browserOf(browser, "organizer", DESK);
  await askedBefore(office);
  const page = await office.newPage();
  await page.goto("/desk/questions");
  await page.getByRole("link", { name: say("questionDesk.import"), exact: true }).click();
  const file = { name: "题库初稿.xlsx", mimeType: "application/octet-stream", buffer: WORKBOOK };
  await page.getByLabel(say("questionImports.file")).setInputFiles(file);
  await page.getByRole("button", { name: say("questionImports.read") }).click();

  await expect(page.getByRole("heading", { name: "题库初稿.xlsx" })).toBeVisible();
  const filters = page.getByRole("navigation", { name: say("questionImports.filter") });
  const filterOf = (name: "all" | "errors" | "twins") => filters.getByRole("link", { name: say(`questionImports.filters.${name}`) });
  await expect(filterOf("all")).toContainText("9");
  await expect(rowAt(page, 3)).toContainText(say("questionDesk.kinds.single"));
  await expect(rowAt(page, 4)).toContainText(say("questionDesk.kinds.single"));
  await expect(rowAt(page, 6)).toContainText(say("questionFiles.problems.pinned-for-you", { options: "D" }));
  await expect(rowAt(page, 8)).toContainText(say("questionDesk.kinds.truefalse"));
  await expect(rowAt(page, 11).getByRole("link", { name: IN_BANK })).toBeVisible();

  await filterOf("errors").click();
  await expect(page.getByRole("article")).toHaveCount(4);
  await expect(rowAt(page, 7)).toContainText(say("questionImports.atColumn", { column: "答案" }));
  await mend(page, 7, { 答案: "A" });
  await mend(page, 9, { 选项B: "九十" });

  // The page is closed and opened again: what was mended is mended.
  await page.goto("/desk/questions/import");
  await page.getByRole("link", { name: "题库初稿.xlsx" }).first().click();
  await filterOf("errors").click();
  await expect(page.getByRole("article")).toHaveCount(2);
  await mend(page, 10, { 题干: "民主集中制首先是由哪个政党提出的？" });
  await mend(page, 12, { 答案: "（中国共产党）（消灭资本家私有制）" });

  await filterOf("twins").click();
  await expect(page.getByRole("article")).toHaveCount(1);
  await page.getByRole("button", { name: say("questionImports.skipAll", { count: 1 }) }).click();
  await expect(rowAt(page, 11)).toContainText(say("questionImports.rowStates.skipped"));
  await page.getByRole("button", { name: say("questionImports.write", { count: 8 }) }).click();
  await expect(page.getByText(say("questionImports.done", { count: 8 }))).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: say("questionImports.resultFile") }).click();
  expect((await download).suggestedFilename()).toBe(say("questionImports.result.fileName", { name: "题库初稿.xlsx" }));
  await page.getByRole("link", { name: say("questionImports.seeBank") }).click();
  await expect(page.getByRole("link", { name: "民主集中制首先是由哪个政党提出的？" })).toBeVisible();
  await office.close();
});

test("pasted text comes in from a phone, straight before the reviewers, and goes out as a file", async ({ browser }) => {
  const phone = await browserOf(browser, "reviewer", PHONE);
  const page = await phone.newPage();
  await page.goto("/desk/questions/import");
  await page.getByLabel(say("questionImports.ways.text")).check();
  await page
    .getByLabel(say("questionImports.text"))
    .fill(
      "1．党的最高理想和最终目标是什么？\nA．实现共产主义\nB．全面小康\n【答案】A\n【解析】见党章总纲。\n\n2、党员的党龄从转为正式党员之日算起。\n【答案】正确",
    );
  await page.getByRole("button", { name: say("questionImports.read") }).click();
  await expect(page.getByRole("article")).toHaveCount(2);
  await page.getByLabel(say("questionImports.submit")).check();
  await page.getByRole("button", { name: say("questionImports.write", { count: 2 }) }).click();
  await expect(page.getByText(say("questionImports.done", { count: 2 }))).toBeVisible();
  await page.getByRole("link", { name: say("questionImports.seeBank") }).click();
  await expect(page.getByRole("link", { name: "党员的党龄从转为正式党员之日算起。" })).toBeVisible();
  await page.getByRole("link", { name: say("questionDesk.export") }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: say("questionImports.export.download") }).click();
  expect((await download).suggestedFilename()).toMatch(/\.xlsx$/u);
  await phone.close();
});
