import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "#db/client.ts";
import { recordSignatures } from "#db/schema/records.ts";
import { refusalOf } from "#tests/world/outcome.ts";
import { aRoom, at } from "#tests/world/room.ts";
import { askToSpeak } from "./ask-to-speak.ts";
import { closeMeeting } from "./close-meeting.ts";
import { getRoom } from "./get-room.ts";
import { openMeeting } from "./open-meeting.ts";
import { reopenMeeting } from "./reopen-meeting.ts";

const HOUR = 3_600;

async function closed() {
  const room = await aRoom(2);
  await room.does(openMeeting, room.chair, 0);
  await room.does(closeMeeting, room.chair, HOUR);
  return room;
}

test("a meeting closed by mistake goes on: words are taken again, the ledger says who and when it had been closed", async () => {
  const { chair, members, does, says, meetingId } = await closed();
  const [member = 0] = members;
  expect(refusalOf(await says(reopenMeeting, member, HOUR + 1))).toBe("not-found");
  await does(reopenMeeting, chair, HOUR + 60);
  expect((await does(getRoom, member, HOUR + 61)).room.state).toBe("in_session");
  await does(askToSpeak, member, HOUR + 62);
  expect(refusalOf(await says(reopenMeeting, chair, HOUR + 63))).toBe("meeting-is-open");
  const { rows } = await database("desk").execute(
    sql`select actor_id, before from audit where action = 'meeting.reopen' and object_id = ${meetingId}`,
  );
  expect(rows).toEqual([{ actor_id: String(chair), before: { closedAt: at(HOUR).toISOString() } }]);
  await does(closeMeeting, chair, 2 * HOUR);
  expect((await does(getRoom, member, 2 * HOUR + 1)).room.state).toBe("minutes_draft");
});

test("the day after, or once somebody signed, it stays closed; a signature that fell does not hold it", async () => {
  const late = await closed();
  // The meeting begins at 14:00 in Shanghai: ten hours on is the next day there.
  expect(refusalOf(await late.says(reopenMeeting, late.chair, 10 * HOUR))).toBe("reopen-same-day");
  const { chair, recorder, does, says, meetingId } = await closed();
  await database("desk")
    .insert(recordSignatures)
    .values({ meetingId, personId: recorder, role: "recorder", revision: 1, signedAt: at(HOUR + 1) });
  expect(refusalOf(await says(reopenMeeting, chair, HOUR + 2))).toBe("reopen-signed");
  await database("desk")
    .update(recordSignatures)
    .set({ voidedAt: at(HOUR + 3) })
    .where(eq(recordSignatures.meetingId, meetingId));
  await does(reopenMeeting, chair, HOUR + 4);
});
