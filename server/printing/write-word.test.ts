import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import type { SheetPart } from "#domain/printing/sheets.ts";
import { WordBook } from "./write-word.ts";

const folder = mkdtempSync(join(tmpdir(), "zhixing-word-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The text of an entry of a zip, found by its directory. */
function entryOf(file: string, name: string): string {
  const bytes = readFileSync(file);
  for (let at = bytes.readUInt32LE(bytes.length - 6); bytes.readUInt32LE(at) === 0x02014b50; ) {
    const length = bytes.readUInt16LE(at + 28);
    const from = bytes.readUInt32LE(at + 42);
    if (bytes.toString("utf8", at + 46, at + 46 + length) === name)
      return inflateRawSync(bytes.subarray(from + 30 + length, from + 30 + length + bytes.readUInt32LE(at + 20))).toString();
    at += 46 + length;
  }
  throw new Error(`${file} has no ${name}`);
}

const part = (title: string): SheetPart => ({ title, blocks: [{ kind: "title", text: title }] });

async function written(name: string, titles: readonly string[], isBook: boolean): Promise<(entry: string) => string> {
  const file = join(folder, name);
  const cover = isBook ? { title: "研学一年", subtitle: "读书会", lines: [] } : null;
  const entries = titles.map((title, at) => ({ title, page: at * 10 + 1 }));
  const book = new WordBook(file, { title: "研学一年", language: "zh-CN", cover, contentsTitle: "目录" }, entries);
  await book.begin();
  for (const [at, title] of titles.entries()) await book.add(part(title), at);
  await book.finish();
  return (entry) => entryOf(file, entry);
}

test("the numbers of a book's contents are references that are reckoned anew on opening, one to the title of each part", async () => {
  const read = await written("book.docx", ["第一次研读", "第二次研读"], true);
  expect(read("word/settings.xml")).toContain('<w:updateFields w:val="true"/>');
  const text = read("word/document.xml");
  const asked = [...text.matchAll(/PAGEREF (\S+) /g)].map(([, mark]) => mark);
  expect(asked).toHaveLength(2);
  for (const [at, mark] of asked.entries()) {
    const title = ["第一次研读", "第二次研读"][at];
    expect(text).toContain(`w:name="${mark}"/><w:r><w:t xml:space="preserve">${title}</w:t></w:r><w:bookmarkEnd`);
    expect(text).toContain(`<w:hyperlink w:anchor="${mark}"`);
  }
  // LibreOffice leaves the numbers of a TOC field as they were written.
  expect(text).not.toMatch(/instrText[^>]*> TOC /);
  expect(text.match(/"begin"/g)).toHaveLength(2);
  expect(text.match(/"end"/g)).toHaveLength(2);
});

test("a single record asks for nothing when it is opened", async () => {
  const read = await written("record.docx", ["研学实录"], false);
  expect(read("word/settings.xml")).not.toContain("updateFields");
});
