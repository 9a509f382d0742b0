import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "#db/client.ts";
import { groupMembers } from "#db/schema/groups.ts";
import { meetings } from "#db/schema/meetings.ts";
import { getMeeting } from "#server/meetings/get-meeting.ts";
import { refusalOf } from "#tests/world/outcome.ts";
import { aBranch, aPerson } from "#tests/world/people.ts";
import { aRoom, at } from "#tests/world/room.ts";
import { answerKnock } from "./answer-knock.ts";
import { checkIn } from "./check-in.ts";
import { closeMeeting } from "./close-meeting.ts";
import { getRoom } from "./get-room.ts";
import { knock } from "./knock.ts";
import { listRoomPeople } from "./list-room-people.ts";
import { openMeeting } from "./open-meeting.ts";
import { showCheckInCode } from "./show-check-in-code.ts";

async function atTheDoor() {
  const room = await aRoom(2);
  await room.does(openMeeting, room.chair, 0);
  const codeAt = async (seconds: number) =>
    new URL((await room.does(showCheckInCode, room.chair, seconds)).url).searchParams.get("code") ?? "";
  const knocks = async (seconds: number) => (await room.does(listRoomPeople, room.chair, seconds)).knocks.map(({ personId }) => personId);
  return { ...room, codeAt, knocks };
}

test("who holds the code and is not on the list knocks once, waits without the code, and is let in with one press as a guest", async () => {
  const { chair, outsider, members, does, says, codeAt, knocks } = await atTheDoor();
  const code = await codeAt(10);
  expect(refusalOf(await says(checkIn, outsider, 11, { code }))).toBe("not-on-roster");
  expect(await does(knock, outsider, 12, { code, mode: "online" })).toEqual({ state: "waiting" });
  // Long after the code has gone by.
  expect(await does(knock, outsider, 200)).toEqual({ state: "waiting" });
  expect(await knocks(201)).toEqual([outsider]);
  expect(refusalOf(await says(answerKnock, members[0] ?? 0, 202, { personId: outsider, admit: true }))).toBe("not-found");
  await does(answerKnock, chair, 203, { personId: outsider, admit: true });
  expect(await does(knock, outsider, 204)).toEqual({ state: "in" });
  const { you } = await does(getRoom, outsider, 205);
  expect(you).toMatchObject({ onRoster: true, checkIn: { mode: "online" } });
  expect(await knocks(206)).toEqual([]);
  // A late second answer changes nothing.
  await does(answerKnock, chair, 207, { personId: outsider, admit: false });
  expect((await does(getRoom, outsider, 208)).you.onRoster).toBe(true);
});

test("who is declined is told so and stays outside; without a code of this minute nobody learns that the meeting exists", async () => {
  const { chair, branch, outsider, does, says, codeAt, knocks } = await atTheDoor();
  const other = await aPerson(branch.id);
  const old = await codeAt(10);
  for (const code of ["", "123456", "0".repeat(22), old]) expect(refusalOf(await says(knock, other, 300, { code }))).toBe("not-found");
  await does(knock, outsider, 301, { code: await codeAt(300) });
  await does(answerKnock, chair, 302, { personId: outsider, admit: false });
  expect(await does(knock, outsider, 303, { code: await codeAt(303) })).toEqual({ state: "declined" });
  expect(refusalOf(await says(getRoom, outsider, 304))).toBe("not-found");
  expect(await knocks(305)).toEqual([]);
  await does(closeMeeting, chair, 400);
  expect(refusalOf(await says(knock, outsider, 401))).toBe("meeting-is-over");
});

test("who sees that a meeting is held knocks without a code, once it runs; a group's own member who is not on the list too", async () => {
  const { chair, outsider, branch, group, does, says, meetingId, knocks } = await atTheDoor();
  const asked = (await does(getRoom, chair, 1)).you;
  expect(asked).toMatchObject({ onRoster: true, knock: null });
  const desk = database("desk");
  // Private and for its list alone: nobody outside hears of it, whatever they try.
  expect(refusalOf(await says(knock, outsider, 5))).toBe("not-found");
  await desk
    .update(meetings)
    .set({ openTo: "branch", announcedAt: at(-3_600) })
    .where(eq(meetings.id, meetingId));
  const standing = async (who: number, seconds: number) => (await does(getMeeting, who, seconds)).my;
  expect(await standing(outsider, 10)).toMatchObject({ mayKnock: true, knock: null, onRoster: false });
  expect(await standing(chair, 10)).toMatchObject({ mayKnock: false, knock: null });
  expect(await does(knock, outsider, 11)).toEqual({ state: "waiting" });
  expect(await standing(outsider, 12)).toMatchObject({ mayKnock: true, knock: "waiting" });
  const late = await aPerson(branch.id);
  await desk.insert(groupMembers).values({ groupId: group.id, personId: late, role: "member", joinedAt: at(0) });
  expect((await does(getRoom, late, 13)).you).toMatchObject({ onRoster: false, knock: null });
  expect(await does(knock, late, 14, { mode: "online" })).toEqual({ state: "waiting" });
  expect((await does(getRoom, late, 15)).you.knock).toBe("waiting");
  expect(await knocks(16)).toEqual([outsider, late]);
  await does(answerKnock, chair, 17, { personId: late, admit: true });
  expect((await does(getRoom, late, 18)).you).toMatchObject({ onRoster: true, knock: null, checkIn: { mode: "online" } });
  await does(answerKnock, chair, 19, { personId: outsider, admit: false });
  expect(await standing(outsider, 20)).toMatchObject({ knock: "declined" });
  // Of another branch, even a code of long ago opens nothing.
  const stranger = await aPerson((await aBranch()).id);
  expect(refusalOf(await says(knock, stranger, 300))).toBe("not-found");
});

test("before a meeting is opened and after it is closed nobody knocks", async () => {
  const room = await aRoom(1);
  const desk = database("desk");
  await desk
    .update(meetings)
    .set({ openTo: "branch", announcedAt: at(-3_600) })
    .where(eq(meetings.id, room.meetingId));
  expect((await room.does(getMeeting, room.outsider, 5)).my.mayKnock).toBe(false);
  expect(refusalOf(await room.says(knock, room.outsider, 5))).toBe("meeting-not-open");
  await room.does(openMeeting, room.chair, 10);
  await room.does(closeMeeting, room.chair, 100);
  expect((await room.does(getMeeting, room.outsider, 101)).my.mayKnock).toBe(false);
  expect(refusalOf(await room.says(knock, room.outsider, 101))).toBe("meeting-is-over");
});
