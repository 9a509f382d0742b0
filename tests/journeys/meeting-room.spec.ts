import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { browserOf, DESK, house, PHONE, postAs, zh } from "./stage.ts";

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

/** A meeting of the demo's group of five that starts now; its leader is in the chair. */
async function meetingNow(leader: BrowserContext): Promise<number> {
  const [startsAt, endsAt] = [-60_000, 5_400_000].map((ms) => new Date(Date.now() + ms).toISOString());
  const wishes = { kind: "reading", title: "《实践论》现场研读", group: "qingnian-dushu", startsAt, endsAt };
  return (await postAs<{ id: number }>(leader, "/api/meetings", wishes)).id;
}

/** A text that three questions of the bank rest on. */
async function textWithQuestions(leader: BrowserContext, id: number): Promise<string> {
  const reply = await leader.request.get("/api/materials", { headers: { accept: "application/json" } });
  const { items } = (await reply.json()) as { items: { slug: string }[] };
  for (const { slug } of items) {
    const text = await leader.request.get(`/api/materials/${slug}`, { headers: { accept: "application/json" } });
    const { checks } = (await text.json()) as { checks: { body: { kind: string } }[] };
    const chosen = checks.filter(({ body }) => ["single", "multiple", "truefalse"].includes(body.kind));
    if (chosen.length < 3) continue;
    await postAs(leader, `/api/meetings/${id}/room/passage`, { slug, from: "p1", to: "p2" });
    return slug;
  }
  throw new Error("no text of the demo has three questions to choose from");
}

test("a live meeting: rotating check-in, three speakers, words kept while the line is down, a quiz of the passage", async ({ browser }) => {
  const [leader, one, two, three] = await Promise.all([
    browserOf(browser, "leader", DESK),
    browserOf(browser, "member02", PHONE),
    browserOf(browser, "member01", PHONE),
    browserOf(browser, "reviewer", PHONE),
  ]);
  const id = await meetingNow(leader);
  const [chair, phone, second, third] = await Promise.all([leader, one, two, three].map((context) => context.newPage()));
  if (!chair || !phone || !second || !third) throw new Error("nobody is there");
  for (const page of [chair, phone, second, third]) await page.goto(`/meetings/${id}/room`);
  await expect(phone.getByText(zh("room.now.notOpen"))).toBeVisible();
  await press(chair, zh("room.now.open"));

  await test.step("the members' pages move on by themselves; one checks in by digits, one by the code in the address", async () => {
    await press(chair, zh("room.code.show"));
    const digits = await chair.getByText(/^\d{6}$/).textContent();
    await phone.getByLabel(zh("room.checkIn.digits")).fill(digits ?? "");
    await press(phone, zh("room.checkIn.press"));
    await expect(phone.getByText(zh("room.checkIn.done", { mode: zh("room.checkIn.on_site") }))).toBeVisible();
    const { url } = await postAs<{ url: string }>(leader, `/api/meetings/${id}/room/code`);
    await second.goto(url.replace(/^https?:\/\/[^/]+/, house.url));
    await press(second, zh("room.checkIn.press"));
    await expect(second.getByText(zh("room.checkIn.done", { mode: zh("room.checkIn.on_site") }))).toBeVisible();
    await press(third, zh("room.checkIn.later"));
    await press(chair, zh("room.agenda.begin"));
    await expect(phone.getByRole("timer").first()).toBeVisible();
  });

  await test.step("three ask to speak and are called one after the other", async () => {
    for (const page of [phone, second, third]) {
      await press(page, zh("room.queue.ask"));
      await expect(page.getByRole("button", { name: zh("room.queue.withdraw"), exact: true })).toBeVisible();
    }
    const calls = chair.getByRole("button", { name: zh("room.queue.call"), exact: true });
    for (const [at, page] of [phone, second, third].entries()) {
      // Until the chair's own page has seen the last call, its first button is still the one before.
      await expect(calls).toHaveCount(3 - at);
      await calls.first().click();
      await expect(page.getByText(zh("room.now.yourTurn"))).toBeVisible();
    }
    await press(third, zh("room.queue.done"));
  });

  await test.step("what was written while the line was down stays through a closed page, and arrives when it is back", async () => {
    const words = "断网时写下的体会：实践出真知。";
    await phone.getByLabel(zh("room.speeches.own")).fill(words);
    await one.setOffline(true);
    await phone.getByLabel(zh("room.speeches.own")).locator("xpath=ancestor::form").getByRole("button").click();
    await expect(phone.getByText(zh("room.words.waiting", { count: 1 }))).toBeVisible();
    await expect(chair.getByText(words)).toHaveCount(0);
    await one.setOffline(false);
    await expect(chair.getByText(words)).toBeVisible({ timeout: 20_000 });
    await expect(phone.getByText(zh("room.words.waiting", { count: 1 }))).toHaveCount(0);
  });

  await test.step("a quiz of three questions about the passage in one tap; what was right is told when it is closed", async () => {
    await textWithQuestions(leader, id);
    await press(chair, zh("room.polls.quiz"));
    await expect(phone.getByRole("group").filter({ hasText: zh("room.polls.kinds.quiz") })).toHaveCount(3);
    await phone
      .getByRole("group")
      .filter({ hasText: zh("room.polls.kinds.quiz") })
      .first()
      .locator("label")
      .first()
      .click();
    await phone
      .getByRole("button", { name: zh("room.polls.answer"), exact: true })
      .first()
      .click();
    await expect(phone.getByText(zh("room.polls.saved"), { exact: false }).first()).toBeVisible();
    await expect(phone.getByText(zh("common.answer"), { exact: true })).toHaveCount(0);
    for (let left = 3; left > 0; left -= 1) {
      await chair
        .getByRole("button", { name: zh("room.polls.close"), exact: true })
        .first()
        .click();
      await expect(chair.getByRole("button", { name: zh("room.polls.close"), exact: true })).toHaveCount(left - 1);
    }
    await expect(phone.getByText(zh("common.answer"), { exact: true }).first()).toBeVisible();
  });

  await test.step("the chair ends it, once", async () => {
    await press(chair, zh("room.now.close"));
    await chair
      .getByRole("alertdialog")
      .getByRole("button", { name: zh("room.now.close"), exact: true })
      .click();
    await expect(phone.getByText(zh("room.now.over"))).toBeVisible();
  });
  for (const context of [leader, one, two, three]) await context.close();
});
