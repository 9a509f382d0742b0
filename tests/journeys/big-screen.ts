import { type BrowserContext, expect, type Page } from "@playwright/test";

/** A hall's big screen of a size, once it listens. */
export async function bigScreen(context: BrowserContext, path: string, width: number, height: number): Promise<Page> {
  const page = await context.newPage();
  await page.setViewportSize({ width, height });
  await Promise.all([page.waitForRequest(/\/api\/streams\/halls\//), page.goto(path)]);
  return page;
}

/** What a hall sees must stand on the screen: nothing runs over its edges, and nothing is cut off inside. */
export async function expectWhole(page: Page): Promise<void> {
  const cut = await page.evaluate(() => {
    const { innerHeight, innerWidth } = window;
    return [...document.querySelectorAll("main p, main li, main h1, main h2")]
      .filter((element) => element.textContent?.trim())
      .filter((element) => {
        const { bottom, right } = element.getBoundingClientRect();
        const box = element.closest("section")?.getBoundingClientRect();
        return bottom > innerHeight + 1 || right > innerWidth + 1 || (box !== undefined && bottom > box.bottom + 1);
      })
      .map((element) => element.textContent);
  });
  expect(cut).toEqual([]);
}
