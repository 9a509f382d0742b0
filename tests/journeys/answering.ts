import { expect, type Page } from "@playwright/test";
import { say } from "./stage.ts";

/** Waits until question `number` of the paper is on the screen. */
export async function onQuestion(page: Page, number: number, total = 10): Promise<void> {
  await expect(page.getByRole("heading", { name: say("play.questionOf", { number, total }) })).toBeVisible();
}

/** Answers the question on the screen by hand, whatever its kind; two options of a multiple one. */
export async function answerShown(page: Page): Promise<void> {
  const question = page.getByRole("article");
  const ticks = question.getByRole("checkbox");
  const radios = question.getByRole("radio");
  const texts = question.getByRole("textbox");
  if ((await radios.count()) > 0) return radios.first().check();
  if ((await ticks.count()) > 0) {
    await ticks.nth(0).check();
    return ticks.nth(1).check();
  }
  for (const text of await texts.all()) await text.fill("理论学习");
}

/** What is chosen or typed for the question on the screen. */
export async function shownAnswer(page: Page): Promise<string[]> {
  return page
    .getByRole("article")
    .locator("input")
    .evaluateAll((inputs) =>
      inputs.map((input) =>
        input instanceof HTMLInputElement && input.type !== "text" ? String(input.checked) : (input as HTMLInputElement).value,
      ),
    );
}

/** 已保存: everything answered so far is acknowledged by the house. */
export async function expectSaved(page: Page): Promise<void> {
  await expect(page.locator("[data-saving=saved], [data-saving=recovered]")).toBeVisible();
}

/** On to the next question by the button under it. */
export const goOn = (page: Page): Promise<void> => page.getByRole("button", { name: say("play.next"), exact: true }).click();
