import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { cleanText } from "./clean-text.ts";
import { decodeText } from "./decode-text.ts";

const fixture = (name: string) => decodeText(readFileSync(join(process.cwd(), "tests/fixtures", name)));
const kindsOf = (text: ReturnType<typeof cleanText>) => [...new Set(text.changes.map(({ kind }) => kind))].sort();

describe("a page converted to traditional characters, with bytes lost", () => {
  const text = cleanText(fixture("damaged-traditional.txt"));

  test("reads as it was written", () => {
    expect(text.title).toBe("雲溪縣機關讀書會怎樣讀完一本冊子");
    expect(text.meta).toEqual({ source: "雲溪縣機關讀書網", author: "讀書會秘書組", date: "2025-03-02" });
    expect(text.markdown).toContain("一共讀了九章。縣裡把經驗寫成一本冊子，發到每個支部。");
    expect(text.markdown).toContain("不帶飯。總結起來，");
    expect(text.markdown).toContain("為什麼要限時？因為講得太長，");
    expect(text.markdown).toContain("掌控熱點並不難，難的是把熱點講透。總有人問起年終總結的寫法。");
    expect(text.markdown).toContain("\n\n## 一、先定規矩，再開卷\n\n");
    expect(text.markdown).toContain("\n\n### （一）誰來領讀\n\n");
  });

  test("what nobody can tell is marked and counted, the rest of the furniture is gone", () => {
    expect(text.marked).toBe(1);
    expect(text.markdown).toContain("那一頁〔?〕被水浸過");
    expect(text.markdown).not.toMatch(/[?\uFFFD](?!〕)|[a-zāáǎàēéěèīíǐìōóǒòūúǔù]|編輯|相關閱讀|首頁/u);
    expect(kindsOf(text)).toEqual(["credit", "gloss", "marked", "mended", "meta", "navigation", "punctuation"]);
    expect(text.changes.filter(({ kind }) => kind === "mended").map(({ before, after }) => before + after)).toContain("?zé)狳c熱點");
  });
});

test("a simplified page: source, short headings, links and footer", () => {
  const text = cleanText(fixture("web-page-simplified.txt"));
  expect(text.title).toBe("把一本书读进一次会里");
  expect(text.meta).toEqual({ source: "《云溪机关》", author: "本刊记者", date: "2025-04-18" });
  expect(text.markdown.split("\n\n").filter((block) => block.startsWith("#"))).toEqual(["## 先问问题，再读正文", "## 留下一页纸"]);
  expect(text.markdown).toMatch(/“读完就散”的会[\s\S]+这样能坚持多久？支部书记说，先坚持三个月。\n\n（作者单位：云溪县教育局）$/u);
  expect(text.marked).toBe(0);
});

test("of two characters with one reading, the one that stands with it elsewhere is meant", () => {
  const text = cleanText("標題\n優(yōu)秀的支部把藍圖變?yōu)楝F實(shí)。\n藍圖怎樣變?yōu)楝F實(shí)，大家都說不清。");
  expect(text.markdown).toBe("優秀的支部把藍圖變為現實。\n\n藍圖怎樣變為現實，大家都說不清。");
  const alone = cleanText("標題\n藍圖變?yōu)楝F實(shí)，大家都說不清。");
  expect([alone.markdown, alone.marked]).toEqual(["藍圖變〔?〕楝F實，大家都說不清。", 1]);
});

test("short sentences over a footer, and a sentence about sharing, are text", () => {
  const body = ["三月读书。", "四月讨论。", "五月记录。", "六月交流。", "七月总结。", "分享到群里的笔记共十二篇。", "下一页写四月的书。"];
  const text = cleanText(["读书会纪要", ...body, "版权所有 某站"].join("\n"));
  expect(text.markdown.split("\n\n")).toEqual(body);
});

test("pinyin is only taken where it is pinyin", () => {
  const text = cleanText("標題在此\n網(wǎng)站和個(gè)人,我們(men)吃維生素(a)與維生素(C),共 3 個(ge)月。");
  expect(text.markdown).toBe("網站和個人，我們吃維生素（a）與維生素（C），共 3 個月。");
});

test("numbers, times, addresses and English keep their punctuation", () => {
  const body = "会议 9:30 开始,共 1,024 人,见 https://example.org/a?b=1:2,用 a<b 表示。See you, then!";
  expect(cleanText(`通知\n${body}`).markdown).toBe(
    "会议 9:30 开始，共 1,024 人，见 https://example.org/a?b=1:2，用 a\\<b 表示。See you, then!",
  );
});

test("a lost character between characters is marked, a question is not", () => {
  const text = cleanText("通知\n张?同志到会。谁来领读?大家推荐了他。结果\uFFFD\uFFFD不详。");
  expect(text.markdown).toBe("张〔?〕同志到会。谁来领读？大家推荐了他。结果〔?〕不详。");
  expect(text.marked).toBe(2);
});

test("direction overrides, zero-width and control characters never reach the text", () => {
  const text = cleanText("标题\u202E测试\n正\u0000文\u200B在\uFEFF此。");
  expect([text.title, text.markdown]).toEqual(["标题测试", "正文在此。"]);
});

test("the site a crumb begins with is the source, where the text names none", () => {
  const text = (more: string) => cleanText(`云溪网·学习频道> 党建> 正文\n\n标题在此\n${more}\n正文一段，讲读书。`).meta;
  expect(text("")).toEqual({ source: "云溪网·学习频道" });
  expect(text("来源：《云溪机关》")).toEqual({ source: "《云溪机关》" });
});

test("nothing and too much are refused", () => {
  expect(() => cleanText(" \r\n\u3000")).toThrowError(expect.objectContaining({ code: "text-empty" }));
  expect(() => cleanText("字".repeat(500_001))).toThrowError(expect.objectContaining({ code: "text-too-long" }));
});

test("what an editor wants left is left: a kind of change, or a single line", () => {
  const page = "首页 | 新闻\n\n标题\n\n正文一段,有網(wǎng)站。\n\n责任编辑:某某";
  const kept = cleanText(page, { keep: ["gloss", "credit"], keepLines: [1] });
  expect(kept.changes.map(({ kind }) => kind)).toEqual(["punctuation", "punctuation"]);
  expect(kept.title + kept.markdown).toContain("首页");
  expect(kept.markdown).toContain("正文一段，有網（wǎng）站。");
  expect(kept.markdown).toContain("责任编辑：某某");
  expect(cleanText(page, { keep: ["punctuation"] }).markdown).toContain("正文一段,有網站。");
});

describe("pages from elsewhere, made for this test", () => {
  const linesOf = (...lines: string[]) => cleanText(lines.join("\n"));

  test("a news page with half-width stops, credits between text and links, and a footer of many lines", () => {
    const text = linesOf(
      ...[
        "首页 >> 党建工作 >> 正文",
        "【字体：大 中 小】 打印本页",
        "青松街道把读书会办到楼栋里",
        "发布时间：2024-05-12 09:30 来源：青松街道 浏览次数：1,203",
      ],
      ...[
        '　　5月以来,读书会办到了楼栋里.居民说:"现在下楼就到."参加的人多了,覆盖率达到85.6%.',
        "　　二是找准书目 . 先由居民投票 , 再由支部决定。",
      ],
      ...["（责任编辑:李红）", "上一篇：没有了", "相关新闻", "· 青松街道召开会议", "· 志愿服务走进校园", "网站地图 | 联系我们"],
      ...["主办：青松街道办事处", "ICP备案号：某ICP备12345678号", "建议使用IE9.0以上浏览器，分辨率1024*768浏览本网站"],
    );
    expect([text.title, text.meta]).toEqual(["青松街道把读书会办到楼栋里", { source: "青松街道", date: "2024-05-12" }]);
    expect(text.markdown).toBe(
      "5月以来，读书会办到了楼栋里。居民说：“现在下楼就到。”参加的人多了，覆盖率达到85.6%。\n\n二是找准书目。先由居民投票，再由支部决定。",
    );
  });

  test("a message of a public account: its signature, its numbers over headings, what the app writes round it", () => {
    const text = linesOf(
      ...[
        "一本小册子怎样读进三次会里",
        "原创 张三 青松支部学习 2024年3月1日 08:00 北京",
        "点击蓝字 关注我们",
        "收录于合集",
        "#读书会 12个",
        "",
        "01",
        "先问问题",
      ],
      ...[
        "",
        "第一次会不讲书，只收问题。",
        "▼",
        "02",
        "再读正文",
        "带着问题读。",
        "END",
        "编辑：李四",
        "往期推荐",
        "怎样选一本书",
        "喜欢此内容的人还喜欢",
      ],
      ...["预览时标签不可点", "微信扫一扫", "关注该公众号", "知道了", "视频 小程序 赞 ，轻点两下取消赞 在看", "分享 留言 收藏 听过"],
    );
    expect([text.title, text.meta]).toEqual(["一本小册子怎样读进三次会里", { source: "青松支部学习", author: "张三", date: "2024-03-01" }]);
    expect(text.markdown).toBe("## 01 先问问题\n\n第一次会不讲书，只收问题。\n\n## 02 再读正文\n\n带着问题读。");
  });

  test("copied from a printed paper: cut lines are joined, running heads and page numbers go, a spaced-out title is closed up", () => {
    const text = linesOf(
      ...[
        "某县机关学习参考 2023 年第 6 期",
        "- 1 -",
        "怎 样 开 好 学 习 会",
        "一、会前要做的事",
        "学习会开得好不好，一半在会前。主持人要在一",
      ],
      ...["周以前把材料发给大家，材料不要超过二十页，并", "附上三个问题。参加的人要在会前把材料读完，写", "下自己的看法，哪怕只有一句。"],
      ...[
        "某县机关学习参考 2023 年第 6 期",
        "- 2 -",
        "会前还要定好记录人。记录人不必记下每一句话，",
        "但是每一个问题、每一个决定、每一个没有解决的",
        "分歧都要记下来。",
      ],
    );
    expect(text.title).toBe("怎样开好学习会");
    expect(text.markdown.split("\n\n")).toEqual([
      "## 一、会前要做的事",
      "学习会开得好不好，一半在会前。主持人要在一周以前把材料发给大家，材料不要超过二十页，并附上三个问题。参加的人要在会前把材料读完，写下自己的看法，哪怕只有一句。",
      "会前还要定好记录人。记录人不必记下每一句话，但是每一个问题、每一个决定、每一个没有解决的分歧都要记下来。",
    ]);
  });

  test("what looks like it and is text stays: a host named at the end, dots of an omission, lines of a poem, an English stop", () => {
    const poem = ["山高路远坑深，大军纵横驰奔。", "谁敢横刀立马？唯我彭大将军。"];
    const text = linesOf("读书通知", ...poem, "他说...后来没有再说。", "文件名是plan.docx，版本1.2。", "主办：云溪县读书会");
    expect(text.markdown.split("\n\n")).toEqual([...poem, "他说...后来没有再说。", "文件名是plan.docx，版本1.2。", "主办：云溪县读书会"]);
  });
});
