import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { readTable } from "#server/imports/read-table.ts";
import { aCircle, aHeldMeeting, type Circle } from "#tests/world/held-meeting.ts";
import { aMeeting } from "#tests/world/meeting.ts";
import { anOrganisation, aPerson } from "#tests/world/people.ts";
import { codeOf, told } from "#tests/world/tell.ts";
import { downloadRegister } from "./download-register.ts";
import { getCoverage } from "./get-coverage.ts";
import { getRegister } from "./get-register.ts";
import { listMyMeetings } from "./list-my-meetings.ts";

let circle: Circle;
let other: Circle;
let held: number[];

beforeAll(async () => {
  await anOrganisation();
  circle = await aCircle();
  other = await aCircle();
  const days = ["2025-12-31T16:30:00Z", "2026-03-05T06:30:00Z", "2025-05-05T06:30:00Z"];
  held = [];
  for (const day of days) held.push(await aHeldMeeting(circle, { startsAt: new Date(day), said: ["只有一个人说。"] }));
  await aHeldMeeting(other, { startsAt: new Date("2026-03-05T06:30:00Z") });
  const people = circle.people.map((id) => ({ id, branchId: circle.branch.id }));
  await aMeeting({ branchId: circle.branch.id, groupId: circle.group.id, startsAt: new Date("2026-05-01T06:00:00Z"), people });
  const cancelled = await aHeldMeeting(circle, { startsAt: new Date("2026-06-01T06:00:00Z") });
  await database("desk").execute(sql`update meetings set cancelled_at = now() where id = ${cancelled}`);
});

test("the register shows what was held and may be read, by the organisation's year, and narrows by group and branch", async () => {
  const [leader = 0] = circle.people;
  const all = await told(getRegister, leader, {});
  expect(all.items.map(({ id }) => id)).toEqual([held[1], held[0], held[2]]);
  expect([all.total, all.years, all.groups.map(({ slug }) => slug)]).toEqual([3, [2026, 2025], [circle.group.slug]]);
  expect(all.items[0]).toMatchObject({ listed: 5, attended: 3, spoke: 1, leadReader: "张领读", chair: "王主持", record: "draft" });
  // Half past midnight of new year's day in Shanghai, though London still had the old year.
  expect((await told(getRegister, leader, { year: "2026" })).items.map(({ id }) => id)).toEqual([held[1], held[0]]);
  expect((await told(getRegister, leader, { group: other.group.slug })).items).toEqual([]);
  expect((await told(getRegister, leader, { branch: String(circle.branch.id) })).total).toBe(3);
  expect((await told(getRegister, await aPerson(circle.branch.id), {})).total).toBe(0);
});

test("its spreadsheet names who was there to who writes the records, and only counts to others", async () => {
  const rowsFor = async (personId: number) => {
    const file = await told(downloadRegister, personId, { year: "2026" });
    return (await readTable(file.bytes, file.fileName)).rows.map(({ cells }) => cells);
  };
  const [leader = 0, , , member = 0] = circle.people;
  const [ofLeader, ofMember] = [await rowsFor(leader), await rowsFor(member)];
  expect([ofLeader.length, ofMember.length]).toEqual([2, 2]);
  expect(ofLeader.flat().join()).toContain("王主持、李记录、张领读");
  expect(ofMember.flat().join()).not.toContain("李记录");
});

test("coverage: who leads sees everybody, first who has not spoken; a member sees the counts and the own line; others nothing", async () => {
  const [leader = 0, recorder = 0] = circle.people;
  const asked = { group: circle.group.slug, year: 2026 };
  const all = await told(getCoverage, leader, asked);
  expect([all.spoke, all.people, all.named, all.rows.length]).toEqual([1, 5, true, 5]);
  expect(all.rows.at(-1)).toMatchObject({ name: "王主持", speeches: 2, spokeAt: 2, attended: 2, listed: 2 });
  expect(all.rows.find(({ name }) => name === "赵发言")?.cells.map(({ attendance }) => attendance)).toEqual(["leave", "leave"]);
  const own = await told(getCoverage, recorder, asked);
  expect([own.spoke, own.people, own.rows.map(({ name }) => name)]).toEqual([1, 5, ["李记录"]]);
  expect(await codeOf(getCoverage, await aPerson(circle.branch.id), asked)).toBe("not-found");
  expect((await told(getCoverage, leader, { ...asked, year: 2020 })).rows).toEqual([]);
});

test("one's own meetings, over all years", async () => {
  const [, , reader = 0] = circle.people;
  const { items } = await told(listMyMeetings, reader, {});
  expect(items.map(({ attendance, led }) => [attendance, led])).toEqual(Array.from({ length: 3 }, () => ["late", true]));
});
