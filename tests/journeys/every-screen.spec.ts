import { readFileSync } from "node:fs";
import { type Browser, type BrowserContext, expect, type Page, test } from "@playwright/test";
import { inTurns } from "#tests/world/many-members.ts";
import { hasTurn } from "#tests/world/short-form.ts";
import { axeFindings } from "./axe-findings.ts";
import { allScreens, type Screen } from "./screens.ts";
import { browserOf, DESK, house, PHONE } from "./stage.ts";

const PICTURES = process.env["JOURNEY_PICTURES"];

/** The seal with the two characters of the name is a picture, in every language. */
const BRAND = "知行";

let screens: Screen[] = [];
// Some forty screens each: on a busy machine that takes its time.
test.beforeAll(async ({ browser }) => {
  screens = await allScreens(browser);
});

/** There are more than a hundred screens: each is looked at on the phone in light or at the desk in the dark by turns, and in `prove` in both. */
const isOn = (screen: Screen, variant: number): boolean => hasTurn(screens.indexOf(screen) + variant, 2);

const asked = (context: BrowserContext, wishes: Record<string, string>) =>
  context.addCookies(Object.entries(wishes).map(([name, value]) => ({ name: `zx-${name}`, value, url: house.url })));

const picture = async (page: Page, name: string): Promise<void> => {
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
};

/** Waits until a page says what it has to say: play and lobby ask the server first. */
async function open(page: Page, { path }: Screen): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole("main").getByRole("heading").first()).toBeVisible();
}

async function eachScreen(
  browser: Browser,
  options: typeof PHONE | typeof DESK,
  wishes: Record<string, string>,
  variant: number,
  look: (page: Page, screen: Screen) => Promise<void>,
): Promise<void> {
  // Two people at once: one page waits while the other is looked at.
  await inTurns([...new Set(screens.map(({ account }) => account))], 2, async (account) => {
    const context = await browserOf(browser, account, options);
    await asked(context, wishes);
    const page = await context.newPage();
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    for (const screen of screens.filter((other) => other.account === account && isOn(other, variant))) {
      await open(page, screen);
      await look(page, screen);
      expect.soft(errors.splice(0), `errors on ${screen.path}`).toEqual([]);
    }
    await context.close();
  });
}

const nameOf = ({ route }: Screen) => route.replaceAll("/", "_").replace(/[[\]]/g, "") || "_";

test("every screen on a phone in light: axe finds nothing serious, nothing is wider than the screen", async ({ browser }) => {
  await eachScreen(browser, PHONE, { theme: "light" }, 0, async (page, screen) => {
    expect.soft(await axeFindings(page), `axe on ${screen.path}`).toEqual([]);
    expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), `width of ${screen.path}`).toBeLessThanOrEqual(390);
    await picture(page, `${nameOf(screen)}-phone-light-zh`);
  });
});

/** Every sentence of the Chinese interface that stands alone, without anything filled in. */
function sentencesOf(words: unknown): string[] {
  if (typeof words === "string") return /\p{Script=Han}/u.test(words) && !/[{<]/.test(words) ? [words] : [];
  return Object.values(words as Record<string, unknown>).flatMap(sentencesOf);
}

test("every screen at a desk, in the dark, in English: axe finds nothing serious, nothing the interface says is left in Chinese", async ({
  browser,
}) => {
  const known = sentencesOf(JSON.parse(readFileSync("messages/zh-CN.json", "utf8")));
  await eachScreen(browser, DESK, { locale: "en", theme: "dark" }, 1, async (page, screen) => {
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    expect.soft(await axeFindings(page), `axe on ${screen.path}`).toEqual([]);
    const texts = await page
      .locator("body *:not(script):not([lang^=zh])")
      .evaluateAll((elements) =>
        elements.flatMap((element) => [
          element.getAttribute("aria-label") ?? "",
          element.getAttribute("title") ?? "",
          element.getAttribute("placeholder") ?? "",
          ...[...element.childNodes].map((node) => (node.nodeType === Node.TEXT_NODE ? (node.textContent ?? "").trim() : "")),
        ]),
      );
    const said = new Set(known);
    expect
      .soft(
        texts.filter((text) => said.has(text) && text !== BRAND),
        `Chinese on ${screen.path}`,
      )
      .toEqual([]);
    expect
      .soft(
        await page.locator("button:visible:not([lang^=zh]), th").evaluateAll((elements) =>
          elements
            .map((element) => {
              // What is marked as Chinese inside (a name, a title) is somebody's words, not the interface's.
              const copy = element.cloneNode(true) as Element;
              for (const marked of copy.querySelectorAll("[lang^=zh]")) marked.remove();
              return copy.textContent ?? "";
            })
            .filter((text) => /\p{Script=Han}/u.test(text)),
        ),
        `Chinese buttons on ${screen.path}`,
      )
      .toEqual([]);
    await picture(page, `${nameOf(screen)}-desk-dark-en`);
  });
});
