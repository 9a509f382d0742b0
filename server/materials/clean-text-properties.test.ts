import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanText } from "./clean-text.ts";

const hanziOf = (text: string) => (text.match(/\p{Script=Han}/gu) ?? []).join("");

/** Every character of `part` stands in `whole`, in this order. */
const isWithin = (part: string, whole: string) => [...whole].reduce((at, char) => (char === part[at] ? at + 1 : at), 0) === part.length;

test("furniture at both ends is all that goes", () => {
  const body = ["第一支部讨论了三个问题，记了一页纸。", "会议提纲", "答案写在书本第一行，人人都能看到它在那里等着大家。"];
  const page = ["首页 | 新闻 | 党建", "", ...body, "分享到:", "版权所有 某站"];
  expect(hanziOf(cleanText(["读书会纪要", ...page].join("\n")).markdown)).toBe(hanziOf(body.join("")));
});

const han = fc.constantFrom(..."支部学习讨论记录提纲问题答案三个月会议书本领读批注坚持第一人工作方法，、");
const sentence = fc.array(han, { minLength: 1, maxLength: 90 }).map((chars) => `${chars.join("")}。`);
const furniture = fc.constantFrom(
  "首页 | 新闻 | 党建",
  "上一篇:无 下一篇:无",
  "分享到:",
  "阅读量:12次",
  "来源:网络",
  "版权所有 某站",
  "",
  "　　",
  "相关阅读",
  "【编辑:某】",
);

test("every character of every sentence stays, in order, whatever stands round it", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(sentence, furniture), { minLength: 1, maxLength: 25 }), sentence, (lines, last) => {
      const all = [...lines, last];
      const body = all
        .filter((line) => line.endsWith("。"))
        .map(hanziOf)
        .join("");
      expect(isWithin(body, hanziOf(cleanText(all.join("\n")).markdown))).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test("any text at all: no crash, nothing gone that is not in the list of changes", () => {
  const noise = fc.constantFrom(
    "?",
    "\uFFFD",
    "?zé)",
    "?h",
    "(wǎng)",
    "\n",
    "|",
    "<b>",
    ">",
    "。",
    "縣",
    "控",
    "狳",
    "c",
    " ",
    "来源:",
    "©",
    "一、",
    "\u202E",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(noise, fc.string({ unit: "binary" })), { maxLength: 60 }), (parts) => {
      try {
        const text = cleanText(`${parts.join("")}\n字`);
        const taken = text.changes
          .filter(({ kind }) => ["navigation", "links", "credit", "meta"].includes(kind))
          .map(({ before }) => before);
        expect(hanziOf(text.title + text.markdown + taken.join("")).length).toBeGreaterThan(0);
        expect(text.marked).toBe(text.changes.filter(({ kind }) => kind === "marked").length);
      } catch (error) {
        expect(error).toMatchObject({ code: "text-empty" });
      }
    }),
    { numRuns: 300 },
  );
});

test("a long text damaged everywhere takes seconds, not minutes", { timeout: 20_000 }, () => {
  for (const part of ["控?zé)狳c", "？?h", "\uFFFD", "(("]) {
    const started = process.cpuUsage();
    cleanText(`題\n${part.repeat(Math.floor(150_000 / part.length))}`);
    // Of the processor, not of the wall: other tests run beside this one.
    expect(process.cpuUsage(started).user / 1_000).toBeLessThan(5_000);
  }
});
