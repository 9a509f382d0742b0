import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readTable } from "#server/imports/read-table.ts";
import { contentDisposition } from "./content-disposition.ts";
import { writeCsv, writeXlsx } from "./write-table.ts";

const header = ["工号", "姓名", "备注", "成绩"];
const rows = [
  ["000123", "欧阳锋", "=1+1", 98.5],
  ["110101199001011234", '李, "四"', '＝HYPERLINK("x")', -3],
  ["+86", "@赵", "-第一行\n第二行", 0],
  ["'", "'=1", "''@", null],
  ["1e5", " 前后有空格 ", "\t制表", 12_345_678.25],
];
const asText = rows.map((row) => row.map((cell) => (cell === null ? "" : String(cell))));

test("an .xlsx comes back as it went out", async () => {
  const table = await readTable(await writeXlsx("成绩/第一场", header, rows), "成绩.xlsx");
  expect(table.sheet).toBe("成绩 第一场");
  expect(table.header).toEqual(header);
  expect(table.rows.map(({ cells }) => cells)).toEqual(asText);
  expect(table.rows.map(({ rowNumber }) => rowNumber)).toEqual([2, 3, 4, 5, 6]);
});

test("a CSV comes back as it went out", async () => {
  const table = await readTable(writeCsv(header, rows), "成绩.csv");
  expect([table.sheet, table.header]).toEqual(["成绩", header]);
  expect(table.rows.map(({ cells }) => cells)).toEqual(asText);
});

test("a CSV starts with a BOM, ends records with CRLF, and no cell in it begins a formula", () => {
  const text = writeCsv(["a"], [["=1"], ["＋1"], ["@x"], ["-1"], ["\r=1"], ["平常"]]).toString("utf8");
  expect(text).toBe("\uFEFFa\r\n'=1\r\n'＋1\r\n'@x\r\n'-1\r\n\"'\r=1\"\r\n平常\r\n");
});

/** A cell of nothing but spaces may come back empty. */
const blankless = (text: string) => (text.trim() === "" ? "" : text);

test("a cell that says toString or __proto__ comes back from a workbook like any other", async () => {
  const words = [...Object.getOwnPropertyNames(Object.prototype), "'toString", "''__proto__"];
  const table = words.map((word) => ["1", word]);
  const back = await readTable(await writeXlsx("x", ["h", "i"], table), "x.xlsx");
  expect(back.rows.map(({ cells }) => cells)).toEqual(table);
});

test("any text at all survives both formats", { timeout: 60_000 }, async () => {
  const cell = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom("=", "'", "''=", "－1", '"', ",", ";", "\n", "０", "  x"));
  const row = fc
    .tuple(fc.constant("1"), cell, cell)
    .map((cells) => cells.map((text) => text.replaceAll(/[\r\u0000-\u0008\u000b-\u001f]/gu, "")));
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 30 }), async (table) => {
      const csv = await readTable(writeCsv(["h", "i", "j"], table), "x.csv");
      const xlsx = await readTable(await writeXlsx("x", ["h", "i", "j"], table), "x.xlsx");
      expect(csv.rows.map(({ cells }) => cells.map(blankless))).toEqual(table.map((cells) => cells.map(blankless)));
      expect(xlsx.rows.map(({ cells }) => cells.map(blankless))).toEqual(table.map((cells) => cells.map(blankless)));
    }),
    { numRuns: 8 },
  );
});

describe("a download's name", () => {
  test("Chinese, quotes, paths and line breaks", () => {
    expect(contentDisposition("成绩 (2025).xlsx")).toBe(
      `attachment; filename="_ (2025).xlsx"; filename*=UTF-8''%E6%88%90%E7%BB%A9%20%282025%29.xlsx`,
    );
    expect(contentDisposition('a"\r\nb/../c;d%.csv')).toBe(
      `attachment; filename="a_b_.._c_d_.csv"; filename*=UTF-8''a%22b_.._c%3Bd%25.csv`,
    );
    expect(contentDisposition("\uD800")).toContain("filename*=UTF-8''%EF%BF%BD");
  });
});
