import { describe, expect, test } from "vitest";
import { heading, listed, makeDocx, noteMark, paragraph, picture, run, table } from "#tests/fixtures/make-docx.ts";
import { makePdf } from "#tests/fixtures/make-pdf.ts";
import { makeZip } from "#tests/fixtures/make-zip.ts";
import { decodeHtml } from "./decode-html.ts";
import { readDocument } from "./read-document.ts";

const PNG = Buffer.from("89504e470d0a1a0a0000000d4948445200000001000000010806000000", "hex");
const read = (name: string, bytes: Uint8Array | string) =>
  readDocument({ source: { name, bytes: typeof bytes === "string" ? Buffer.from(bytes) : bytes }, wishes: {} });
const refusalOf = async (name: string, bytes: Uint8Array | string) =>
  read(name, bytes).then(
    () => "read",
    (error: { code?: string }) => error.code ?? String(error),
  );

describe("a Word document", () => {
  test("headings, lists, tables, bold, notes and pictures come along; what does not is named", async () => {
    const bytes = makeDocx({
      body: [
        heading(1, "云溪县读书会章程"),
        paragraph(run("发布时间：2025-03-02 来源：云溪县机关工委")),
        heading(2, "一、怎样读"),
        paragraph(run("每月读一本,") + run("先写问题", "<w:b/>") + run("再读正文。") + noteMark(2)),
        listed("第一步:领读"),
        listed("第二步:讨论"),
        table([
          ["月份", "书目"],
          ["三月", "甲书"],
        ]),
        paragraph(picture("rI", "流程图") + picture("rE", "旧图")),
        heading(2, "二、怎样记"),
        paragraph(run("会后三天内,每人交一页纸。")),
      ].join(""),
      notes: { 2: "问题不超过三十字。" },
      media: { rI: { name: "a.png", bytes: PNG }, rE: { name: "b.emf", bytes: Buffer.from("emf") } },
      more: [{ name: "word/header1.xml", data: "<w:hdr xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'/>" }],
    });
    const { raw, clean } = await read("章程.docx", bytes);
    expect(clean.title).toBe("云溪县读书会章程");
    expect(clean.meta).toEqual({ date: "2025-03-02", source: "云溪县机关工委" });
    expect(clean.markdown).toBe(
      [
        "## 一、怎样读",
        "每月读一本，**先写问题**再读正文。[^1]",
        "- 第一步：领读\n- 第二步：讨论",
        "| 月份 | 书目 |\n| -- | -- |\n| 三月 | 甲书 |",
        "![流程图](picture:1)",
        "## 二、怎样记",
        "会后三天内，每人交一页纸。",
        "[^1]: 问题不超过三十字。",
      ].join("\n\n"),
    );
    expect(raw.pictures.map(({ name, contentType }) => [name, contentType])).toEqual([["图1.png", "image/png"]]);
    expect(raw.left.map(({ kind, count }) => [kind, count])).toEqual([
      ["header", 1],
      ["picture", 1],
    ]);
  });

  test("a bomb, a broken file, an old one and one that is something else are refused before anything is opened", async () => {
    const bomb = makeZip([{ name: "word/document.xml", data: Buffer.alloc(30_000_000, 0x20) }]);
    expect(bomb.length).toBeLessThan(60_000);
    expect(await refusalOf("a.docx", bomb)).toBe("document-unsafe");
    expect(await refusalOf("a.docx", makeZip([{ name: "word/document.xml", data: '<!DOCTYPE x [<!ENTITY a "b">]><x/>' }]))).toBe(
      "document-unsafe",
    );
    expect(await refusalOf("a.docx", makeZip([{ name: "../a.xml", data: "" }]))).toBe("document-unsafe");
    expect(await refusalOf("a.docx", makeZip([{ name: "xl/workbook.xml", data: "<a/>" }]))).toBe("document-damaged");
    expect(await refusalOf("a.docx", makeDocx({ body: paragraph(run("文字")) }).subarray(0, 900))).toBe("document-damaged");
    expect(await refusalOf("a.docx", "只是文字")).toBe("document-damaged");
    expect(await refusalOf("a.doc", Buffer.from("d0cf11e0a1b11ae1", "hex"))).toBe("file-old-word");
    expect(await refusalOf("a.docx", Buffer.from("d0cf11e0a1b11ae1", "hex"))).toBe("file-old-word");
    expect(await refusalOf("a.xlsx", makeDocx({ body: "" }))).toBe("document-kind");
    expect(await refusalOf("a.png", PNG)).toBe("document-kind");
    expect(await refusalOf("a.svg", "<svg onload='x()'/>")).toBe("document-kind");
    expect(await refusalOf("a.docx", new Uint8Array())).toBe("file-empty");
    expect(await refusalOf("a.docx", Buffer.alloc(21 * 1024 * 1024, 1))).toBe("file-too-large");
  });
});

const PAGE = `<!doctype html><html><head><meta charset="CHARSET"><title>把一本书读进一次会里_云溪机关网</title></head><body onload="x()">
<div class="top-nav"><a href="/">首页</a><a href="/a">新闻</a></div>
<div class="crumb">您的位置：首页 &gt; 正文</div><h1>把一本书读进一次会里</h1><div>来源：<b>《云溪机关》</b> 发布时间：2025-04-18</div>
<div id="content"><p>　　每月一次的支部学习会,怎样才能不走过场?云溪县机关的办法是:先读后会,
带着问题来。</p><script>alert(1)</script><p><strong>一、先问问题，再读正文</strong></p>
<p>读之前每人写一个问题(不超过三十字),<strong>重点:</strong>写在书的第一页,见<a href="https://example.org/a?b=1:2">说明(一)</a>。</p>
<p><img src="https://other.example/x.png" alt="会场照片"></p><iframe src="https://other.example/film"></iframe>
<p>会后三天内,每人交一页纸。<br>纸上写清楚读懂了什么、没读懂什么。</p></div>
<div class="share">分享到：<a href="x">微信</a></div><footer>版权所有 云溪机关</footer></body></html>`;

describe("a web page", () => {
  test("the text without what stands round it, listed line by line; scripts, films and pictures from elsewhere stay out", async () => {
    const { raw, clean } = await read("页面.html", PAGE.replace("CHARSET", "utf-8"));
    expect(clean.title).toBe("把一本书读进一次会里");
    expect(clean.meta).toEqual({ source: "《云溪机关》", date: "2025-04-18" });
    expect(clean.markdown).toBe(
      [
        "每月一次的支部学习会，怎样才能不走过场？云溪县机关的办法是：先读后会，带着问题来。",
        "## 一、先问问题，再读正文",
        "读之前每人写一个问题（不超过三十字），**重点：**写在书的第一页，见[说明（一）](https://example.org/a?b=1:2)。",
        "会后三天内，每人交一页纸。",
        "纸上写清楚读懂了什么、没读懂什么。",
      ].join("\n\n"),
    );
    expect(clean.changes.filter(({ kind }) => kind === "navigation").map(({ before }) => before)).toEqual([
      "首页 新闻",
      "您的位置：首页 > 正文",
      "分享到：微信",
      "版权所有 云溪机关",
    ]);
    expect(raw.left.map(({ kind, what }) => `${kind} ${what}`)).toEqual([
      "script <body on…>",
      "script <script>",
      "embedded https://other.example/film",
      "picture 会场照片",
    ]);
  });

  test("a page set out by tables: its columns stand one after the other, links to scripts and to its own site are words", async () => {
    const page = `<title>学习会的三件事_青松网</title><table><tr><td><ul><li><a href="/1">栏目一</a><li><a href="/2">栏目二</a></ul></td><td>
      <h1>学习会的三件事</h1><div>2024-06-01 10:00:00 &nbsp; 来源:青松县机关工委 &nbsp; 点击数:88 <a href="javascript:doZoom(16)">大</a></div>
      <p>第一件,把问题摆出来;第二件,把材料读进去.</p><p>见<a href="/xx/1.html">材料</a>,<a href="https://example.org/a">说明</a>。</p>
      <table><tr><th>时间</th><th>内容</th></tr><tr><td>前10分钟</td><td>说明材料</td></tr></table></td></tr></table>`;
    const { clean } = await read("表格.html", page);
    expect([clean.title, clean.meta]).toEqual(["学习会的三件事", { source: "青松县机关工委", date: "2024-06-01" }]);
    expect(clean.markdown.split("\n\n")).toEqual([
      "第一件，把问题摆出来；第二件，把材料读进去。",
      "见材料，[说明](https://example.org/a)。",
      expect.stringMatching(/^\| 时间 +\| 内容 +\|\n\| -+ \| -+ \|\n\| 前10分钟 \| 说明材料 \|$/u),
    ]);
    expect(clean.changes.filter(({ kind }) => kind === "navigation").map(({ before }) => before)).toEqual(["栏目一 | 栏目二"]);
  });

  test("its bytes are read by BOM, by the charset it declares, or by what they look like", () => {
    const gbk = Buffer.concat([Buffer.from('<meta charset="gb2312"><p>'), Buffer.from([0xd4, 0xc6, 0xcf, 0xaa])]);
    expect(decodeHtml(gbk)).toContain("云溪");
    expect(decodeHtml(Buffer.from("\uFEFF<p>云溪", "utf16le"))).toBe("<p>云溪");
    expect(decodeHtml(Buffer.from('<meta charset="gbk"><p>云溪县第一支部的学习记录'))).toContain("云溪县第一支部");
    expect(decodeHtml(Buffer.from('<meta charset="no-such"><p>云溪'))).toContain("云溪");
  });

  test("nested past any use it is refused; a pasted piece of one is read like a page", async () => {
    expect(await refusalOf("a.html", `${"<div>".repeat(5_000)}字`)).toBe("text-nested");
    const { clean } = await readDocument({
      source: { html: "<h2>一、读</h2><p class=MsoNormal>先读后会,带着问题来。</p><script>x</script>" },
      wishes: {},
    });
    expect(clean.markdown).toContain("先读后会，带着问题来。");
  });
});

describe("a PDF", () => {
  const long = "每月一次的支部学习会要读一本书并且写下自己的问题然后在会上讨论再记成一页纸";
  const page = (number: number, lines: string[]) => [
    { text: "云溪县机关读书会资料", x: 72, y: 810, size: 9 },
    { text: `— ${number} —`, x: 280, y: 30, size: 9 },
    ...lines.map((text, at) => ({ text, x: text.startsWith("　") ? 96 : 72, y: 740 - at * 20 })),
  ];

  test("lines become paragraphs; page numbers and running heads go and are named", async () => {
    const bytes = makePdf([
      [{ text: "怎样读完一本书", x: 200, y: 770, size: 20 }, ...page(1, [long.slice(0, 36), "会后三天内交。", long.slice(0, 36)])],
      page(2, ["它的后半句在下一页。", "一、先问问题", `${long.slice(0, 34)}。`]),
    ]);
    const { raw, clean } = await read("资料.pdf", bytes);
    expect(clean.title).toBe("怎样读完一本书");
    expect(clean.markdown).toBe(
      [`${long.slice(0, 36)}会后三天内交。`, `${long.slice(0, 36)}它的后半句在下一页。`, "## 一、先问问题", `${long.slice(0, 34)}。`].join(
        "\n\n",
      ),
    );
    expect(raw.left.map(({ kind, what, count }) => [kind, what, count])).toEqual([
      ["header", "云溪县机关读书会资料", 2],
      ["header", "—1—", 2],
    ]);
  });

  test("a scan, a broken file and what only calls itself a PDF are refused in words of their own", async () => {
    expect(await refusalOf("a.pdf", makePdf([[], []]))).toBe("pdf-without-text");
    expect(await refusalOf("a.pdf", "%PDF-1.7 nothing")).toBe("document-damaged");
    expect(await refusalOf("a.pdf", "只是文字")).toBe("document-damaged");
  });
});

describe("markdown", () => {
  test("keeps its structure, loses its HTML and tells of it; code and addresses stay as they are", async () => {
    const text =
      "# 读书会\n\n引言,一句。\n\n- 甲:一\n  - 乙\n\n| 月 | 书 |\n|:--|--:|\n| 三,月 | 书 |\n\n<script>alert(1)</script>\n<b>粗</b>与 `a<b>,c` 和 <https://example.org>。\n\n```\nx,<i>y</i>\n```";
    const { clean } = await read("a.md", text);
    expect(clean.title).toBe("读书会");
    expect(clean.markdown).toBe(
      "引言，一句。\n\n- 甲：一\n  - 乙\n\n| 月 | 书 |\n|:--|--:|\n| 三，月 | 书 |\n\n粗与 `a<b>,c` 和 <https://example.org>。\n\n```\nx,<i>y</i>\n```",
    );
    expect(clean.changes.filter(({ kind }) => kind === "html").map(({ before, line }) => [before, line])).toEqual([
      ["<script>alert(1)</script>", 12],
      ["<b>", 13],
      ["</b>", 13],
    ]);
  });
});
