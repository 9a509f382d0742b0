import { describe, expect, test } from "vitest";
import { blockSchema, type HastNode } from "./hast-schema.ts";
import { renderBlocks } from "./render-markdown.ts";

/** Ways in that have worked somewhere (TF1, TF2, TF12): as markdown, as HTML within it, and in between. */
const HOSTILE = [
  "<script>alert(1)</script>",
  "文字<script>alert(1)</script>文字",
  "<img src=x onerror=alert(1)>",
  "<svg onload=alert(1)><script>alert(1)</script></svg>",
  "<svg><foreignObject><iframe src=javascript:alert(1)></iframe></foreignObject></svg>",
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  "<template><img src=x onerror=alert(1)></template>",
  "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
  '<a href="javascript:alert(1)">x</a>',
  "<details open ontoggle=alert(1)>",
  "<base href=//evil.invalid>",
  "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
  "<form action=javascript:alert(1)><input type=submit>",
  "<style>@import '//evil.invalid/x.css'</style>",
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt:alert(1))",
  "[x](java\tscript:alert(1))",
  "[x](&#106;avascript:alert(1))",
  "[x](javascript&colon;alert(1))",
  "[x](<java\u0000script:alert(1)>)",
  "[x](vbscript:msgbox(1))",
  "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
  "[x](blob:https://evil.invalid/1)",
  "[x](feed:javascript:alert(1))",
  "<javascript:alert(1)>",
  "[x]: javascript:alert(1)\n\n[x]",
  '[x](https://evil.invalid "onmouseover=alert(1)")',
  '[x](https://evil.invalid/"onmouseover="alert(1))',
  "![x](javascript:alert(1))",
  "![x](data:image/svg+xml,<svg onload=alert(1)>)",
  "![x](https://evil.invalid/pixel.gif)",
  "![x](//evil.invalid/pixel.gif)",
  "![x](/\\evil.invalid/pixel.gif)",
  "![x](\\\\evil.invalid/pixel.gif)",
  "![x](http:evil.invalid)",
  "![x](/%09/evil.invalid/p.gif)",
  '![x](<x" onerror="alert(1)>)',
  "# <img src=x onerror=alert(1)>",
  "- <b onclick=alert(1)>x</b>",
  "|<img src=x onerror=alert(1)>|b|\n|-|-|\n|[x](javascript:alert(1))|c|",
  "```html onload=alert(1)\n<script>alert(1)</script>\n```",
  "x[^1]\n\n[^1]: <img src=x onerror=alert(1)> [y](javascript:alert(1))",
  "- [ ] <script>alert(1)</script>",
  "**<img src=x onerror=alert(1)>**",
  "<!-- --><img src=x onerror=alert(1)> -->",
  "<![CDATA[<script>alert(1)</script>]]>",
  "<?xml version='1.0'?><script>alert(1)</script>",
];

const TAGS = /^(h[1-6]|p|div|strong|em|del|a|img|ul|ol|li|blockquote|hr|br|code|pre|table|thead|tbody|tr|th|td)$/;
const PROPERTIES = new Set(["href", "title", "rel", "src", "alt", "loading", "start", "align"]);

const within = (node: HastNode): HastNode[] => (node.type === "text" ? [node] : [node, ...node.children.flatMap(within)]);
const nodesOf = (markdown: string) => renderBlocks(markdown).flatMap((block) => within(block.hast));

describe("hostile text", () => {
  test.each(HOSTILE)("%s is inert", (markdown) => {
    for (const node of nodesOf(markdown)) {
      if (node.type === "text") continue;
      expect(node.tagName).toMatch(TAGS);
      for (const name of Object.keys(node.properties)) expect(PROPERTIES).toContain(name);
      const { href, src } = node.properties;
      if (href !== undefined) expect(new URL(String(href), "https://own.invalid").protocol).toMatch(/^(https?|mailto):$/);
      if (src !== undefined) expect(new URL(String(src), "https://own.invalid").host).toBe("own.invalid");
      if (node.tagName === "a") expect(node.properties["rel"]).toContain("noopener");
    }
  });

  test("what passes is plain data of the published shape", () => {
    for (const markdown of HOSTILE) {
      const blocks = renderBlocks(markdown);
      expect(blocks.map((block) => blockSchema.parse(JSON.parse(JSON.stringify(block))))).toEqual(blocks);
    }
  });

  test.each([
    ">".repeat(20_000),
    `${"- ".repeat(30)}x`,
    "[a](".repeat(20_000),
    "[^a]".repeat(20_000),
    `${"*a ".repeat(2_000)}${"*".repeat(2_000)}`,
    "![".repeat(30_000),
  ])("nesting past any use is refused at once or drawn at once", (markdown) => {
    const began = performance.now();
    try {
      renderBlocks(markdown);
    } catch (error) {
      expect((error as { code: string }).code).toBe("text-nested");
    }
    expect(performance.now() - began).toBeLessThan(15_000);
  });
});

describe("a study text", () => {
  test("has its headings and blocks numbered apart, in order; a list is one block", () => {
    const blocks = renderBlocks("开头。\n\n## 一\n\n- 甲\n- 乙\n\n### （一）\n\n> 引文\n\n末段。");
    expect(blocks.map(({ id, kind, depth, text }) => [id, kind, depth, text])).toEqual([
      ["p1", "block", 0, "开头。"],
      ["s1", "heading", 2, "一"],
      ["p2", "block", 0, "甲\n乙"],
      ["s2", "heading", 3, "（一）"],
      ["p3", "block", 0, "引文"],
      ["p4", "block", 0, "末段。"],
    ]);
  });

  test("what shows nothing keeps its number, so that no citation moves", () => {
    expect(renderBlocks("一\n\n<!-- 旁注 -->\n\n二\n\n[x]: /y\n\n三").map((block) => block.id)).toEqual(["p1", "p3", "p5"]);
  });

  test("Chinese emphasis ends where its marks end", () => {
    const [block] = renderBlocks("**“三个结合”。**这是做法。");
    expect(block?.hast.children[0]).toMatchObject({ tagName: "strong" });
    expect(block?.text).toBe("“三个结合”。这是做法。");
  });

  test("own pictures stay, pictures from elsewhere become their description, notes stay where they are", () => {
    const kept = nodesOf("![图](/files/1.png)").find((node) => node.type === "element" && node.tagName === "img");
    expect(kept).toMatchObject({ properties: { src: "/files/1.png", alt: "图", loading: "lazy" } });
    expect(renderBlocks("看![外图](https://evil.invalid/1.png)")[0]?.text).toBe("看外图");
    expect(renderBlocks("正文[^1]\n\n[^1]: 注释").map((block) => block.text)).toEqual(["正文[1]", "[1]注释"]);
  });
});
