// Above 150 lines: one sitting of one group, from the term's plan to the addendum, in the order in which it happens.
import { readFileSync } from "node:fs";
import { type BrowserContext, expect, type Locator, type Page, test } from "@playwright/test";
import { browserOf, DESK, house, PHONE, postAs, say } from "./stage.ts";

const DAY_MS = 86_400_000;
const SHANGHAI_MS = 8 * 3_600_000;
const button = (within: Page | Locator, name: string) => within.getByRole("button", { name, exact: true });
const press = (page: Page, name: string) => button(page, name).first().click();
/** Presses what only a page that has come to life answers, until it does. */
const pressFor = (pressed: Locator, wanted: Locator) =>
  expect(async () => {
    // What was pressed may be gone while what follows is still on its way.
    if (!(await wanted.isVisible()) && (await pressed.isVisible())) await pressed.click({ timeout: 2_000 });
    await expect(wanted).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 60_000 });
/** Goes into a room and waits until the page there listens. */
const enter = (page: Page, path: string) => Promise.all([page.waitForRequest(/\/api\/streams\/meetings\//), page.goto(path)]);
const get = async <T>(context: BrowserContext, path: string): Promise<T> => {
  const reply = await context.request.get(path, { headers: { accept: "application/json" } });
  expect(reply.ok(), `GET ${path}: ${reply.status()}`).toBe(true);
  return (await reply.json()) as T;
};
const nameOf = async (context: BrowserContext) => (await get<{ profile: { name: string } }>(context, "/api/me/export")).profile.name;
type Rota = { meetings: { id: number; title: string; leader: { id: number } | null }[]; imbalance: number };
type Meeting = { openTo: string; revision: number; inside: { people: { id: number; name: string }[] } };

/** A private group of five from several branches, made by whoever leads it. */
async function groupOfFive(leader: BrowserContext): Promise<string> {
  const { branches } = await get<{ branches: { id: number }[] }>(leader, "/api/meeting-choices");
  const wishes = { name: "六篇短文共读小组", isPrivate: true, branchId: branches[0]?.id, leaderNo: "leader" };
  return (await postAs<{ slug: string }>(leader, "/api/groups", { ...wishes, memberNos: "member01 member02 reviewer branchadmin" })).slug;
}

/** Six texts of the house; the first is one that three questions to choose from rest on. */
async function sixTexts(leader: BrowserContext): Promise<{ slug: string; title: string }[]> {
  const { items } = await get<{ items: { slug: string; title: string }[] }>(leader, "/api/materials");
  for (const first of items) {
    const { checks } = await get<{ checks: { body: { kind: string } }[] }>(leader, `/api/materials/${first.slug}`);
    if (checks.filter(({ body }) => ["single", "multiple", "truefalse"].includes(body.kind)).length < 3) continue;
    return [first, ...items.filter(({ slug }) => slug !== first.slug).slice(0, 5)];
  }
  throw new Error("no text of the demo has three questions to choose from");
}

/** The first Thursday that leaves the seven days a notice should be ahead, and the sixth. */
function sixThursdays(): { startsOn: string; endsOn: string } {
  const dayOf = (at: number) => new Date(at + SHANGHAI_MS).toISOString().slice(0, 10);
  let first = Date.now() + 8 * DAY_MS;
  while (new Date(first + SHANGHAI_MS).getUTCDay() !== 4) first += DAY_MS;
  return { startsOn: dayOf(first), endsOn: dayOf(first + 35 * DAY_MS) };
}

test("a group of five runs a whole cycle in two browsers, from the term's plan to the addendum", async ({ browser }) => {
  const leader = await browserOf(browser, "leader", DESK);
  const member = await browserOf(browser, "member02", PHONE);
  // Two more of the five act by the addresses their pages call; the two who are watched have screens.
  const second = await browserOf(browser, "member01", PHONE);
  const third = await browserOf(browser, "reviewer", PHONE);
  const [slug, texts] = [await groupOfFive(leader), await sixTexts(leader)];
  const desk = await leader.newPage();
  let phone = await member.newPage();
  let [id, title, recorderId] = [0, "", 0];

  await test.step("a plan for a term: six texts on six Thursdays, looked at before it is saved", async () => {
    const { startsOn, endsOn } = sixThursdays();
    await desk.goto(`/groups/${slug}/plans/new`);
    await desk.getByLabel(say("groups.planTitle")).fill("本期共读：六篇短文");
    for (const text of texts) await desk.locator(`input[name=materials][value="${text.slug}"]`).check();
    await desk.getByLabel(say("groups.every")).selectOption("week");
    await desk.getByLabel(say("groups.startsOn")).fill(startsOn);
    await desk.getByLabel(say("groups.endsOn")).fill(endsOn);
    await press(desk, say("groups.preview"));
    await expect(desk.getByText(say("groups.fairPlan", { imbalance: 1, members: 5 }))).toBeVisible();
    await press(desk, say("groups.savePlan", { count: 6 }));
    await expect(desk).toHaveURL(/done=made/);
  });

  await test.step("the rota of six: nobody leads twice more than another, nobody twice running", async () => {
    const { meetings, imbalance } = await get<Rota>(leader, `/api/groups/${slug}/rota`);
    const leads = meetings.map((meeting) => meeting.leader?.id);
    const times = [...new Set(leads)].map((one) => leads.filter((other) => other === one).length);
    expect([times.toSorted(), imbalance]).toEqual([[1, 1, 1, 1, 2], 1]);
    expect(leads.filter((one, at) => one === undefined || one === leads[at + 1])).toEqual([]);
    [id, title] = [meetings[0]?.id ?? 0, meetings[0]?.title ?? ""];
  });

  await test.step("announced a week ahead on the desk, replied to on the phone, with a question for whoever leads the reading", async () => {
    await desk.goto(`/meetings/${id}`);
    await press(desk, say("meetings.announce"));
    await expect(desk.getByText(say("meetings.done.announced"))).toBeVisible();
    await expect(desk.getByText(say("meetings.shortNotice"))).toHaveCount(0);
    await phone.goto("/meetings");
    // By its address: a text may bear the same title.
    await pressFor(phone.locator(`a[href="/meetings/${id}"]`).first(), button(phone, say("meetings.reply.yes")));
    await press(phone, say("meetings.reply.yes"));
    await expect(phone.getByText(say("meetings.replies.yes"))).toBeVisible();
    await phone.getByLabel(say("meetings.yourQuestion")).fill("“三个结合”各指什么？");
    await press(phone, say("meetings.ask"));
    await expect(phone.getByText(say("meetings.done.asked"))).toBeVisible();
    await desk.reload();
    await expect(desk.getByText("“三个结合”各指什么？")).toBeVisible();
    await expect(desk.getByRole("listitem").getByText(say("meetings.replied.yes"), { exact: true })).toBeVisible();
  });

  await test.step("its day comes; the room opens on both, and the code that the desk shows lets the phone in", async () => {
    const { revision, openTo, inside } = await get<Meeting>(leader, `/api/meetings/${id}`);
    const [chair, recorder] = [await nameOf(leader), await nameOf(member)];
    const chairId = inside.people.find(({ name }) => name === chair)?.id;
    recorderId = inside.people.find(({ name }) => name === recorder)?.id ?? 0;
    const [startsAt, endsAt] = [-60_000, 5_400_000].map((ms) => new Date(Date.now() + ms).toISOString());
    const today = { title, openTo, revision, startsAt, endsAt, chairId, recorderId, place: "二楼会议室" };
    await postAs(leader, `/api/meetings/${id}/edit`, today);
    await Promise.all([desk, phone].map((page) => enter(page, `/meetings/${id}/room`)));
    await expect(phone.getByText(say("room.now.notOpen"))).toBeVisible();
    // Who opens the meeting they chair is there, with no code and no press more.
    const isHere = say("room.checkIn.done", { mode: say("room.checkIn.on_site") });
    await pressFor(button(desk, say("room.now.open")), desk.getByText(isHere));
    await pressFor(button(desk, say("room.code.show")), desk.getByRole("img", { name: say("room.code.qr") }));
    const { url } = await postAs<{ url: string }>(leader, `/api/meetings/${id}/room/code`);
    await enter(phone, url.replace(/^https?:\/\/[^/]+/, house.url));
    await press(phone, say("room.checkIn.press"));
    await expect(phone.getByText(isHere)).toBeVisible();
  });

  let scanned = "";
  await test.step("another comes by the six digits, a third is ticked; the agenda runs on both screens", async () => {
    scanned = await desk.getByRole("img", { name: say("room.code.qr") }).innerHTML();
    const digits = await desk.getByText(/^\d{6}$/).textContent();
    await postAs(second, `/api/meetings/${id}/room/check-in`, { code: digits });
    await button(desk, say("room.people.tickOne", { name: await nameOf(third) })).click();
    await press(desk, say("room.agenda.begin"));
    await expect(phone.getByRole("timer").first()).toBeVisible();
  });

  await test.step("three ask to speak, the phone first, and are called one after the other", async () => {
    await press(phone, say("room.queue.ask"));
    await expect(button(phone, say("room.queue.withdraw"))).toBeVisible();
    const calls = button(desk, say("room.queue.call"));
    await expect(calls).toHaveCount(1);
    for (const other of [second, third]) await postAs(other, `/api/meetings/${id}/room/queue`);
    for (const left of [3, 2, 1]) {
      // Until the desk's own page has seen the last call, its first button is still the one before.
      await expect(calls).toHaveCount(left);
      // Rows move up as speakers leave: a press that fell between two rows is made again.
      await expect(async () => {
        if ((await calls.count()) === left) await calls.first().click({ timeout: 2_000 });
        await expect(calls).toHaveCount(left - 1, { timeout: 5_000 });
      }).toPass({ timeout: 60_000 });
      if (left === 3) await expect(phone.getByText(say("room.now.yourTurn"))).toBeVisible();
    }
    await expect(calls).toHaveCount(0);
  });

  await test.step("what was written while the line was down stays through a closed page, and arrives when it is back", async () => {
    const words = "先读原文，再联系工作。";
    // Whoever records notes for each, themselves among them.
    await phone.getByLabel(say("room.speeches.speaker")).selectOption({ label: await nameOf(member) });
    const note = phone.getByLabel(say("room.speeches.note"));
    await note.fill(words);
    await member.setOffline(true);
    await button(note.locator("xpath=ancestor::form"), say("room.speeches.send")).click();
    await expect(phone.getByText(say("room.words.waiting", { count: 1 }))).toBeVisible();
    await phone.close();
    await expect(desk.getByText(words)).toHaveCount(0);
    await member.setOffline(false);
    phone = await member.newPage();
    await enter(phone, `/meetings/${id}/room`);
    await expect(desk.getByText(words)).toBeVisible();
    for (const [other, body] of [
      [second, "调查研究要带着问题去。"],
      [third, "把读到的用到下一次走访里。"],
    ] as const)
      await postAs(other, `/api/meetings/${id}/room/speeches`, { key: crypto.randomUUID(), body });
  });

  await test.step("a quiz of three questions about the passage that everybody sees; what was right is told when it is closed", async () => {
    await postAs(leader, `/api/meetings/${id}/room/passage`, { slug: texts[0]?.slug, from: "p1", to: "p2" });
    await press(desk, say("room.polls.quiz"));
    const questions = phone.getByRole("group").filter({ hasText: say("room.polls.kinds.quiz") });
    await expect(questions).toHaveCount(3);
    await questions.first().locator("label").first().click();
    await press(phone, say("room.polls.answer"));
    await expect(phone.getByText(say("room.polls.saved"), { exact: false }).first()).toBeVisible();
    await expect(phone.getByText(say("common.answer"), { exact: true })).toHaveCount(0);
    const closes = button(desk, say("room.polls.close"));
    for (const left of [3, 2, 1]) {
      await expect(closes).toHaveCount(left);
      await closes.first().click();
    }
    await expect(phone.getByText(say("common.answer"), { exact: true }).first()).toBeVisible();
  });

  await test.step("what was decided has an owner; the code on the desk is another by now; the meeting ends, once", async () => {
    const decided = { body: "下次每人带一个走访中的例子。", ownerId: recorderId, dueOn: sixThursdays().startsOn };
    await postAs(leader, `/api/meetings/${id}/room/decisions`, decided);
    await expect(phone.getByText("下次每人带一个走访中的例子。")).toBeVisible();
    await expect.poll(() => desk.getByRole("img", { name: say("room.code.qr") }).innerHTML()).not.toBe(scanned);
    await press(desk, say("room.now.close"));
    await button(desk.getByRole("alertdialog"), say("room.now.close")).click();
    await expect(phone.getByText(say("room.now.over"))).toBeVisible();
  });

  await test.step("the record stands: at least four fifths of what is required, by the page's own figure", async () => {
    await desk.goto(`/meetings/${id}/record`);
    const [before = "", after = ""] = say("recordPage.share", { percent: 100 }).split("100");
    const figure = await desk
      .getByText(new RegExp(`^${before}\\d+${after}`))
      .first()
      .textContent();
    expect(Number(figure?.match(/\d+/)?.[0])).toBeGreaterThanOrEqual(80);
    for (const said of ["先读原文，再联系工作", "调查研究要带着问题去", "把读到的用到下一次走访里", "带一个走访中的例子"])
      await expect(desk.getByText(said, { exact: false }).first()).toBeVisible();
    const revision = await desk.locator("input[name=revision]").first().inputValue();
    const edit = button(desk, say("recordPage.editField", { field: say("recordPage.fields.summary") }));
    await pressFor(edit, desk.getByLabel(say("recordPage.text")));
    await desk.getByLabel(say("recordPage.text")).fill("大家读完第一篇，谈了各自的体会。");
    await press(desk, say("recordPage.save"));
    // The page that was read again after the save knows the newer wording; it is this that is signed.
    await expect(desk.locator("input[name=revision]").first()).not.toHaveValue(revision);
  });

  await test.step("chair and recorder sign, each in a browser of their own; it is locked", async () => {
    await press(desk, say("recordPage.sign"));
    await expect(desk.getByText(say("recordPage.unsigned"))).toHaveCount(1);
    await phone.goto(`/meetings/${id}/record`);
    await press(phone, say("recordPage.sign"));
    await expect(phone.getByText(say("recordPage.unsigned"))).toHaveCount(0);
    await desk.reload();
    await expect(desk.getByText(say("recordPage.isTask"))).toBeVisible();
    const confirm = button(desk.getByRole("dialog"), say("recordPage.lock"));
    await pressFor(button(desk, say("recordPage.lock")).first(), confirm);
    await confirm.click();
    await expect(desk.getByText(say("recordPage.states.locked"), { exact: true })).toBeVisible();
  });

  await test.step("it is added to, and taken along as Word and PDF", async () => {
    await desk.getByLabel(say("recordPage.addendum")).fill("补记：会后请假的同志已补读。");
    await press(desk, say("recordPage.add"));
    await expect(desk.getByText("补记：会后请假的同志已补读。")).toBeVisible();
    for (const [format, magic] of [
      ["docx", "PK"],
      ["pdf", "%PDF"],
    ] as const) {
      const [file] = await Promise.all([
        desk.waitForEvent("download"),
        desk.getByRole("link", { name: say(`recordPage.download.${format}`) }).click(),
      ]);
      expect(file.suggestedFilename()).toMatch(new RegExp(`${title}.*\\.${format}$`));
      const taken = test.info().outputPath(`record.${format}`);
      await file.saveAs(taken);
      expect(readFileSync(taken).toString("latin1", 0, magic.length)).toBe(magic);
    }
  });
  for (const context of [leader, member, second, third]) await context.close();
});
