import { readFileSync } from "node:fs";
import { type Browser, type BrowserContext, type BrowserContextOptions, expect, type Locator, type Page } from "@playwright/test";
import { createTranslator } from "next-intl";
import type { Account } from "#tests/world/running-house.ts";
import { film } from "./film.ts";

type Words = typeof import("#messages/zh-CN.json");

const wordsIn = (locale: string): Words => JSON.parse(readFileSync(`messages/${locale}.json`, "utf8")) as Words;

/** The sentences the screens speak in a language, by key: what a person would look for. */
export const wordsOf = (locale: "zh-CN" | "en") => createTranslator({ locale, messages: wordsIn(locale), timeZone: "Asia/Shanghai" });

/** The language a run of the journeys speaks: Chinese, or English when JOURNEY_LANGUAGE asks for it (playwright.config.ts sets its cookie). */
export const LANGUAGE = process.env["JOURNEY_LANGUAGE"] === "en" ? "en" : "zh-CN";

/** The sentences of the screens in the language of this run. */
export const say = wordsOf(LANGUAGE);

/** What stands at the beginning of a sentence, up to something that only the screen knows. */
export const upTo = (sentence: string, unknown: string): RegExp =>
  new RegExp(`^${(sentence.split(unknown)[0] ?? "").replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`);

/** The house that start-house.ts runs. */
export const house = JSON.parse(process.env["JOURNEY_HOUSE"] ?? "null") as {
  url: string;
  databaseUrl: string;
  dataDir: string;
  accounts: Account[];
};

// With JOURNEY_SCREENS=swapped whoever has a phone in a story sits at a desk, and the other way round: `prove` plays every story on both.
const SWAPPED = process.env["JOURNEY_SCREENS"] === "swapped";
const NARROW = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;
const WIDE = { viewport: { width: 1440, height: 900 }, hasTouch: SWAPPED, isMobile: false } as const;
/** A phone of 390 pixels and a desk of 1440. */
export const [PHONE, DESK] = SWAPPED ? ([WIDE, NARROW] as const) : ([NARROW, WIDE] as const);

const passwordOf = (account: string): string => house.accounts.find((known) => known.account === account)?.password ?? "";

/** Signs in by the form, as people do. */
export async function signInByForm(page: Page, account: string): Promise<void> {
  await page.getByLabel(say("signIn.account")).fill(account);
  await page.getByLabel(say("signIn.password")).fill(passwordOf(account));
  await page.getByRole("button", { name: say("signIn.submit"), exact: true }).click();
}

/** Types account and password where the focus is, without a mouse. */
export async function typeSignIn(page: Page, account: string): Promise<void> {
  await page.keyboard.type(account);
  await page.keyboard.press("Tab");
  await page.keyboard.type(passwordOf(account));
  await page.keyboard.press("Enter");
}

/** A browser of somebody's own, signed in already. Errors of its pages become failures of the test that closes it with `expectNoErrors`. */
export async function browserOf(browser: Browser, account: string | null, options: BrowserContextOptions): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: house.url, locale: "zh-CN", timezoneId: "Asia/Shanghai", ...options });
  film(context, account ?? "visitor");
  if (account === null) return context;
  const reply = await context.request.post("/api/sign-in", {
    data: { account, password: passwordOf(account) },
    headers: { origin: house.url, accept: "application/json" },
  });
  expect(reply.status(), `${account} signs in`).toBe(200);
  return context;
}

/** Posts to the house as the person of a browser; returns the JSON. */
export async function postAs<T>(context: BrowserContext, path: string, data: object = {}): Promise<T> {
  const reply = await context.request.post(path, { data, headers: { origin: house.url, accept: "application/json" } });
  expect(reply.ok(), `POST ${path}: ${reply.status()} ${await reply.text()}`).toBe(true);
  return (await reply.json()) as T;
}

/** Presses a button that goes away by it, until it has: a page that has not come to life yet hears no press. */
export async function pressAway(page: Page, name: string): Promise<void> {
  const button = page.getByRole("button", { name, exact: true });
  await expect(async () => {
    if ((await button.count()) > 0) await button.click({ timeout: 2_000 });
    await expect(button).toHaveCount(0, { timeout: 1_000 });
  }).toPass();
}

/** Presses Tab until the focus is there: what cannot be reached by keyboard fails. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let presses = 0; presses < 60; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`60 presses of Tab do not reach ${wanted}`);
}
