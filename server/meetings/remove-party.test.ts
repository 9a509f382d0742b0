import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "#db/client.ts";
import { openMeeting } from "#server/room/open-meeting.ts";
import { tickPerson } from "#server/room/tick-person.ts";
import { aGroup } from "#tests/world/meeting.ts";
import { refusalOf, valueOf } from "#tests/world/outcome.ts";
import { aBranch, aPerson, as } from "#tests/world/people.ts";
import { aRoom, at } from "#tests/world/room.ts";
import { addParty } from "./add-party.ts";
import { announceMeeting } from "./announce-meeting.ts";
import { getMeeting } from "./get-meeting.ts";
import { getMeetingIcs } from "./get-meeting-ics.ts";
import { invitePeople } from "./invite-people.ts";
import { makeMeeting } from "./make-meeting.ts";
import { removeParty } from "./remove-party.ts";

test("a party that does not come after all takes its people along, but for those who are on the list for another reason", async () => {
  const { chair, members, says, does } = await aRoom(1);
  const branch = await aBranch();
  const [plain, guest, here, shared] = [
    await aPerson(branch.id),
    await aPerson(branch.id),
    await aPerson(branch.id),
    await aPerson(branch.id),
  ];
  const group = await aGroup(branch.id, [chair, shared]);
  const staffNo = async (id: number) =>
    (await database("desk").execute<{ staff_no: string }>(sql`select staff_no from people where id = ${id}`)).rows[0]?.staff_no;
  await does(invitePeople, chair, -100, { staffNos: await staffNo(guest) });
  await does(addParty, chair, -90, { branchId: branch.id });
  await does(addParty, chair, -80, { group: group.slug });
  await does(openMeeting, chair, 0);
  await does(tickPerson, chair, 1, { personId: here });
  const parties = async () => (await does(getMeeting, chair, 2)).parties.map(({ id, name }) => [id, name] as const);
  const [[ours, name] = [0, ""], [theirs] = [0, ""]] = await parties();
  expect(refusalOf(await says(removeParty, members[0] ?? 0, 3, { party: ours }))).toBe("not-found");
  expect(await does(removeParty, chair, 4, { party: ours })).toEqual({ removed: 1 });
  const listed = async () => (await does(getMeeting, chair, 5)).inside?.people.map(({ id }) => id) ?? [];
  expect(await listed()).not.toContain(plain);
  for (const stays of [guest, here, shared, chair]) expect(await listed()).toContain(stays);
  expect(await parties()).toEqual([[theirs, expect.any(String)]]);
  expect(await does(removeParty, chair, 6, { party: ours })).toEqual({ removed: 0 });
  expect(await does(removeParty, chair, 7, { party: theirs })).toEqual({ removed: 1 });
  const { rows } = await database("desk").execute<{ before: { party: string } }>(
    sql`select before from audit where action = 'meeting.remove-party' and actor_id = ${chair} order by id`,
  );
  expect(rows[0]?.before.party).toBe(name);
  expect(rows).toHaveLength(2);
});

test("announcing is a change to calendars: the sequence of its event goes up", async () => {
  const { branch, group, chair } = await aRoom(1);
  expect(branch.id).toBeGreaterThan(0);
  const fields = { title: "读书会", kind: "reading", group: group.slug, startsAt: "2026-12-20T14:30", endsAt: "2026-12-20T16:00" };
  const { id } = valueOf(await makeMeeting.call(await as(chair, at(0)), fields));
  const sequence = async () => {
    const file = valueOf(await getMeetingIcs.call(await as(chair, at(1)), { id }));
    return Number(/SEQUENCE:(\d+)/.exec(Buffer.from(file.bytes).toString())?.[1]);
  };
  const before = await sequence();
  valueOf(await announceMeeting.call(await as(chair, at(2)), { id }));
  expect(await sequence()).toBe(before + 1);
});
