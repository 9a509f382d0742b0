import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { deliveries, notices, reminders } from "#db/schema/notices.ts";
import { audit, jobs } from "#db/schema/operations.ts";
import { organisation } from "#db/schema/people.ts";
import { tasks } from "#db/schema/tasks.ts";
import { runNextJob } from "#server/jobs/run-jobs.ts";
import { type ChatRobot, openChatRobot } from "#tests/world/chat-robot.ts";
import { type MailServer, openMailServer } from "#tests/world/mail-server.ts";
import { refusalOf, valueOf } from "#tests/world/outcome.ts";
import { aBranch, anOrganisation, aPerson, as } from "#tests/world/people.ts";
import { aProgramme } from "#tests/world/programme.ts";
import { planReminders } from "./plan-reminders.ts";
import { remindDaily } from "./remind-jobs.ts";
import { removeContact } from "./remove-contact.ts";
import { saveContact } from "./save-contact.ts";
import { pauseAfter, sendDeliveries } from "./send-deliveries.ts";
import { sendReminders } from "./send-reminders.ts";
import { setReminderPolicy } from "./set-reminder-policy.ts";
import { webhookBody } from "./webhook.ts";

const wall = (clock: string, day = "2026-11-26") => new Date(`${day}T${clock}+08:00`);
const noon = wall("12:00");
let mail: MailServer, robot: ChatRobot;
let branch: { id: number; name: string }, boss: number, admin: number, ada: number, bo: number;

beforeAll(async () => {
  await anOrganisation();
  [mail, robot] = [await openMailServer(), await openChatRobot()];
  Object.assign(process.env, { SMTP_URL: mail.url, MAIL_FROM: "知行 <zhixing@example.test>", NOTICE_WEBHOOK_URL: robot.url });
});
afterAll(async () => {
  for (const name of ["SMTP_URL", "MAIL_FROM", "NOTICE_WEBHOOK_URL", "NOTICE_WEBHOOK_KIND"]) delete process.env[name];
  await Promise.all([mail.end(), robot.end()]);
});
/** A branch with two people who owe: one a task that is over, one a task of tomorrow. */
beforeEach(async () => {
  const desk = database("desk");
  await desk.update(deliveries).set({ failedAt: noon });
  await desk.update(organisation).set({ policies: {}, lightBurden: true });
  branch = await aBranch();
  boss = await aPerson(branch.id, { held: [{ office: "organizer", branchId: branch.id }] });
  admin = await aPerson(branch.id, { held: [{ office: "admin", branchId: branch.id }] });
  [ada, bo] = [await aPerson(branch.id, { name: "安达" }), await aPerson(branch.id, { name: "薄言" })];
  const base = { title: "报送", branchId: branch.id, createdAt: wall("08:00", "2026-11-01") };
  await desk.insert(tasks).values([
    { ...base, personId: ada, dueAt: wall("08:00", "2026-11-20") },
    { ...base, personId: ada, dueAt: null },
    { ...base, personId: bo, dueAt: wall("08:00", "2026-11-27") },
  ]);
  mail.letters.length = robot.heard.length = 0;
});

const send = async (at: Date, wishes: object = {}) => sendReminders.call(await as(boss, at), wishes);
const noticesOf = async (id: number) => database("desk").select().from(notices).where(eq(notices.personId, id)).orderBy(notices.id);
const told = (id: number) => noticesOf(id).then((rows) => rows.map(({ kind, params }) => [kind, params]));

describe("who is reminded", () => {
  test("everybody who owes, once a day, whoever asks and however many at once; the reply holds numbers alone", async () => {
    const asked = await Promise.all(Array.from({ length: 6 }, () => send(noon)));
    const replies = asked.map(valueOf);
    expect(replies.reduce((sum, { reminded }) => sum + reminded, 0)).toBe(2);
    expect(replies.map(({ reminded, alreadyToday }) => reminded + alreadyToday)).toEqual(Array(6).fill(2));
    expect(await told(ada)).toEqual([["reminder-soft", { open: 2 }]]);
    expect(valueOf(await send(wall("20:59")))).toEqual({ reminded: 0, alreadyToday: 2, deferredUntil: null });
    expect(valueOf(await send(wall("12:00", "2026-11-27")))).toMatchObject({ reminded: 2 });
    expect(JSON.stringify(replies)).not.toContain("安达");
    expect((await database("desk").select().from(audit).where(eq(audit.action, "reminder.send"))).length).toBeGreaterThanOrEqual(8);
  });

  test("those whom the filter means, within the asker's reach alone", async () => {
    expect(valueOf(await send(noon, { overdue: true }))).toMatchObject({ reminded: 1 });
    const far = await aBranch();
    expect(valueOf(await send(noon, { branchId: far.id }))).toEqual({ reminded: 0, alreadyToday: 0, deferredUntil: null });
    const stranger = await aPerson(far.id, { held: [{ office: "admin", branchId: far.id }] });
    const [task] = await database("desk").select().from(tasks).where(eq(tasks.personId, bo));
    expect(valueOf(await sendReminders.call(await as(stranger, noon), { taskIds: [task?.id] }))).toMatchObject({ reminded: 0 });
    expect(refusalOf(await sendReminders.call(await as(ada, noon), {}))).toBe("forbidden");
  });

  test("those whom a report means that is narrowed by audience and module, and nobody beyond it", async () => {
    await database("desk").update(tasks).set({ doneAt: noon }).where(eq(tasks.branchId, branch.id));
    const young = await aPerson(branch.id, { tags: ["青年"] });
    const audiences = [{ name: "青年", tags: ["青年"] }, { name: "其他人" }];
    const items = [{ module: 0 }, { module: 1 }];
    const programme = await aProgramme({ branchId: branch.id, modules: ["一", "二"], items, audiences, peopleIds: [young, ada, bo] });
    const other = await aProgramme({ branchId: branch.id, peopleIds: [] });
    const [first, second] = programme.moduleIds;
    const [theYoung, rest] = programme.audienceIds;
    const programmeId = programme.id;
    const firstOfYoung = and(eq(tasks.personId, young), eq(tasks.itemId, programme.itemIds[0] ?? 0));
    await database("desk").update(tasks).set({ doneAt: noon }).where(firstOfYoung);
    expect(refusalOf(await send(noon, { programmeId: other.id, audience: theYoung }))).toBe("not-found@audience");
    expect(refusalOf(await send(noon, { module: first }))).toBe("not-found@module");
    expect(valueOf(await send(noon, { programmeId, audience: theYoung, module: first }))).toMatchObject({ reminded: 0, alreadyToday: 0 });
    expect(valueOf(await send(noon, { programmeId, audience: theYoung, module: second }))).toMatchObject({ reminded: 1 });
    expect([(await told(young)).length, (await told(ada)).length]).toEqual([1, 0]);
    expect(valueOf(await send(noon, { programmeId, audience: rest, module: first }))).toMatchObject({ reminded: 2, alreadyToday: 0 });
  });

  test("whom the ledger's search finds; where reports carry no names, nobody's study by name", async () => {
    expect(valueOf(await send(noon, { q: "安达", state: "overdue" }))).toMatchObject({ reminded: 1 });
    expect(valueOf(await send(noon, { q: "薄言", dueTo: "2026-11-20" }))).toMatchObject({ reminded: 0, alreadyToday: 0 });
    await database("desk").update(tasks).set({ doneAt: noon }).where(eq(tasks.branchId, branch.id));
    await aProgramme({ branchId: branch.id, peopleIds: [bo] });
    expect(valueOf(await send(noon, { q: "薄言" }))).toMatchObject({ reminded: 0, alreadyToday: 0 });
  });

  test("nobody of a done, waived or cancelled task; the leader for the unit", async () => {
    await database("desk").update(tasks).set({ doneAt: noon }).where(eq(tasks.branchId, branch.id));
    const leader = await aPerson(branch.id, { held: [{ office: "leader", branchId: branch.id }] });
    await database("desk").insert(tasks).values({ title: "支部总结", branchId: branch.id, createdAt: noon });
    expect(valueOf(await send(noon))).toMatchObject({ reminded: 1 });
    expect(await told(leader)).toEqual([["reminder-soft", { open: 1 }]]);
  });
});

describe("quiet hours", () => {
  test("asked for at night, they hear it in the morning, and only who still owes", async () => {
    const night = wall("23:30");
    const morning = wall("08:00", "2026-11-27");
    expect(valueOf(await send(night))).toEqual({ reminded: 2, alreadyToday: 0, deferredUntil: morning });
    expect(valueOf(await send(wall("00:30", "2026-11-27")))).toEqual({ reminded: 0, alreadyToday: 2, deferredUntil: null });
    expect([await told(ada), await told(bo)]).toEqual([[], []]);
    await database("desk").update(tasks).set({ doneAt: night }).where(eq(tasks.personId, bo));
    expect(await runNextJob(() => new Date(morning.getTime() - 1))).toBe(false);
    expect(await runNextJob(() => morning)).toBe(true);
    expect(await told(ada)).toHaveLength(1);
    expect(await told(bo)).toEqual([]);
    const [job] = await database("desk").select().from(jobs).where(eq(jobs.kind, "remind-deferred"));
    expect(job).toMatchObject({ result: { told: 1 } });
  });

  test("are the organisation's own, and switch off what the house does by itself", async () => {
    const set = async (wishes: object) => setReminderPolicy.call(await as(admin, noon), wishes);
    const wishes = { from: "12:00", to: "14:00", remindBeforeDays: "5", reason: "午休" };
    expect(valueOf(await set({ ...wishes, autoReminders: "on" })).changed.toSorted()).toEqual(["quietHours", "remindBeforeDays"]);
    expect(valueOf(await send(wall("13:00"))).deferredUntil).toEqual(wall("14:00"));
    expect(refusalOf(await set({ ...wishes, from: "24:00" }))).toBe("invalid@from");
    expect(refusalOf(await setReminderPolicy.call(await as(boss, noon), wishes))).toBe("forbidden");
    expect(valueOf(await set(wishes)).changed).toEqual(["autoReminders"]);
    expect(await remindDaily({}, wall("09:00", "2026-11-28"))).toEqual({ reminded: 0 });
  });
});

test("the morning's own reminder is of what is over or due within three days, is asked for once, and not in the evening", async () => {
  await database("desk").update(organisation).set({ lightBurden: false });
  await database("desk")
    .delete(jobs)
    .where(sql`true`)
    .catch(() => {});
  for (const clock of ["08:59", "09:00", "09:01", "18:01"]) await planReminders(wall(clock));
  const planned = await database("desk").select().from(jobs).where(eq(jobs.kind, "remind-daily"));
  expect(planned.map(({ runAt }) => runAt)).toEqual([wall("09:00")]);
  expect((await remindDaily({}, wall("09:00"))).reminded).toBeGreaterThanOrEqual(2);
  expect(await told(ada)).toEqual([["reminder-overdue", { open: 2, overdue: 1 }]]);
  expect(await told(bo)).toEqual([["reminder", { open: 1 }]]);
  expect(valueOf(await send(noon))).toMatchObject({ reminded: 0, alreadyToday: 2 });
  expect(await remindDaily({}, noon)).toEqual({ reminded: 0 });
});

describe("outside the app", () => {
  const waiting = () => database("desk").select().from(deliveries).where(sql`sent_at is null and failed_at is null`);

  test("an address is kept with consent alone, checked, and forgotten when its owner says so", async () => {
    const save = async (wishes: object) => saveContact.call(await as(ada, noon), wishes);
    expect(refusalOf(await save({ email: "ada@example.test" }))).toBe("invalid@wantsEmail");
    for (const email of ["ada", "ada@", "a@b\r\nBcc: x@y.test", "a,b@example.test", ""])
      expect(refusalOf(await save({ email, wantsEmail: "on" }))).toBe("invalid@email");
    valueOf(await save({ email: " ada@example.test ", wantsEmail: "on" }));
    expect(valueOf(await removeContact.call(await as(ada, noon), {}))).toEqual({ removed: true });
    valueOf(await send(noon));
    await sendDeliveries(() => noon);
    expect(mail.letters).toEqual([]);
  });

  test("a letter goes to who wants one and names numbers; the robot hears counts by branch and no name; nothing goes twice", async () => {
    valueOf(await saveContact.call(await as(ada, noon), { email: "ada@example.test", wantsEmail: true }));
    valueOf(await send(noon));
    await Promise.all([sendDeliveries(() => noon), sendDeliveries(() => noon)]);
    expect(mail.letters.map(({ to }) => to)).toEqual(["ada@example.test"]);
    expect(mail.letters[0]?.text).toContain("您还有 2 项任务没有完成");
    expect(mail.letters[0]?.text).toMatch(/message-id: <zhixing-\d+@example.test>/i);
    expect(robot.heard).toHaveLength(1);
    expect(JSON.parse(robot.heard[0] ?? "")).toMatchObject({
      msgtype: "text",
      text: { content: expect.stringContaining(`${branch.name}：2 人`) },
    });
    expect(`${robot.heard}${mail.letters.map(({ text }) => text)}`).not.toMatch(/安达|薄言|报送/);
    expect(await sendDeliveries(() => wall("13:00"))).toBe(0);
    expect(await waiting()).toEqual([]);
  });

  test("what fails is tried again later and later, and given up; what a server refuses for good is not tried again", async () => {
    valueOf(await saveContact.call(await as(ada, noon), { email: "ada@example.test", wantsEmail: true }));
    mail.answers.push("451 later", "");
    robot.answers.push({ status: 500, body: {} }, { status: 200, body: { errcode: 45009, errmsg: "too often" } });
    valueOf(await send(noon));
    await sendDeliveries(() => noon);
    expect(await sendDeliveries(() => new Date(noon.getTime() + 29_999))).toBe(0);
    expect(await sendDeliveries(() => new Date(noon.getTime() + 30_000))).toBe(2);
    expect((await waiting()).map(({ tries }) => tries)).toEqual([2, 2]);
    expect(await sendDeliveries(() => new Date(noon.getTime() + 90_000))).toBe(2);
    expect([mail.letters.length, robot.heard.length, (await waiting()).length]).toEqual([1, 3, 0]);

    mail.answers.push("550 no such person");
    valueOf(await send(wall("12:00", "2026-11-27")));
    await sendDeliveries(() => wall("12:00", "2026-11-27"));
    const [refused] = await database("desk").select().from(deliveries).where(eq(deliveries.personId, ada)).orderBy(sql`id desc`).limit(1);
    expect(refused).toMatchObject({ tries: 1, sentAt: null, failedAt: wall("12:00", "2026-11-27") });
    await database("desk")
      .update(deliveries)
      .set({ failedAt: null, tries: 9 })
      .where(eq(deliveries.id, refused?.id ?? 0));
    mail.answers.push("451 later");
    await sendDeliveries(() => wall("18:00", "2026-11-27"));
    expect(await waiting()).toEqual([]);
    expect([1, 2, 3, 20].map(pauseAfter)).toEqual([30_000, 60_000, 120_000, 3_600_000]);
  });

  test("each robot is spoken to in its own shape", () => {
    expect(webhookBody("好", "feishu")).toEqual({ msg_type: "text", content: { text: "好" } });
    expect(webhookBody("好", "dingtalk")).toEqual({ msgtype: "text", text: { content: "好" } });
  });
});

test("the key is the rule: one row a person and day", async () => {
  valueOf(await send(noon));
  const rows = await database("desk").select().from(reminders).where(eq(reminders.personId, ada));
  expect(rows).toMatchObject([{ day: "2026-11-26", tasks: 2, remindedBy: boss }]);
});
