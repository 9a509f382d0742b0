import { asc, sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { groups } from "#db/schema/groups.ts";
import { forumJudges, meetingParties, meetings } from "#db/schema/meetings.ts";
import { recordSignatures } from "#db/schema/records.ts";
import { can } from "#domain/access.ts";
import { groupFacts, visibleGroups } from "#server/groups/group-facts.ts";
import { aGroup, aMeeting } from "#tests/world/meeting.ts";
import { aBranch, anOrganisation, aPerson, as } from "#tests/world/people.ts";
import { insideMeetings, meetingFacts, readableRecords, visibleMeetings } from "./meeting-facts.ts";

let viewers: number[];
let outsider = 0;
let strayOrganizer = 0;
let hidden: { group: number; meeting: number };

beforeAll(async () => {
  await anOrganisation();
  const root = await aBranch();
  const [east, west] = [await aBranch(root.id), await aBranch(root.id)];
  const deep = await aBranch(east.id);
  const held = (office: "admin" | "branch_admin" | "organizer" | "leader" | "reviewer", branchId: number) => ({
    held: [{ office, branchId }],
  });
  const leader = await aPerson(east.id);
  const member = await aPerson(west.id);
  const [chair, recorder, reader, judge, guest] = await Promise.all([1, 2, 3, 4, 5].map(() => aPerson(west.id)));
  outsider = await aPerson(east.id);
  strayOrganizer = await aPerson(west.id, held("organizer", west.id));
  const partner = await aPerson(west.id);
  viewers = [
    ...[leader, member, outsider, strayOrganizer, partner, chair, recorder, reader, judge, guest].map((id) => id ?? 0),
    await aPerson(root.id, held("admin", root.id)),
    await aPerson(east.id, held("branch_admin", east.id)),
    await aPerson(east.id, held("leader", east.id)),
    await aPerson(east.id, held("reviewer", east.id)),
    await aPerson(deep.id),
  ];
  const closed = await aGroup(east.id, [leader, member]);
  const open = await aGroup(east.id, [leader, member], { isPrivate: false });
  const other = await aGroup(west.id, [partner]);
  const duties = { chairId: chair ?? 0, recorderId: recorder ?? 0, leadReaderId: reader ?? 0 };
  hidden = {
    group: closed.id,
    meeting: await aMeeting({ branchId: east.id, groupId: closed.id, ...duties, people: [{ id: guest ?? 0, branchId: west.id }] }),
  };
  const shown = await aMeeting({ branchId: east.id, groupId: open.id, openTo: "branch" });
  const joint = await aMeeting({ branchId: east.id, groupId: open.id, openTo: "branch", announcedAt: null });
  const ofBranch = await aMeeting({ branchId: east.id, openTo: "branch" });
  const desk = database("desk");
  await desk.insert(meetingParties).values([
    { meetingId: joint, groupId: other.id },
    { meetingId: ofBranch, branchId: west.id },
  ]);
  await desk.insert(forumJudges).values({ meetingId: hidden.meeting, personId: judge ?? 0 });
  const signing = { revision: 1, signedAt: new Date() };
  await desk.insert(recordSignatures).values(
    [shown, hidden.meeting].flatMap((meetingId) => [
      { ...signing, meetingId, personId: leader, role: "chair" as const },
      { ...signing, meetingId, personId: member, role: "recorder" as const },
    ]),
  );
});

test("groups and meetings show exactly what the permissions allow, to everyone", async () => {
  const db = database("play");
  for (const person of viewers) {
    const { viewer } = await as(person);
    const seen = (may: typeof can.seeMeeting, all: Awaited<ReturnType<typeof meetingFacts>>) =>
      all.filter((meeting) => may(viewer, meeting)).map(({ id }) => id);
    const all = await meetingFacts(db, viewer, sql`true`).orderBy(asc(meetings.id));
    const picked = async (where: ReturnType<typeof visibleMeetings>) =>
      (await meetingFacts(db, viewer, where).orderBy(asc(meetings.id))).map(({ id }) => id);
    expect(all.length).toBe(4);
    expect(await picked(visibleMeetings(viewer))).toEqual(seen(can.seeMeeting, all));
    expect(await picked(insideMeetings(viewer))).toEqual(seen(can.seeInsideMeeting, all));
    expect(await picked(readableRecords(viewer))).toEqual(all.filter((meeting) => can.readRecord(viewer, meeting)).map(({ id }) => id));
    const known = await groupFacts(db, viewer, sql`true`).orderBy(asc(groups.id));
    expect((await groupFacts(db, viewer, visibleGroups(viewer)).orderBy(asc(groups.id))).map(({ id }) => id)).toEqual(
      known.filter((group) => can.seeGroup(viewer, group)).map(({ id }) => id),
    );
  }
});

test("a private group is hidden from a neighbour of the same branch and from an organizer of another", async () => {
  const db = database("play");
  for (const person of [outsider, strayOrganizer]) {
    const { viewer } = await as(person);
    expect((await meetingFacts(db, viewer, visibleMeetings(viewer))).map(({ id }) => id)).not.toContain(hidden.meeting);
    expect((await meetingFacts(db, viewer, readableRecords(viewer))).map(({ id }) => id)).not.toContain(hidden.meeting);
    expect((await groupFacts(db, viewer, visibleGroups(viewer))).map(({ id }) => id)).not.toContain(hidden.group);
  }
});
