import { mkdirSync } from "node:fs";
import { type BrowserContext, type Page, test } from "@playwright/test";

const FOLDER = process.env["JOURNEY_FILM"];

/**
 * With JOURNEY_FILM=folder, pictures of a story for the eye: each page as it is when it is left, when it sends something, and at the end.
 * Without it, nothing.
 */
export function film(context: BrowserContext, account: string): void {
  if (FOLDER === undefined) return;
  mkdirSync(FOLDER, { recursive: true });
  const story = test.info().file.split("/").at(-1)?.replace(".spec.ts", "") ?? "";
  let shots = 0;
  const shoot = async (page: Page): Promise<void> => {
    shots += 1;
    const path = `${FOLDER}/${story}-${account}-${String(shots).padStart(3, "0")}.png`;
    // A page that is gone has nothing to show.
    await page.screenshot({ path, fullPage: true, timeout: 5_000 }).catch(() => undefined);
  };
  context.on("page", (page) => {
    page.on("request", (request) => {
      if (request.method() === "POST" && request.url().includes("/api/")) void shoot(page);
    });
    page.on("load", () => void shoot(page));
  });
  const close = context.close.bind(context);
  context.close = async (options) => {
    for (const page of context.pages()) await shoot(page);
    await close(options);
  };
}
