// Longer than a screen: one meeting's life, each test a promise to somebody in it.
import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { materials, materialVersions } from "#db/schema/materials.ts";
import { checkIns, meetingChanges, meetings, speeches } from "#db/schema/meetings.ts";
import { refusalOf, valueOf } from "#tests/world/outcome.ts";
import { aPerson } from "#tests/world/people.ts";
import { aRoom, at, type Room } from "#tests/world/room.ts";
import { addGuest } from "./add-guest.ts";
import { askToSpeak } from "./ask-to-speak.ts";
import { callSpeaker } from "./call-speaker.ts";
import { checkIn } from "./check-in.ts";
import { closeMeeting } from "./close-meeting.ts";
import { deleteSpeech } from "./delete-speech.ts";
import { getPassage } from "./get-passage.ts";
import { getRoom } from "./get-room.ts";
import { goOn } from "./go-on.ts";
import { listRoomPeople } from "./list-room-people.ts";
import { listSpeeches } from "./list-speeches.ts";
import { noteExcuse } from "./note-excuse.ts";
import { noteLeaving } from "./note-leaving.ts";
import { openMeeting } from "./open-meeting.ts";
import { showCheckInCode } from "./show-check-in-code.ts";
import { showPassage } from "./show-passage.ts";
import { startItem } from "./start-item.ts";
import { tickPerson } from "./tick-person.ts";
import { undoCheckIn } from "./undo-check-in.ts";
import { withdrawFromQueue } from "./withdraw-from-queue.ts";
import { writeSpeech } from "./write-speech.ts";

const desk = () => database("desk");
const opened = async (members = 3): Promise<Room> => {
  const room = await aRoom(members);
  await room.does(openMeeting, room.chair, 0);
  return room;
};
const codeOf = (url: string) => new URL(url).searchParams.get("code") ?? "";

describe("opening, agenda, closing", () => {
  test("a chair who opened the meeting and never checked in was called absent in its record", async () => {
    const { chair, does } = await aRoom();
    await does(openMeeting, chair, -60);
    await does(closeMeeting, chair, 3_000);
    const { people } = await does(listRoomPeople, chair, 3_001);
    expect(people.find(({ personId }) => personId === chair)).toMatchObject({ attendance: "present", mode: "on_site", how: "tick" });
    expect(people.filter(({ attendance }) => attendance === "absent")).toHaveLength(4);
  });

  test("the chair opens, goes on item by item, and closes; each once; members do none of it", async () => {
    const room = await aRoom();
    const [member = 0] = room.members;
    expect(refusalOf(await room.says(openMeeting, member, 0))).toBe("not-found");
    expect(refusalOf(await room.says(askToSpeak, member, 0))).toBe("meeting-not-open");
    await room.does(openMeeting, room.chair, 0);
    expect(refusalOf(await room.says(openMeeting, room.chair, 1))).toBe("meeting-is-open");
    const [first, second, third] = room.agenda;
    expect(await room.does(goOn, room.chair, 10)).toEqual({ itemId: first });
    // A second tap that saw nothing running skips nothing.
    expect(await room.does(goOn, room.chair, 11)).toEqual({ itemId: first });
    expect(await room.does(goOn, room.chair, 600, { after: first })).toEqual({ itemId: second });
    await room.does(startItem, room.chair, 900, { itemId: third });
    const { room: seen } = await room.does(getRoom, member, 901);
    expect(seen.agenda.map(({ startedAt, endedAt }) => [startedAt !== null, endedAt !== null])).toEqual([
      [true, true],
      [true, true],
      [true, false],
    ]);
    expect(refusalOf(await room.says(closeMeeting, member, 1_000))).toBe("not-found");
    await room.does(askToSpeak, member, 1_000);
    await room.does(closeMeeting, room.chair, 1_001);
    expect(refusalOf(await room.says(closeMeeting, room.chair, 1_002))).toBe("meeting-is-over");
    const { room: over } = await room.does(getRoom, member, 1_003);
    expect(over).toMatchObject({ state: "minutes_draft", queue: [] });
    for (const refused of [
      await room.says(goOn, room.chair, 1_004),
      await room.says(askToSpeak, member, 1_004),
      await room.says(checkIn, member, 1_004, { code: "123456" }),
      await room.says(showCheckInCode, room.chair, 1_004),
    ])
      expect(refusalOf(refused)).toBe("meeting-is-over");
  });

  test("every change is noted for the open pages, a refused one is not; opening and closing stand in the ledger", async () => {
    const room = await opened();
    await room.does(askToSpeak, room.members[0] ?? 0, 5);
    await room.says(openMeeting, room.chair, 6);
    const noted = await desk()
      .select({ change: meetingChanges.change })
      .from(meetingChanges)
      .where(eq(meetingChanges.meetingId, room.meetingId));
    expect(noted.map(({ change }) => change)).toEqual(["meeting", "queue"]);
    await room.does(closeMeeting, room.chair, 7);
    const { rows } = await desk().execute(
      sql`select action from audit where object = 'meeting' and object_id = ${room.meetingId} order by id`,
    );
    expect(rows.map(({ action }) => action)).toEqual(["meeting.open", "meeting.close"]);
  });

  test("a cancelled meeting is not opened", async () => {
    const room = await aRoom();
    await desk()
      .update(meetings)
      .set({ cancelledAt: at(-60) })
      .where(eq(meetings.id, room.meetingId));
    expect(refusalOf(await room.says(openMeeting, room.chair, 0))).toBe("meeting-cancelled");
  });
});

describe("the passage", () => {
  test("a stretch of a text is shown to all, paragraphs checked, and hidden from who may not read the text", async () => {
    const room = await opened();
    const [text] = await desk()
      .insert(materials)
      .values({ slug: "shown-text", audienceTags: ["入选"] })
      .returning({ id: materials.id });
    const words = { number: 1, title: "一篇", characters: 9, contentHash: "x", body: "第一段。\n\n第二段。\n\n第三段。" };
    const [version] = await desk()
      .insert(materialVersions)
      .values({ materialId: text?.id ?? 0, ...words })
      .returning({ id: materialVersions.id });
    await desk()
      .update(materials)
      .set({ publishedVersionId: version?.id ?? 0 })
      .where(eq(materials.slug, "shown-text"));
    const slug = "shown-text";
    expect(refusalOf(await room.says(showPassage, room.chair, 1, { slug }))).toBe("no-item-runs");
    await room.does(goOn, room.chair, 2);
    expect(refusalOf(await room.says(showPassage, room.chair, 3, { slug }))).toBe("not-found@slug");
    await desk().execute(sql`update people set tags = array['入选'] where id = any(${sql.param([room.chair, room.members[0]])}::bigint[])`);
    expect(refusalOf(await room.says(showPassage, room.chair, 3, { slug, from: "p9" }))).toBe("no-such-paragraph@from");
    expect(refusalOf(await room.says(showPassage, room.chair, 3, { slug, from: "p3", to: "p2" }))).toBe("paragraphs-turned@to");
    await room.does(showPassage, room.chair, 4, { slug, from: "p2", to: "p3" });
    const seen = await room.does(getPassage, room.members[0] ?? 0, 5);
    expect(seen?.blocks.map(({ id }) => id)).toEqual(["p2", "p3"]);
    expect(await room.does(getPassage, room.members[1] ?? 0, 5)).toEqual({ slug, title: "一篇", isHidden: true, blocks: [] });
    await room.does(showPassage, room.chair, 6);
    expect(await room.does(getPassage, room.members[0] ?? 0, 7)).toBeNull();
  });
});

describe("checking in", () => {
  let room: Room;
  beforeAll(async () => {
    room = await opened();
  });

  test("the QR of the hall lives twenty seconds and the next twenty; photographed and sent on, it is refused at forty", async () => {
    const [one = 0, two = 0, three = 0] = room.members;
    const shown = await room.does(showCheckInCode, room.chair, 20);
    expect(shown.url).toMatch(new RegExp(`^http://study.test/meetings/${room.meetingId}/room\\?code=[\\w-]{22}$`));
    expect(shown.modules.length).toBeGreaterThan(20);
    const code = codeOf(shown.url);
    expect(await room.does(checkIn, one, 39.9, { code })).toMatchObject({ mode: "on_site" });
    expect(await room.does(checkIn, two, 59.9, { code, mode: "online" })).toMatchObject({ mode: "online" });
    expect(refusalOf(await room.says(checkIn, three, 60, { code }))).toBe("check-in-code-old@code");
    expect(codeOf((await room.does(showCheckInCode, room.chair, 40)).url)).not.toBe(code);
    // Once in, asking again changes the mode and nothing else.
    const again = await room.does(checkIn, one, 300, { mode: "online" });
    expect(again.checkedInAt).toEqual(at(39.9));
    expect(refusalOf(await room.says(showCheckInCode, one, 61))).toBe("not-found");
  });

  test("outside the list: with the code of this minute one is told whom to ask, without it there is no such meeting; the chair adds a guest in one step", async () => {
    const code = codeOf((await room.does(showCheckInCode, room.chair, 80)).url);
    const refused = await room.says(checkIn, room.outsider, 81, { code });
    expect(refused).toMatchObject({ ok: false, code: "not-on-roster", params: { who: "陈主持" } });
    expect(refusalOf(await room.says(checkIn, room.outsider, 121, { code }))).toBe("not-found");
    expect(refusalOf(await room.says(checkIn, room.outsider, 82, { code: "123456" }))).toBe("not-found");
    expect(refusalOf(await room.says(getRoom, room.outsider, 82))).toBe("not-found");
    const who = `外人${room.branch.id}`;
    expect(refusalOf(await room.says(addGuest, room.members[0] ?? 0, 83, { who }))).toBe("not-found");
    expect(refusalOf(await room.says(addGuest, room.chair, 83, { who: "谁也不是" }))).toBe("nobody-of-that-name@who");
    const twin = await aPerson(room.branch.id, { name: who });
    expect(refusalOf(await room.says(addGuest, room.chair, 83, { who }))).toBe("several-of-that-name@who");
    await desk().execute(sql`update people set name = '同名' where id = ${twin}`);
    expect(await room.does(addGuest, room.chair, 84, { who })).toMatchObject({ personId: room.outsider });
    expect((await room.does(getRoom, room.outsider, 85)).you).toMatchObject({ onRoster: true, checkIn: { mode: "on_site" } });
  });

  test("six digits are read out, drawn anew on wish, and not to be guessed: the seventh try is refused even when it is right", async () => {
    const three = room.members[2] ?? 0;
    const { digits } = await room.does(showCheckInCode, room.chair, 700);
    expect(digits).toMatch(/^\d{6}$/);
    const wrong = digits === "000000" ? "000001" : "000000";
    for (let tries = 0; tries < 6; tries += 1)
      expect(refusalOf(await room.says(checkIn, three, 701 + tries, { code: wrong }))).toBe("check-in-code@code");
    expect(refusalOf(await room.says(checkIn, three, 710, { code: digits }))).toBe("too-many-guesses");
    expect(refusalOf(await room.says(checkIn, three, 711, {}))).toBe("check-in-code-old@code".replace("-old", ""));
    const renewed = await room.does(showCheckInCode, room.chair, 712, { renew: true });
    expect(renewed.digits).not.toBe(digits);
    const { checkedInAt } = await room.does(checkIn, three, 701 + 900 + 6, { code: renewed.digits });
    expect(checkedInAt).toEqual(at(1_607));
    expect((await room.does(getRoom, three, 1_608)).you.checkIn).toMatchObject({ isLate: true });
  });

  test("the recorder ticks, undoes, notes leave and leaving; only they and the chair see who is there", async () => {
    const [one = 0] = room.members;
    await room.does(undoCheckIn, room.recorder, 2_000, { personId: one });
    expect((await room.does(getRoom, one, 2_001)).you.checkIn).toBeNull();
    await room.does(tickPerson, room.recorder, 2_002, { personId: one, mode: "online" });
    await room.does(noteLeaving, one, 2_003);
    await room.does(noteExcuse, room.recorder, 2_004, { personId: room.recorder, excuse: "出差在外" });
    const { people } = await room.does(listRoomPeople, room.recorder, 2_005);
    expect(people.find(({ personId }) => personId === one)).toMatchObject({
      attendance: "late",
      how: "tick",
      mode: "online",
      leftAt: at(2_003),
    });
    expect(people.find(({ personId }) => personId === room.recorder)).toMatchObject({ attendance: "leave", excuse: "出差在外" });
    expect(refusalOf(await room.says(listRoomPeople, one, 2_006))).toBe("not-found");
    expect(refusalOf(await room.says(tickPerson, one, 2_006, { personId: room.chair }))).toBe("not-found");
    expect(refusalOf(await room.says(noteLeaving, one, 2_006, { personId: room.recorder }))).toBe("only-recorder@personId");
    const twice = await aPerson(room.branch.id);
    expect(refusalOf(await room.says(tickPerson, room.recorder, 2_007, { personId: twice }))).toBe("not-of-this-meeting@personId");
    const rows = await desk()
      .select()
      .from(checkIns)
      .where(and(eq(checkIns.meetingId, room.meetingId), eq(checkIns.personId, one)));
    expect(rows).toHaveLength(1);
  });
});

describe("the queue", () => {
  test("three ask, are called one after the other, one withdraws; asking twice keeps the place", async () => {
    const room = await opened();
    const [one = 0, two = 0, three = 0] = room.members;
    const { entryId } = await room.does(askToSpeak, one, 10);
    const second = await room.does(askToSpeak, two, 11);
    await room.does(askToSpeak, three, 12);
    expect(await room.does(askToSpeak, one, 13)).toEqual({ entryId });
    await room.does(callSpeaker, room.chair, 20, { entryId });
    await room.does(callSpeaker, room.chair, 30, second);
    await room.does(withdrawFromQueue, three, 31);
    const { room: seen } = await room.does(getRoom, three, 32);
    expect(seen.queue).toEqual([expect.objectContaining({ personId: two, calledAt: expect.any(String) })]);
    expect(refusalOf(await room.says(callSpeaker, room.chair, 33, { entryId }))).toBe("not-found");
    expect(refusalOf(await room.says(callSpeaker, one, 33, second))).toBe("not-found");
    await room.does(withdrawFromQueue, two, 34);
    expect((await room.does(getRoom, one, 35)).room.queue).toEqual([]);
  });
});

describe("what is said", () => {
  let room: Room;
  beforeAll(async () => {
    room = await opened();
  });

  test("one's own words, sent again by the same key, are there once; the recorder notes for others and nobody else does", async () => {
    const [one = 0, two = 0] = room.members;
    const key = randomUUID();
    const first = await room.does(writeSpeech, one, 10, { key, body: "学有所得" });
    expect(await room.does(writeSpeech, one, 11, { key, body: "学有所得" })).toEqual(first);
    const both = await Promise.all(
      [1, 2].map(() => room.does(writeSpeech, two, 12, { key: "11111111-1111-4111-8111-111111111111", body: "同" })),
    );
    expect(both[0]?.speechId).toBe(both[1]?.speechId);
    await room.does(writeSpeech, room.recorder, 13, { key: randomUUID(), personId: one, body: "记录员记下的话" });
    expect(refusalOf(await room.says(writeSpeech, two, 14, { key: randomUUID(), personId: one, body: "冒名" }))).toBe(
      "only-recorder@personId",
    );
    expect(refusalOf(await room.says(writeSpeech, two, 14, { key, body: "改别人的" }))).toBe("not-found");
    const { speeches: listed } = await room.does(listSpeeches, two, 15);
    expect(listed.map(({ name, notedBy, body }) => [name, notedBy, body])).toEqual([
      ["组员1", null, "学有所得"],
      ["组员2", null, "同"],
      ["组员1", "纪记录", "记录员记下的话"],
    ]);
    expect(refusalOf(await room.says(listSpeeches, room.outsider, 15))).toBe("not-found");
    await room.does(deleteSpeech, one, 16, { speechId: first.speechId });
    expect(refusalOf(await room.says(writeSpeech, one, 17, { key, body: "再改", revision: 1 }))).toBe("speech-deleted");
  });

  test("two recorders at once: additions are put together, the same words changed by both are refused with the saved text standing", async () => {
    const [one = 0] = room.members;
    const key = randomUUID();
    const said = { key, personId: one };
    await room.does(writeSpeech, room.recorder, 20, { ...said, body: "谈体会。" });
    const mine = { ...said, base: "谈体会。", revision: 1 };
    await room.does(writeSpeech, room.recorder, 21, { ...mine, body: "谈体会。一是学。" });
    const merged = await room.does(writeSpeech, room.chair, 22, { ...mine, body: "谈体会。二是做。" });
    expect(merged).toMatchObject({ revision: 3, body: "谈体会。一是学。\n二是做。", merged: true });
    const clash = { ...said, base: merged.body, revision: 3 };
    await room.does(writeSpeech, room.recorder, 23, { ...clash, body: "谈收获。一是学。\n二是做。" });
    const refused = await room.says(writeSpeech, room.chair, 24, { ...clash, body: "谈心得。一是学。\n二是做。" });
    expect(refused).toMatchObject({ ok: false, code: "speech-changed", params: { revision: 4 } });
    const [stored] = await desk().select({ body: speeches.body }).from(speeches).where(eq(speeches.key, key));
    expect(stored?.body).toBe("谈收获。一是学。\n二是做。");
    // Ten writers in the same moment: all that was added is there.
    const base = "谈收获。一是学。\n二是做。";
    const many = await Promise.all(
      ["三", "四", "五", "六"].map((word) =>
        room.says(writeSpeech, room.recorder, 25, { ...said, base, revision: 4, body: `${base}${word}` }),
      ),
    );
    expect(many.every(({ ok }) => ok)).toBe(true);
    const [after] = await desk().select({ body: speeches.body }).from(speeches).where(eq(speeches.key, key));
    for (const word of ["三", "四", "五", "六"]) expect(after?.body).toContain(word);
  });

  test("NUL, half a character and a hundred thousand characters are refused at the field, and nothing is stored", async () => {
    const [one = 0] = room.members;
    const before = await desk().$count(speeches);
    for (const body of ["有\u0000零", "\ud800", "长".repeat(100_000), "   "])
      expect(refusalOf(await room.says(writeSpeech, one, 30, { key: randomUUID(), body }))).toBe("invalid@body");
    expect(refusalOf(await room.says(writeSpeech, one, 30, { key: "no-uuid", body: "好" }))).toBe("invalid@key");
    expect(await desk().$count(speeches)).toBe(before);
    expect(valueOf(await room.says(writeSpeech, one, 31, { key: randomUUID(), body: "长".repeat(20_000) })).revision).toBe(1);
  });

  test("after the end: what a dead line kept is taken for ten minutes, a note of the recorder's for three days, nothing once it is locked", async () => {
    const [one = 0] = room.members;
    await room.does(closeMeeting, room.chair, 3_000);
    const words = () => ({ key: randomUUID(), body: "掉线前写的" });
    await room.does(writeSpeech, one, 3_599, words());
    expect(refusalOf(await room.says(writeSpeech, one, 3_601, words()))).toBe("meeting-is-over");
    await room.does(writeSpeech, room.recorder, 90_000, { ...words(), personId: one });
    expect(refusalOf(await room.says(writeSpeech, room.recorder, 3_001 + 3 * 86_400, { ...words(), personId: one }))).toBe(
      "meeting-is-over",
    );
  });
});
