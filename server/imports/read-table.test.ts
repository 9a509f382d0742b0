import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { writeCsv, writeXlsx } from "#server/exports/write-table.ts";
import { type MadeEntry, makeWorkbook, makeZip, textCell } from "#tests/fixtures/make-zip.ts";
import { refused } from "#tests/fixtures/refused-table.ts";
import { readTable } from "./read-table.ts";
import { columnLetters, type Table } from "./table.ts";

const HEAD = `<row r="1">${textCell("A1", "工号")}${textCell("B1", "姓名")}</row>`;
const zeros = (bytes: number) => Buffer.alloc(bytes, 0x20);
const csv = (text: string) => Buffer.from(text, "utf8");

describe("what people send", () => {
  test("xlsx: leading zeros, long numbers, dates, yes and no, blank and merged rows", async () => {
    const rows = `${HEAD}<row r="3">${textCell("A3", "000123")}<c r="B3"><v>1.1010119900101E+17</v></c><c r="C3" t="b"><v>1</v></c><c r="D3"><v>0.30000000000000004</v></c></row><row r="7">${textCell("B7", " 空格 ")}</row>`;
    expect(await readTable(makeWorkbook(rows), "名册.xlsx")).toEqual({
      sheet: "名册",
      header: ["工号", "姓名"],
      rows: [
        { rowNumber: 3, cells: ["000123", "110101199001010000", "TRUE", "0.3"] },
        { rowNumber: 7, cells: ["", " 空格 "] },
      ],
    });
  });

  test("CSV in every encoding, with every separator Excel writes", async () => {
    const table = { sheet: "人员", header: ["工号", "姓名"], rows: [{ rowNumber: 2, cells: ["007", "王,五"] }] };
    const text = '工号,姓名\r\n007,"王,五"\r\n';
    const utf16 = Buffer.from(`\uFEFF${text}`, "utf16le");
    const gbk = Buffer.concat([Buffer.from("b9a4bac52cd0d5c3fb0d0a3030372c22cdf52ccee5220d0a", "hex")]);
    for (const bytes of [
      csv(text),
      csv(`\uFEFF${text}`),
      utf16,
      Buffer.from(utf16).swap16(),
      gbk,
      csv("工号\t姓名\n007\t王,五\n"),
      csv("工号;姓名\n007;王,五"),
    ]) {
      expect(await readTable(bytes, "人员.csv")).toEqual(table);
    }
  });

  test("a line break inside quotes does not shift the row numbers", async () => {
    const { rows } = await readTable(csv('工号,备注\n1,"甲\n乙"\n\n2,丙\n'), "a.csv");
    expect(rows.map(({ rowNumber, cells }) => [rowNumber, cells[1]])).toEqual([
      [2, "甲\n乙"],
      [4, "丙"],
    ]);
  });

  test("five thousand rows and two hundred columns are read", { timeout: 30_000 }, async () => {
    const header = Array.from({ length: 200 }, (_, at) => `列${at}`);
    const rows = Array.from({ length: 5_000 }, (_, row) => header.map((_, at) => (at < 4 ? `${row}-${at}` : null)));
    const table = await readTable(await writeXlsx("大", header, rows), "大.xlsx");
    expect([table.rows.length, table.header.length]).toEqual([5_000, 200]);
  });

  test("letters over columns", () => {
    expect([0, 25, 26, 701, 702].map(columnLetters)).toEqual(["A", "Z", "AA", "ZZ", "AAA"]);
  });
});

describe("wrong files", () => {
  test.each<[string, Uint8Array, string, string]>([
    ["nothing", new Uint8Array(0), "a.xlsx", "file-empty"],
    ["a picture named .xlsx", Buffer.from("89504e470d0a1a0a", "hex"), "a.xlsx", "file-not-a-table"],
    ["a page named .xls", csv("<html><table><tr><td>1"), "a.xls", "file-not-a-table"],
    ["a page named .csv", csv("  <!DOCTYPE html><table>"), "a.csv", "file-not-a-table"],
    ["old or locked Excel", Buffer.from("d0cf11e0a1b11ae1", "hex"), "a.xlsx", "file-old-excel"],
    ["a workbook named .csv", makeWorkbook(HEAD), "a.csv", "file-not-a-table"],
    ["a document", csv("x"), "a.docx", "file-kind"],
    ["a zip that is no workbook", makeZip([{ name: "a.txt", data: "x" }]), "a.xlsx", "file-not-a-table"],
    ["half a workbook", makeWorkbook(HEAD).subarray(0, 300), "a.xlsx", "file-damaged"],
    ["an empty sheet", makeWorkbook(""), "a.xlsx", "file-empty"],
    ["a header only of blanks", csv(" , \n"), "a.csv", "file-empty"],
    [
      "damaged UTF-8",
      Buffer.concat([csv("工号,姓名\n1,王五王五王五王五王五王五王五王五王五\n"), Buffer.from([0xff])]),
      "a.csv",
      "file-encoding-unknown",
    ],
    ["an open quote", csv('工号,姓名\n1,"王\n2,李\n'), "a.csv", "quote-unclosed"],
    ["a header that pollutes", csv("工号,__proto__\n1,2\n"), "a.csv", "header-forbidden"],
  ])("%s", async (_, bytes, name, code) => {
    expect((await refused(bytes, name)).code).toBe(code);
  });

  test("limits name their place", async () => {
    const many = `工号\n${"1\n".repeat(5_001)}`;
    expect(await refused(csv(many), "a.csv")).toMatchObject({ code: "row-limit", params: { limit: 5_000, row: 5_002 } });
    expect(await refused(csv(`${"a,".repeat(200)}a\n`), "a.csv")).toMatchObject({ code: "column-limit", params: { limit: 200, row: 1 } });
    expect(await refused(csv(`a,b\n1,${"长".repeat(5_001)}\n`), "a.csv")).toMatchObject({
      code: "cell-limit",
      params: { row: 2, column: "B" },
    });
    expect(await refused(zeros(20 * 1024 * 1024 + 1), "a.csv")).toMatchObject({ code: "file-too-large", params: { limitMb: 20 } });
    expect(await refused(csv(`a\n${"1\n".repeat(1_000_000)}`), "a.csv")).toMatchObject({ code: "row-limit" });
    expect(await refused(csv(`a\n"${"x".repeat(15_000_000)}`), "a.csv")).toMatchObject({ code: "quote-unclosed" });
    expect({}).not.toHaveProperty("polluted");
  });
});

test("mutated files: a whole table or a refusal with a code, never a crash, never a hang", { timeout: 60_000 }, async () => {
  const xlsx = await writeXlsx(
    "名册",
    ["工号", "姓名"],
    [
      ["001", "王一"],
      ["002", "李二"],
    ],
  );
  const text = writeCsv(
    ["工号", "姓名"],
    [
      ["001", "王,一"],
      ["002", "李\n二"],
    ],
  );
  const change = fc.record({ at: fc.nat(), byte: fc.nat(255), cut: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom("a.xlsx", "a.csv"), fc.array(change, { minLength: 1, maxLength: 6 }), async (name, changes) => {
      let bytes: Uint8Array = Uint8Array.from(name === "a.csv" ? text : xlsx);
      for (const { at, byte, cut } of changes) {
        const place = at % bytes.length;
        bytes = cut && bytes.length > 40 ? Buffer.concat([bytes.subarray(0, place), bytes.subarray(place + 1)]) : bytes.with(place, byte);
      }
      const startedAt = performance.now();
      const answer: Table | { code?: unknown } = await readTable(bytes, name).catch((error: { code?: unknown }) => error);
      expect("header" in answer ? answer.rows.length >= 0 : answer.code).toSatisfy(
        (is: unknown) => is === true || (typeof is === "string" && !is.startsWith("ERR_")),
      );
      expect(performance.now() - startedAt).toBeLessThan(30_000);
    }),
    { numRuns: 40 },
  );
});

test("a made zip is a zip", () => {
  const entries: MadeEntry[] = [{ name: "a", data: "x" }];
  expect(makeZip(entries).subarray(0, 4).toString("hex")).toBe("504b0304");
});
