import { readFileSync } from "node:fs";
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { browserOf, DESK, PHONE, postAs, zh } from "./stage.ts";

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).first().click();
const get = async <T>(context: BrowserContext, path: string): Promise<T> => {
  const reply = await context.request.get(path, { headers: { accept: "application/json" } });
  expect(reply.ok(), `GET ${path}: ${reply.status()}`).toBe(true);
  return (await reply.json()) as T;
};
type Rota = { meetings: { id: number; title: string; leader: { id: number } | null }[]; imbalance: number };
type Meeting = {
  chair: { id: number } | null;
  recorder: { id: number; name: string } | null;
  inside: { people: { id: number; name: string }[] };
};

/** A meeting of the group that was held just now, with everything a record is written from. */
async function heldNow(leader: BrowserContext): Promise<{ id: number; recorder: string }> {
  const [startsAt, endsAt] = [-60_000, 5_400_000].map((ms) => new Date(Date.now() + ms).toISOString());
  const wishes = { kind: "reading", title: "六篇短文第一次共读", group: "qingnian-dushu", place: "二楼会议室", startsAt, endsAt };
  const { id } = await postAs<{ id: number }>(leader, "/api/meetings", wishes);
  const { inside, recorder } = await get<Meeting>(leader, `/api/meetings/${id}`);
  await postAs(leader, `/api/meetings/${id}/room/open`);
  await postAs(leader, `/api/meetings/${id}/room/next`);
  const { items } = await get<{ items: { slug: string }[] }>(leader, "/api/materials");
  await postAs(leader, `/api/meetings/${id}/room/passage`, { slug: items[0]?.slug, from: "p1" });
  for (const { id: personId, name } of inside.people.slice(0, 3)) {
    await postAs(leader, `/api/meetings/${id}/room/ticks`, { personId });
    await postAs(leader, `/api/meetings/${id}/room/speeches`, {
      key: crypto.randomUUID(),
      personId,
      body: `${name}谈到：先读原文，再联系工作。`,
    });
  }
  await postAs(leader, `/api/meetings/${id}/room/close`);
  return { id, recorder: recorder?.name ?? "" };
}

test("a group's term: a fair rota of six, one announced and replied to on a phone, with a question for its lead reader", async ({
  browser,
}) => {
  const [leader, member] = await Promise.all([browserOf(browser, "leader", DESK), browserOf(browser, "member02", PHONE)]);
  const rota = await get<Rota>(leader, "/api/groups/qingnian-dushu/rota");
  expect(rota.meetings.length).toBeGreaterThanOrEqual(6);
  expect(rota.imbalance).toBeLessThanOrEqual(1);
  const leads = rota.meetings.slice(0, 6).map((meeting) => meeting.leader?.id);
  expect(leads.filter((one, at) => one === undefined || one === leads[at + 1])).toEqual([]);
  const first = rota.meetings[0];
  const [desk, phone] = await Promise.all([leader.newPage(), member.newPage()]);

  await desk.goto(`/meetings/${first?.id}`);
  await press(desk, zh("meetings.announce"));
  await expect(desk.getByText(zh("meetings.done.announced"))).toBeVisible();

  await phone.goto("/meetings");
  // By its address: a text may bear the same title.
  await phone.locator(`a[href="/meetings/${first?.id}"]`).first().click();
  await expect(phone.getByText(zh("meetings.replies.ask"))).toBeVisible();
  await press(phone, zh("meetings.reply.yes"));
  await expect(phone.getByText(zh("meetings.replies.yes"))).toBeVisible();
  await phone.getByLabel(zh("meetings.yourQuestion")).fill("“三个结合”各指什么？");
  await press(phone, zh("meetings.ask"));
  await expect(phone.getByText(zh("meetings.done.asked"))).toBeVisible();

  await desk.reload();
  await expect(desk.getByText("“三个结合”各指什么？")).toBeVisible();
  await expect(desk.getByRole("listitem").getByText(zh("meetings.replied.yes"), { exact: true })).toBeVisible();
  for (const context of [leader, member]) await context.close();
});

test("after the meeting: the record has written itself, two sign it, it is locked, taken as Word and PDF, and added to", async ({
  browser,
}) => {
  const leader = await browserOf(browser, "leader", DESK);
  const { id, recorder } = await heldNow(leader);
  const { share, revision } = await get<{ share: number; revision: number }>(leader, `/api/meetings/${id}/record`);
  expect(share).toBeGreaterThanOrEqual(0.8);
  const page = await leader.newPage();
  await page.goto(`/meetings/${id}/record`);
  await expect(page.getByText("先读原文，再联系工作", { exact: false }).first()).toBeVisible();

  await page.getByRole("button", { name: zh("recordPage.editField", { field: zh("recordPage.fields.summary") }) }).click();
  await page.getByLabel(zh("recordPage.text")).fill("大家读完第一篇，商定下次每人带一个例子。");
  await press(page, zh("recordPage.save"));
  await expect(page.getByText("商定下次每人带一个例子", { exact: false })).toBeVisible();
  // The page that was read again after the save knows the newer wording; it is this that is signed.
  await expect(page.locator("input[name=revision]").first()).not.toHaveValue(String(revision));
  await press(page, zh("recordPage.sign"));
  await expect(page.getByText(zh("recordPage.unsigned"))).toHaveCount(1);

  const accounts = ["member01", "member02", "reviewer", "branchadmin"];
  for (const account of accounts) {
    const other = await browserOf(browser, account, PHONE);
    const { name } = await get<{ profile: { name: string } }>(other, "/api/me/export").then(({ profile }) => profile);
    if (name === recorder) {
      const phone = await other.newPage();
      await phone.goto(`/meetings/${id}/record`);
      await press(phone, zh("recordPage.sign"));
      await expect(phone.getByText(zh("recordPage.unsigned"))).toHaveCount(0);
    }
    await other.close();
  }

  await page.reload();
  await press(page, zh("recordPage.lock"));
  await page
    .getByRole("dialog")
    .getByRole("button", { name: zh("recordPage.lock"), exact: true })
    .click();
  await expect(page.getByText(zh("recordPage.states.locked"), { exact: true })).toBeVisible();
  for (const [format, magic] of [
    ["docx", "PK"],
    ["pdf", "%PDF"],
  ] as const) {
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: zh(`recordPage.download.${format}`) }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(new RegExp(`六篇短文第一次共读.*\\.${format}$`));
    expect(
      readFileSync(await file.path())
        .toString("latin1")
        .slice(0, magic.length),
    ).toBe(magic);
  }
  await page.getByLabel(zh("recordPage.addendum")).fill("补记：会后请假的同志已补读。");
  await press(page, zh("recordPage.add"));
  await expect(page.getByText("补记：会后请假的同志已补读。")).toBeVisible();
  await leader.close();
});
