import { expect, test } from "vitest";
import { refusalOf } from "#tests/world/outcome.ts";
import { aPerson } from "#tests/world/people.ts";
import { aRoom } from "#tests/world/room.ts";
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
