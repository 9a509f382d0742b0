import { randomUUID } from "node:crypto";
import { chromium, expect, type Page, test } from "@playwright/test";
import pg from "pg";
import { hasTurn } from "#tests/world/short-form.ts";
import { axeFindings } from "./axe-findings.ts";
import { browserOf, DESK, house, PHONE, postAs } from "./stage.ts";
import { tooWide } from "./too-wide.ts";

const PICTURES = process.env["JOURNEY_PICTURES"];

/** Everything a text can hold that is wider than a phone. */
const BODY = `## 怎样把一本小册子读进一次会里

读书会每月一次，由各支部轮流主持，事先把章节发给大家，好让人有时间先读。网址 https://example.org/reading/groups/handbook/2026/appendix-with-a-very-long-name.html 也照样要能读。

| 时间 | 做什么 | 谁来做 | 要留下什么 | 期限 |
| --- | --- | --- | --- | --- |
| 会前一周 | 发章节和三个问题 | 主持人 | 通知一份 | 每月五日以前 |
| 会上 | 每人说一句自己的话 | 全体 | 签到和实录 | 当天 |

> 先问问题，再读正文。

1. 先读一遍，不做记号。
2. 再读一遍，把看不懂的地方标出来。

\`\`\`
node scripts/import.ts --from handbook.docx --collection reading-groups --audience everyone
\`\`\`

#### 会后

会后三天内写好记录，写明谁来了、说了什么、定了什么，交给下一次的主持人。`;
const BODY_EN = `## Reading one booklet in one meeting

Reading groups meet monthly; branches take turns and send the chapter in advance. An internationalisation-and-responsibility-minded moderator asks first.

| When | What | Who | What remains | Until |
| --- | --- | --- | --- | --- |
| A week before | Chapter and three questions | Moderator | A notice | The fifth of each month |

> Questions first, text second.

Write the record within three days and hand it to the next moderator.`;

/** A text with the longest published question of each kind at its end. */
async function aWideText(): Promise<string> {
  const browser = await chromium.launch(test.info().project.use.launchOptions);
  const client = new pg.Client({ connectionString: house.databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ id: number }>(
    `select distinct on (v.body->>'kind') q.id::int from questions q join question_versions v on v.id = q.published_version_id
     where q.branch_id is null and q.state = 'published' order by v.body->>'kind', length(v.body::text) desc`,
  );
  await client.end();
  expect(rows.length, "kinds of question in the pack").toBeGreaterThanOrEqual(5);
  const [author, reviewer] = [await browserOf(browser, "organizer", DESK), await browserOf(browser, "reviewer", DESK)];
  // A failed turn starts a new worker, which needs a text of its own: the same text twice is refused.
  const body = `${BODY}\n\n${randomUUID()}`;
  const words = { title: "读书会的办法与分工", titleEn: "How reading groups divide their work", body, bodyEn: BODY_EN };
  const checks = rows.map(({ id }) => ({ questionId: id, after: "" }));
  const { slug } = await postAs<{ slug: string }>(author, "/api/desk/materials", { ...words, checks, submit: true });
  await postAs(reviewer, `/api/desk/materials/${slug}/review`, { number: 1, verdict: "publish" });
  await browser.close();
  return slug;
}

/** Words of the bottom bar that are broken over two lines or stand over their neighbours. */
const brokenInBar = (page: Page): Promise<string[]> =>
  page.locator("nav.fixed a").evaluateAll((links) =>
    links.flatMap((link) => {
      const range = document.createRange();
      range.selectNodeContents(link.lastChild ?? link);
      const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
      const [inner, outer] = [range.getBoundingClientRect(), link.getBoundingClientRect()];
      const isWhole =
        lines.size <= 1 && inner.left >= outer.left - 0.5 && inner.right <= outer.right + 0.5 && outer.right <= innerWidth + 0.5;
      return isWhole ? [] : [`${link.textContent} ${lines.size} lines, ${Math.round(inner.width)} of ${Math.round(outer.width)}`];
    }),
  );

const CASES = [PHONE, DESK].flatMap((screen) =>
  (["light", "dark"] as const).flatMap((theme) => (["zh-CN", "en"] as const).map((locale) => ({ screen, theme, locale }))),
);

let slug = "";
test.beforeAll(async () => {
  slug = await aWideText();
});
// The short form looks at two of the eight, a phone and a desk; `prove` at all.
for (const { screen, theme, locale } of CASES.filter((_, at) => hasTurn(at, 4))) {
  const { width } = screen.viewport;
  test(`the reader at ${width} px, ${theme}, ${locale}, with text of 200 %: nothing is wider than the screen, nothing broken, axe clean`, async () => {
    const { launchOptions } = test.info().project.use;
    // The size a reader set in the browser: media queries in rem see it too, which a style on the root does not do.
    const args = [...(launchOptions?.args ?? []), "--blink-settings=defaultFontSize=32,defaultFixedFontSize=26"];
    const browser = await chromium.launch({ ...launchOptions, args });
    const context = await browserOf(browser, "member01", screen);
    await context.addCookies(Object.entries({ theme, locale }).map(([name, value]) => ({ name: `zx-${name}`, value, url: house.url })));
    const page = await context.newPage();
    const picture = async (name: string, fullPage: boolean): Promise<void> => {
      if (PICTURES) await page.screenshot({ path: `${PICTURES}/reader-${width}-${theme}-${locale}-${name}.png`, fullPage });
    };
    await page.goto(`/materials/${slug}`);
    await expect(page.locator("#p1")).toBeVisible();
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe("32px");
    await expect.poll(() => page.locator("[id^=check-]").count()).toBeGreaterThanOrEqual(5);
    await picture("whole", true);
    expect.soft(await tooWide(page)).toEqual([]);
    if (width === 390) expect.soft(await brokenInBar(page)).toEqual([]);
    expect.soft(await axeFindings(page)).toEqual([]);
    await picture("top", false);
    await page
      .getByRole("button", { name: /批注 0|Annotations? 0|0/ })
      .first()
      .click();
    await expect(page.locator("aside[data-annotating]")).toBeVisible();
    expect.soft(await tooWide(page), "with the annotations open").toEqual([]);
    expect.soft(await axeFindings(page), "with the annotations open").toEqual([]);
    await picture("annotations", false);
    await browser.close();
  });
}
