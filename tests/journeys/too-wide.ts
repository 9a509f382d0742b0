import type { Page } from "@playwright/test";

/** What makes a page wider than its screen, outermost first: empty when nothing does. */
export const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const scrolls = (element: Element | null): boolean =>
      element !== null && (getComputedStyle(element).overflowX !== "visible" || scrolls(element.parentElement));
    const wide = [...document.querySelectorAll("body *")].filter(
      (element) => element.getBoundingClientRect().right > width + 1 && !scrolls(element.parentElement),
    );
    const said = wide.map((element) => `${element.tagName}.${element.className} ${Math.round(element.getBoundingClientRect().right)}`);
    return [`page ${document.documentElement.scrollWidth}`, ...said.slice(0, 8)];
  });
