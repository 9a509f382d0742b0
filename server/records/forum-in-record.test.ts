import { and, eq, isNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "#db/client.ts";
import { meetings } from "#db/schema/meetings.ts";
import { recordSignatures } from "#db/schema/records.ts";
import { recordFactsSchema } from "#domain/records/record-facts.ts";
import { readDocument } from "#server/documents/read-document.ts";
import { addPresenter } from "#server/room/add-presenter.ts";
import { closeForum } from "#server/room/close-forum.ts";
import { closeMeeting } from "#server/room/close-meeting.ts";
import { drawForumLot } from "#server/room/draw-forum-lot.ts";
import { getForum } from "#server/room/get-forum.ts";
import { nameJudge } from "#server/room/name-judge.ts";
import { openMeeting } from "#server/room/open-meeting.ts";
import { scorePresenter } from "#server/room/score-presenter.ts";
import { setForumRules } from "#server/room/set-forum-rules.ts";
import { startPresenter } from "#server/room/start-presenter.ts";
import { refusalOf } from "#tests/world/outcome.ts";
import { aRoom, at } from "#tests/world/room.ts";
import { downloadRecord } from "./download-record.ts";
import { getRecord } from "./get-record.ts";

const RULES = { limitMinutes: 8, warnSeconds: 60, most: 100, dropHighest: 1, dropLowest: 1, tie: "share" };

/** Three present before four judges; two of them are equal, the last was scored by two alone. */
async function aForum() {
  const room = await aRoom(7);
  const judges = room.members.slice(0, 4);
  await database("desk").update(meetings).set({ kind: "forum" }).where(eq(meetings.id, room.meetingId));
  await room.does(openMeeting, room.chair, 0);
  await room.does(setForumRules, room.chair, 1, { ...RULES, prizes: "一等奖 1\n二等奖 2\n\n" });
  for (const personId of judges) await room.does(nameJudge, room.chair, 2, { personId });
  const ids: number[] = [];
  for (const [place, personId] of room.members.slice(4).entries())
    ids.push((await room.does(addPresenter, room.chair, 3, { personId, topic: `题目${place + 1}` })).presenterId);
  await room.does(drawForumLot, room.chair, 4);
  const points = [
    [90, 92.5, 88, 95],
    [92.5, 90, 99, 70],
    [100, 100],
  ];
  for (const [turn, presenterId] of ids.entries()) {
    await room.does(startPresenter, room.chair, 10 + turn, { presenterId });
    for (const [of, given] of (points[turn] ?? []).entries())
      await room.does(scorePresenter, judges[of] ?? 0, 10 + turn, { presenterId, points: given });
  }
  const forumOf = async (seconds: number) =>
    (await room.does(getRecord, room.chair, seconds)).fields.find(({ field }) => field === "forum")?.text ?? "";
  return { ...room, ids, forumOf };
}

test("places, scores, what was dropped and prizes stand in the record when the result is closed, and in Word and PDF", async () => {
  const { chair, recorder, does, ids, forumOf } = await aForum();
  expect(await forumOf(20)).toBe("");
  expect((await does(getRecord, chair, 20)).missing).toContain("forum");
  await does(closeForum, chair, 30);
  const lots = new Map((await does(getForum, chair, 31)).result?.map(({ id, lot }) => [id, lot]));
  const lotOf = (presenter: number) => lots.get(ids[presenter] ?? 0);
  expect((await forumOf(31)).split("\n")).toEqual([
    `第 1 名 组员5《题目1》（${lotOf(0)} 号）：91.25 分，计入 90、92.5，去掉 88、95，一等奖`,
    `第 1 名 组员6《题目2》（${lotOf(1)} 号）：91.25 分，计入 90、92.5，去掉 70、99，一等奖`,
    `组员7《题目3》（${lotOf(2)} 号）：评分不足，不计名次，去掉 100、100`,
  ]);
  await does(closeMeeting, chair, 60);
  for (const format of ["docx", "pdf"] as const) {
    const file = await does(downloadRecord, recorder, 7_300, { format });
    const { clean } = await readDocument({ source: { bytes: file.bytes, name: file.fileName }, wishes: {} });
    const text = JSON.stringify(clean);
    for (const said of ["宣讲结果", "题目2", "91.25", "92.5", "一等奖"]) expect([format, text.includes(said)]).toEqual([format, true]);
  }
  expect((await does(getRecord, chair, 7_300)).missing).not.toContain("forum");
});

test("a result that is closed after the signatures makes them fall; a record that was locked before results were kept is still read", async () => {
  const { chair, recorder, does, says, meetingId } = await aForum();
  await does(closeMeeting, chair, 60);
  const signed = { meetingId, revision: 1, signedAt: at(7_300) };
  await database("desk")
    .insert(recordSignatures)
    .values([
      { ...signed, personId: chair, role: "chair" },
      { ...signed, personId: recorder, role: "recorder" },
    ]);
  const standing = () =>
    database("desk").$count(recordSignatures, and(eq(recordSignatures.meetingId, meetingId), isNull(recordSignatures.voidedAt)));
  expect(await standing()).toBe(2);
  await does(closeForum, chair, 7_400);
  expect(await standing()).toBe(0);
  expect(refusalOf(await says(setForumRules, chair, 7_500, { ...RULES, prizes: "一等奖 0" }))).not.toBe("ok");
  expect(recordFactsSchema.parse(FACTS).forum).toBeNull();
});

/** As they were kept before. */
const FACTS = {
  ...{ title: "一次", kind: { name: "读书会", nameEn: "Reading" }, group: null, branch: "支部", parties: [], place: "", link: "" },
  ...{ startsAt: new Date(0), endsAt: new Date(1), openedAt: null, closedAt: null, chair: null, recorder: null, leadReader: null },
  ...{ people: [], agenda: [], readings: [], speeches: [], votes: [], decisions: [], attachments: [] },
};
