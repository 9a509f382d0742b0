// Above 150 lines: one world of people who meet, and the whole life of a record in it.
import { and, eq, isNull, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { takeaways } from "#db/schema/meetings.ts";
import { notices } from "#db/schema/notices.ts";
import { questions, questionVersions } from "#db/schema/questions.ts";
import { meetingRecords, recordEdits, recordSignatures } from "#db/schema/records.ts";
import { reflections } from "#db/schema/reflections.ts";
import { tasks } from "#db/schema/tasks.ts";
import type { RecordField } from "#domain/records/record-fields.ts";
import { readDocument } from "#server/documents/read-document.ts";
import { getPrompt } from "#server/reflections/get-prompt.ts";
import { startReflection } from "#server/reflections/start-reflection.ts";
import type { Outcome, Verb } from "#server/verb.ts";
import { aCircle, aHeldMeeting, type Circle } from "#tests/world/held-meeting.ts";
import { aMeeting } from "#tests/world/meeting.ts";
import { refusalOf, valueOf } from "#tests/world/outcome.ts";
import { anOrganisation, aPerson, as } from "#tests/world/people.ts";
import { addAddendum } from "./add-addendum.ts";
import { askTakeaway } from "./ask-takeaway.ts";
import { attachToRecord } from "./attach-to-record.ts";
import { detachFromRecord } from "./detach-from-record.ts";
import { downloadRecord } from "./download-record.ts";
import { getRecord } from "./get-record.ts";
import { lockRecord } from "./lock-record.ts";
import { lockDueRecords, planRecordLocks } from "./lock-records-job.ts";
import { nameSigners } from "./name-signers.ts";
import { signRecord } from "./sign-record.ts";
import { writeField } from "./write-field.ts";

const STARTS = new Date("2026-11-26T06:30:00Z");
const later = (hours: number) => new Date(STARTS.getTime() + hours * 3_600_000);
const after = later(3);
let circle: Circle;
let chair = 0;
let recorder = 0;
let reader = 0;

beforeAll(async () => {
  await anOrganisation();
  circle = await aCircle();
  [chair, recorder, reader] = circle.people as [number, number, number];
});

const asked = async <T>(verb: Verb<T>, personId: number, input: object, now = after): Promise<Outcome<T>> =>
  verb.call(await as(personId, now), input);
const told = async <T>(verb: Verb<T>, personId: number, input: object, now = after): Promise<T> =>
  valueOf(await asked(verb, personId, input, now));
const refused = async (verb: Verb, personId: number, input: object, now = after) => refusalOf(await asked(verb, personId, input, now));
const recordOf = (id: number, personId = chair, now = after) => told(getRecord, personId, { id }, now);
const textOf = async (id: number, field: RecordField, personId = chair, now = after) =>
  (await recordOf(id, personId, now)).fields.find((entry) => entry.field === field)?.text;
const write = (id: number, personId: number, field: RecordField, text: string, revision: number, now = after) =>
  asked(writeField, personId, { id, field, text, revision }, now);

const standing = (id: number) =>
  database("desk").$count(recordSignatures, and(eq(recordSignatures.meetingId, id), isNull(recordSignatures.voidedAt)));

describe("a record writes itself", () => {
  test("from roster, check-ins, agenda, speeches, votes and decisions, more than four fifths of it when the meeting ends", async () => {
    const id = await aHeldMeeting(circle);
    const record = await recordOf(id, chair, later(1.99));
    const text = Object.fromEntries(record.fields.map((entry) => [entry.field, entry.text]));
    expect(text["title"]).toBe("《实践论》第一次研读（读书会）");
    expect(text["time"]).toBe("2026年11月26日 14:31—16:28");
    expect(text["chair"]).toBe("王主持");
    expect(text["attendance"]).toBe(
      [
        "应到 5 人，实到 3 人（其中线上 1 人，迟到 1 人），请假 1 人，缺席 1 人。",
        "到会：王主持、李记录",
        "迟到：张领读（14:55 到）",
        "请假：赵发言（出差）",
        "缺席：钱缺席",
      ].join("\n"),
    );
    expect(text["agenda"]).toBe("1. 主持人开场（14:31—14:36）\n2. 领读人导读：张领读（14:36—15:00）\n3. 交流讨论");
    expect(text["speeches"]).toContain("王主持：\n1. 实践是认识的来源。\n2. 读书要联系自己的工作。");
    expect(text["votes"]).toBe("是否下次读第二部分？同意 2 票、不同意 1 票（3 人投票）");
    expect(text["decisions"]).toBe("1. 下次每人带一个调查实例（责任人：张领读，2026年12月10日前完成）");
    expect(record.missing).toEqual(["readings", "summary"]);
    expect(record.coverage).toEqual({ spoke: 3, there: 3, silent: [] });
    await write(id, recorder, "readings", "《实践论》第一部分", 1);
    expect((await recordOf(id)).share).toBeGreaterThanOrEqual(0.8);
  });
});

describe("two write at once", () => {
  test("different fields are merged, the second at the same field is refused, and nothing is kept twice", async () => {
    const id = await aHeldMeeting(circle);
    valueOf(await write(id, recorder, "summary", "记录人写的小结", 1));
    valueOf(await write(id, chair, "votes", "全体同意", 1));
    expect([await textOf(id, "summary"), await textOf(id, "votes")]).toEqual(["记录人写的小结", "全体同意"]);
    expect(refusalOf(await write(id, chair, "summary", "主持人写的小结", 1))).toBe("record-changed@text");
    expect(await textOf(id, "summary")).toBe("记录人写的小结");
    const { revision, history } = await recordOf(id);
    expect(history.map(({ field }) => field)).toEqual(["votes", "summary"]);
    valueOf(await write(id, chair, "summary", "两份合成一份", revision));
    const again = valueOf(await write(id, chair, "summary", "两份合成一份", revision));
    expect(again.revision).toBe(revision + 1);
    expect(await database("desk").$count(recordEdits, eq(recordEdits.meetingId, id))).toBe(3);
  });

  test("both at the very same moment: one is kept and the other is told", async () => {
    const id = await aHeldMeeting(circle);
    const both = await Promise.all([write(id, recorder, "summary", "甲", 1), write(id, chair, "summary", "乙", 1)]);
    expect(both.map(refusalOf).sort()).toEqual(["ok", "record-changed@text"]);
  });

  test("an emptied field lets the facts speak again, and text that says what they say is not kept", async () => {
    const id = await aHeldMeeting(circle);
    const facts = await textOf(id, "place");
    const { revision } = valueOf(await write(id, recorder, "place", "改到二楼", 1));
    expect(await textOf(id, "place")).toBe("改到二楼");
    valueOf(await write(id, recorder, "place", facts ?? "", revision));
    expect((await recordOf(id)).fields.find(({ field }) => field === "place")?.isWritten).toBe(false);
  });
});

describe("signing", () => {
  test("is refused while a required field is empty, to who has no such duty, to one person for both, and of another revision", async () => {
    const id = await aHeldMeeting(circle);
    expect(await refused(signRecord, chair, { id, role: "chair", revision: 1 }, later(1))).toBe("record-incomplete");
    await write(id, recorder, "summary", "小结", 1);
    const { revision, missing } = await recordOf(id);
    expect(missing).toEqual(["readings"]);
    expect(await refused(signRecord, chair, { id, role: "chair", revision })).toBe("record-incomplete");
    valueOf(await write(id, recorder, "readings", "《实践论》", revision));
    expect(await refused(signRecord, chair, { id, role: "chair", revision })).toBe("record-changed");
    expect(await refused(signRecord, chair, { id, role: "recorder", revision: revision + 1 })).toBe("not-your-duty");
    expect(await refused(signRecord, reader, { id, role: "chair", revision: revision + 1 })).toBe("not-found");
    const alone = { chairId: chair, recorderId: chair };
    expect(await refused(nameSigners, chair, { id, ...alone })).toBe("two-signers@recorderId");
    expect(await refused(nameSigners, chair, { id, chairId: chair, recorderId: 9e12 })).toBe("not-on-roster@recorderId");
    expect(await refused(nameSigners, chair, { id, chairId: chair, recorderId: reader })).toBe("ok");
    expect(await refused(signRecord, reader, { id, role: "recorder", revision: revision + 1 })).toBe("ok");
  });

  test("both signatures make it signed, decisions become tasks once, and an edit or a changed fact voids both", async () => {
    const id = await aHeldMeeting(circle);
    await write(id, recorder, "readings", "《实践论》", 1);
    await write(id, recorder, "summary", "小结", 2);
    const { revision } = await recordOf(id);
    expect(await told(signRecord, chair, { id, role: "chair", revision })).toEqual({ signed: false, tasks: 0 });
    expect(await told(signRecord, recorder, { id, role: "recorder", revision })).toEqual({ signed: true, tasks: 1 });
    expect(await told(signRecord, recorder, { id, role: "recorder", revision })).toEqual({ signed: true, tasks: 0 });
    expect((await recordOf(id)).state).toBe("signed");
    const owed = await database("desk").select({ title: tasks.title, body: tasks.body }).from(tasks).where(eq(tasks.personId, reader));
    expect(owed).toEqual([{ title: "下次每人带一个调查实例", body: "《实践论》第一次研读\n下次每人带一个调查实例" }]);
    valueOf(await write(id, recorder, "summary", "再改一改", revision));
    expect(await standing(id)).toBe(0);
    const [notice] = await database("desk")
      .select({ params: notices.params })
      .from(notices)
      .where(and(eq(notices.personId, chair), eq(notices.kind, "record-reopened")));
    expect(notice?.params).toMatchObject({ name: "李记录" });
    const next = await recordOf(id);
    await told(signRecord, chair, { id, role: "chair", revision: next.revision });
    expect(await told(signRecord, recorder, { id, role: "recorder", revision: next.revision })).toEqual({ signed: true, tasks: 0 });
    await database("play").execute(sql`update speeches set body = '改了一句' where meeting_id = ${id}`);
    expect(await standing(id)).toBe(0);
  });
});

describe("locking", () => {
  test("by hand when both have signed; then nothing is edited, the facts stay, addenda are taken", async () => {
    const draft = await aHeldMeeting(circle);
    expect(await refused(lockRecord, chair, { id: draft })).toBe("record-not-signed");
    expect(await refused(addAddendum, chair, { id: draft, body: "补充" })).toBe("record-open");
    const id = await readyAndSigned();
    const before = await recordOf(id);
    await told(lockRecord, chair, { id });
    expect(await refused(lockRecord, chair, { id })).toBe("ok");
    expect(refusalOf(await write(id, recorder, "summary", "晚了", before.revision))).toBe("record-locked");
    expect(await refused(signRecord, chair, { id, role: "chair", revision: before.revision })).toBe("record-locked");
    expect(await refused(nameSigners, chair, { id, chairId: recorder, recorderId: chair })).toBe("record-locked");
    await expect(database("play").execute(sql`update speeches set body = 'x' where meeting_id = ${id}`)).rejects.toThrow();
    await database("desk").execute(sql`update meetings set title = '改名' where id = ${id}`);
    expect((await recordOf(id)).fields).toEqual(before.fields);
    expect(await refused(addAddendum, recorder, { id, body: "补".repeat(60_001) })).toBe("invalid@body");
    await told(addAddendum, recorder, { id, body: "补".repeat(60_000) });
    expect((await recordOf(id)).addenda).toMatchObject([{ name: "李记录" }]);
    await expect(database("desk").execute(sql`update record_addenda set body = 'x' where meeting_id = ${id}`)).rejects.toThrow();
  });

  test("three days after the end, by a job, with its snapshot and its characters, once", async () => {
    const [id, cancelled] = [await aHeldMeeting(circle), await aHeldMeeting(circle)];
    await database("desk").execute(sql`update meetings set cancelled_at = now() where id = ${cancelled}`);
    const ends = later(118 / 60);
    const justBefore = new Date(ends.getTime() + 3 * 86_400_000);
    await lockDueRecords(justBefore);
    expect(refusalOf(await write(id, recorder, "summary", "赶在最后", 1, justBefore))).toBe("ok");
    const due = new Date(justBefore.getTime() + 1);
    expect(refusalOf(await write(id, recorder, "summary", "晚了", 2, due))).toBe("record-locked");
    await planRecordLocks(due);
    expect((await lockDueRecords(due)).locked).toBeGreaterThanOrEqual(1);
    expect(await lockDueRecords(due)).toEqual({ locked: 0 });
    const [row] = await database("desk").select().from(meetingRecords).where(eq(meetingRecords.meetingId, id));
    expect(row?.lockedAt).toEqual(due);
    expect(row?.characters).toBe((await recordOf(id, chair, due)).characters);
    expect(row?.snapshot).toMatchObject({ text: { summary: "赶在最后" } });
    expect((await recordOf(id, chair, due)).state).toBe("archived");
    expect(await database("desk").$count(meetingRecords, eq(meetingRecords.meetingId, cancelled))).toBe(0);
  });

  test("nothing is written before the meeting begins", async () => {
    const people = circle.people.map((id) => ({ id, branchId: circle.branch.id }));
    const id = await aMeeting({ branchId: circle.branch.id, groupId: circle.group.id, startsAt: later(48), chairId: chair, people });
    expect(refusalOf(await write(id, chair, "summary", "早了", 1))).toBe("meeting-not-begun");
  });
});

async function readyAndSigned(): Promise<number> {
  const id = await aHeldMeeting(circle);
  await write(id, recorder, "readings", "《实践论》", 1);
  await write(id, recorder, "summary", "小结", 2);
  const { revision } = await recordOf(id);
  await told(signRecord, chair, { id, role: "chair", revision });
  await told(signRecord, recorder, { id, role: "recorder", revision });
  return id;
}

describe("who reads", () => {
  test("a private group's record is nobody else's; an open group's, once signed, is its branch's, without who was absent", async () => {
    const outsider = await aPerson(circle.branch.id);
    const stray = await aPerson(circle.branch.id, { held: [] });
    const id = await readyAndSigned();
    expect(await refused(getRecord, outsider, { id })).toBe("not-found");
    const open = await aCircle({ isPrivate: false });
    const [openChair = 0, openRecorder = 0] = open.people;
    const neighbour = await aPerson(open.branch.id);
    const shown = await aHeldMeeting(open);
    expect(await refused(getRecord, neighbour, { id: shown })).toBe("not-found");
    await write(shown, openRecorder, "readings", "《实践论》", 1);
    await write(shown, openRecorder, "summary", "小结", 2);
    const { revision } = await recordOf(shown, openChair);
    await told(signRecord, openChair, { id: shown, role: "chair", revision });
    await told(signRecord, openRecorder, { id: shown, role: "recorder", revision });
    const seen = await recordOf(shown, neighbour);
    expect(JSON.stringify(seen.fields)).not.toMatch(/钱缺席|赵发言|出差/);
    expect(seen.history).toEqual([]);
    expect(await refused(getRecord, stray, { id: shown })).toBe("not-found");
  });
});

describe("a record on paper", () => {
  test("Word and PDF hold the same sentences, signatures and addenda, under a Chinese name", async () => {
    const id = await readyAndSigned();
    await told(lockRecord, chair, { id });
    await told(addAddendum, recorder, { id, body: "会后补上一条数据。" });
    for (const format of ["docx", "pdf"] as const) {
      const file = await told(downloadRecord, chair, { id, format });
      expect(file.fileName).toBe(`《实践论》第一次研读实录（2026年11月26日）.${format}`);
      const { clean } = await readDocument({ source: { bytes: file.bytes, name: file.fileName }, wishes: {} });
      const text = clean.markdown.replaceAll(/[\s\\]/g, "");
      for (const words of [
        "三楼会议室",
        "张领读",
        "出差",
        "先调查，再发言。",
        "主持人（签字）：王主持",
        "会后补上一条数据。（李记录",
        "已锁定",
      ])
        expect(text, `${format} ${words}`).toContain(words);
    }
    expect(await refused(downloadRecord, await aPerson(circle.branch.id), { id, format: "pdf" })).toBe("not-found");
  });
});

test("a piece of writing is begun after a meeting by who took part, and by nobody else", async () => {
  const id = await aHeldMeeting(circle);
  const draft = { title: "读后", body: "一得之见。", meeting: id };
  const { id: piece } = await told(startReflection, reader, draft);
  const [kept] = await database("desk").select({ meetingId: reflections.meetingId }).from(reflections).where(eq(reflections.id, piece));
  expect(kept?.meetingId).toBe(id);
  expect((await told(getPrompt, reader, { meeting: id })).meeting?.title).toBe("《实践论》第一次研读");
  const stranger = await aPerson(circle.branch.id);
  expect(await refused(startReflection, stranger, draft)).toBe("not-found");
  expect(await refused(getPrompt, stranger, { meeting: id })).toBe("not-found");
});

describe("attachments and takeaways", () => {
  const png = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==", "base64");

  test("a file hangs on the record, voids signatures, and is taken off again", async () => {
    const id = await readyAndSigned();
    const { id: file } = await told(attachToRecord, recorder, { id, file: { name: "合影.png", bytes: png } });
    expect([await textOf(id, "attachments"), await standing(id)]).toEqual(["合影.png", 0]);
    await told(detachFromRecord, recorder, { id, file });
    expect(await textOf(id, "attachments")).toBe("");
    expect(await refused(attachToRecord, reader, { id, file: { name: "a.png", bytes: png } })).toBe("not-found");
  });

  test("a takeaway becomes a question before the reviewers, once, with the meeting as its source", async () => {
    const id = await aHeldMeeting(circle);
    const { takeaways: mine } = await recordOf(id, reader);
    const takeaway = mine[0]?.id ?? 0;
    const asking = { id, takeaway, kind: "single", stem: "没有调查，就没有什么？", optionA: "发言权", optionB: "办公室" };
    const [speaker = 0] = circle.people.slice(3);
    expect(await refused(askTakeaway, speaker, asking)).toBe("not-found");
    expect(await refused(askTakeaway, reader, { ...asking, optionB: "" })).toBe("options-too-few@optionB");
    expect(await refused(askTakeaway, reader, { ...asking, right: "C" })).toBe("right-option-empty@optionC");
    expect(await refused(askTakeaway, reader, { ...asking, optionB: "发言权" })).toBe("option-repeated@optionB");
    const { id: questionId } = await told(askTakeaway, reader, asking);
    const [made] = await database("desk")
      .select({ state: questions.state, by: questions.createdBy, stem: questionVersions.stem })
      .from(questions)
      .innerJoin(questionVersions, eq(questionVersions.id, questions.latestVersionId))
      .where(eq(questions.id, questionId));
    expect(made).toEqual({ state: "in_review", by: reader, stem: "没有调查，就没有什么？" });
    expect(await refused(askTakeaway, reader, asking)).toBe("takeaway-asked");
    const other = await aHeldMeeting(circle);
    const [next] = await database("desk").select({ id: takeaways.id }).from(takeaways).where(eq(takeaways.meetingId, other));
    expect(await refused(askTakeaway, recorder, { ...asking, id: other, takeaway: next?.id })).toBe("stem-taken@stem");
    expect(await refused(askTakeaway, recorder, { ...asking, id: other, takeaway: next?.id, kind: "truefalse", stem: "调查在先。" })).toBe(
      "ok",
    );
  });
});
