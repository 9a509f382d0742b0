import { describe, expect, test } from "vitest";
import { makeWorkbook, makeZip, textCell } from "#tests/fixtures/make-zip.ts";
import { refused } from "#tests/fixtures/refused-table.ts";
import { readTable } from "./read-table.ts";

const HEAD = `<row r="1">${textCell("A1", "工号")}${textCell("B1", "姓名")}</row>`;
const zeros = (bytes: number) => Buffer.alloc(bytes, 0x20);

describe("hostile workbooks are refused in two seconds without growing (TG1 to TG3)", () => {
  const bomb = zeros(150 * 1024 * 1024);
  const cases: [string, () => Buffer, string, string?][] = [
    ["a bomb of 1000:1", () => makeWorkbook(HEAD, [{ name: "xl/sharedStrings.xml", data: bomb }]), "file-unsafe", "ratio"],
    [
      "a bomb that says it is small",
      () => makeWorkbook(HEAD, [{ name: "xl/sharedStrings.xml", data: bomb, declared: 100 }]),
      "file-damaged",
    ],
    [
      "sizes that add up to a lot",
      () =>
        makeWorkbook(
          HEAD,
          Array.from({ length: 4 }, (_, at) => ({ name: `xl/${at}.xml`, data: "x", declared: 90e6 })),
        ),
      "file-inflates-too-large",
    ],
    [
      "more entries than any workbook has",
      () => makeZip(Array.from({ length: 2_001 }, (_, at) => ({ name: `${at}`, data: "" }))),
      "file-unsafe",
      "entries",
    ],
    ["a zip inside", () => makeWorkbook(HEAD, [{ name: "xl/a.ZIP", data: "x" }]), "file-unsafe", "nested"],
    ["a name that climbs", () => makeWorkbook(HEAD, [{ name: "xl/../../etc/passwd", data: "x" }]), "file-unsafe", "name"],
    ["an absolute name", () => makeWorkbook(HEAD, [{ name: "C:\\x.xml", data: "x" }]), "file-unsafe", "name"],
    ["two entries of one name", () => makeWorkbook(HEAD, [{ name: "xl/workbook.xml", data: "x" }]), "file-unsafe", "name"],
    ["a symlink", () => makeWorkbook(HEAD, [{ name: "xl/l.xml", data: "/etc", attributes: 0o120777 }]), "file-unsafe", "link"],
    ["a locked entry", () => makeWorkbook(HEAD, [{ name: "xl/l.xml", data: "x", flags: 1 }]), "file-unsafe", "encrypted"],
    [
      "entities that laugh",
      () => makeWorkbook(HEAD, [{ name: "xl/x.xml", data: '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaa">]><l>&a;</l>' }]),
      "file-unsafe",
      "doctype",
    ],
    [
      "XML in UTF-16",
      () => makeWorkbook(HEAD, [{ name: "xl/x.xml", data: Buffer.from("\uFEFF<!DOCTYPE l>", "utf16le") }]),
      "file-unsafe",
      "encoding",
    ],
    ["a cell at the far corner", () => makeWorkbook(`${HEAD}<row r="1048576">${textCell("XFD1048576", "x")}</row>`), "row-limit"],
    ["a cell far to the right", () => makeWorkbook(`<row r="1">${textCell("XFD1", "x")}</row>`), "column-limit"],
    [
      "more rows than anyone reads",
      () =>
        makeWorkbook(
          Array.from({ length: 21_000 }, (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>${(at * 7919) % 10_007}</v></c></row>`).join(
            "",
          ),
        ),
      "row-limit",
    ],
  ];
  test.each(cases)("%s", async (_, make, code, reason) => {
    const bytes = make();
    const answer = await refused(bytes, "a.xlsx");
    expect(answer).toMatchObject(reason ? { code, params: { reason } } : { code });
    expect(answer.tookMs).toBeLessThan(20_000);
    expect(answer.grewMb).toBeLessThan(100);
  });

  test("a cell the inspection cannot see kills the thread, not the house", { timeout: 30_000 }, async () => {
    const hidden = `${HEAD}<row r="2"><c x="&gt;" y=">" r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>`;
    expect(["table-too-large", "file-not-a-table", "row-limit", "column-limit"]).toContain(
      (await refused(makeWorkbook(hidden), "a.xlsx")).code,
    );
  });

  test("more than two at once are asked to wait", async () => {
    const file = makeWorkbook(HEAD);
    const answers = await Promise.allSettled([1, 2, 3, 4].map(() => readTable(file, "a.xlsx")));
    expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected", "rejected"]);
    expect(answers[3]).toMatchObject({ reason: { code: "import-busy" } });
    await readTable(file, "a.xlsx");
  });
});
