import { expect, type Page, test } from "@playwright/test";
import { expectSaved, onQuestion } from "./answering.ts";
import { DESK, house, say, tabTo, typeSignIn } from "./stage.ts";

test.use({ ...DESK, baseURL: house?.url });

async function answerByKey(page: Page, number: number): Promise<void> {
  const { keyboard } = page;
  const text = page.getByRole("article").getByRole("textbox");
  if ((await text.count()) > 0) {
    await tabTo(page, text.first());
    await keyboard.type("学习");
  } else if (number % 2 === 0) await keyboard.press("b");
  else await keyboard.press("1");
  await expectSaved(page);
}

test("a member without a mouse signs in, enters, answers with keys and hands in", async ({ page }) => {
  const { keyboard } = page;
  await page.goto("/contests");
  await tabTo(page, page.getByLabel(say("signIn.account")));
  await typeSignIn(page, "leader");

  const contest = page.getByRole("link", { name: /理论学习知识竞赛/ });
  await tabTo(page, contest);
  await keyboard.press("Enter");
  const enter = page.getByRole("button", { name: say("entering.enter") });
  await tabTo(page, enter);
  await keyboard.press("Enter");

  for (let number = 1; number <= 10; number += 1) {
    await onQuestion(page, number);
    await answerByKey(page, number);
    const next = page.getByRole("button", { name: say("play.next"), exact: true });
    if (number === 10) break;
    if ((await page.getByRole("article").getByRole("textbox").count()) > 0) {
      await tabTo(page, next);
      await keyboard.press("Enter");
    } else await keyboard.press("ArrowRight");
  }

  await keyboard.press("Control+Enter");
  const confirm = page.getByRole("dialog").getByRole("button", { name: say("play.handIn.confirm") });
  await tabTo(page, confirm);
  await keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: say("results.handedIn") })).toBeVisible();
});
