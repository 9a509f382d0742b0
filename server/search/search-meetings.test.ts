import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { groupPlans, groups, planSections } from "#db/schema/groups.ts";
import { meetings } from "#db/schema/meetings.ts";
import { can } from "#domain/access.ts";
import { editGroup } from "#server/groups/edit-group.ts";
import { editMeeting } from "#server/meetings/edit-meeting.ts";
import { makeMeeting } from "#server/meetings/make-meeting.ts";
import { findMeeting } from "#server/meetings/meeting-facts.ts";
import { aGroup, aMeeting } from "#tests/world/meeting.ts";
import { valueOf } from "#tests/world/outcome.ts";
import { aBranch, anOrganisation, aPerson, as } from "#tests/world/people.ts";
import { told } from "#tests/world/tell.ts";
import { indexMeetings } from "./index-meetings.ts";
import { reindex } from "./reindex.ts";
import { searchStudy } from "./search-study.ts";

const desk = () => database("desk");
const world = { root: 0, branch: 0, leader: 0, member: 0, outsider: 0, organizer: 0, above: 0, elsewhere: 0 };

beforeAll(async () => {
  await anOrganisation();
  const root = (await aBranch()).id;
  const branch = (await aBranch(root)).id;
  const other = (await aBranch(root)).id;
  const [leader, member, outsider] = [await aPerson(branch), await aPerson(branch), await aPerson(branch)];
  const organizer = await aPerson(branch, { held: [{ office: "organizer", branchId: branch }] });
  const above = await aPerson(root, { held: [{ office: "organizer", branchId: root }] });
  const elsewhere = await aPerson(other, { held: [{ office: "organizer", branchId: other }] });
  Object.assign(world, { root, branch, leader, member, outsider, organizer, above, elsewhere });
});

const found = async (who: number, q: string) => {
  const { groups: all } = await told(searchStudy, who, { q, kind: "meeting" });
  return all.find(({ kind }) => kind === "meeting")?.hits.map(({ ref }) => Number(ref)) ?? [];
};
const index = (id: number) => desk().transaction((tx) => indexMeetings(tx, [id]));

test("who finds a meeting is who may see it, whatever the group, the announcement and the calling off", async () => {
  const privately = await aGroup(world.branch, [world.leader, world.member]);
  const openly = await aGroup(world.branch, [world.leader], { isPrivate: false });
  const common = { branchId: world.branch, title: "穷奇共读" };
  const ids = [
    await aMeeting({ ...common, groupId: privately.id, chairId: world.leader }),
    await aMeeting({ ...common, groupId: privately.id, openTo: "branch" }),
    await aMeeting({ ...common, groupId: openly.id, announcedAt: null }),
    await aMeeting({ ...common, openTo: "branch" }),
    await aMeeting({ ...common, openTo: "branch", cancelledAt: new Date() }),
    await aMeeting({ ...common, openTo: "branch", announcedAt: null, cancelledAt: new Date() }),
  ];
  for (const id of ids) await index(id);
  for (const who of [world.leader, world.member, world.outsider, world.organizer, world.above, world.elsewhere]) {
    const { viewer } = await as(who);
    if (!viewer) throw new Error("signed out");
    const seen: number[] = [];
    for (const id of ids.slice(0, 5)) {
      const meeting = await findMeeting(desk(), id, viewer);
      if (meeting && can.seeMeeting(viewer, meeting)) seen.push(id);
    }
    expect([who, (await found(who, "穷奇")).sort((a, b) => a - b)]).toEqual([who, seen]);
  }
  expect(await found(world.outsider, "穷奇")).not.toContain(ids[0]);
  expect(await found(world.elsewhere, "穷奇")).toEqual([]);
});

test("it is found by title, place, kind, group and what is read, and follows each change in its own transaction", async () => {
  const group = await aGroup(world.branch, [world.leader, world.member], { isPrivate: false });
  const now = new Date("2026-11-20T00:00:00Z");
  const fields = { startsAt: "2026-12-01T06:00:00Z", endsAt: "2026-12-01T08:00:00Z" };
  const { id } = valueOf(
    await makeMeeting.call(await as(world.leader, now), {
      ...fields,
      kind: "reading",
      group: group.slug,
      title: "梼杌夜读",
      place: "浑敦楼",
    }),
  );
  for (const q of ["梼杌", "浑敦楼", "梼杌 浑敦"]) expect(await found(world.member, q)).toEqual([id]);
  const { name, revision } = (await desk().select().from(groups).where(eq(groups.id, group.id)))[0] ?? { name: "", revision: 0 };
  expect(await found(world.member, `梼杌 ${name}`)).toEqual([id]);
  valueOf(await editMeeting.call(await as(world.leader, now), { ...fields, id, revision: 1, title: "饕餮夜读", place: "楼上" }));
  expect(await found(world.member, "梼杌")).toEqual([]);
  expect(await found(world.member, "饕餮 楼上")).toEqual([id]);
  valueOf(await editGroup.call(await as(world.leader, now), { slug: group.slug, revision, name: "獬豸社", isPrivate: true }));
  expect(await found(world.member, "饕餮 獬豸社")).toEqual([id]);
  expect(await found(world.outsider, "饕餮")).toEqual([]);
});

test("what a private group reads is not findable by who only may see that it meets", async () => {
  const group = await aGroup(world.branch, [world.leader]);
  const plan = { groupId: group.id, title: "计划", startsOn: "2026-11-01", endsOn: "2026-12-31", kind: "reading", createdAt: new Date() };
  const rule = (await desk().select({ rule: groupPlans.rule }).from(groupPlans).limit(1))[0]?.rule;
  const [made] = await desk()
    .insert(groupPlans)
    .values({ ...plan, rule: rule ?? ({} as never) })
    .returning({ id: groupPlans.id });
  const [section] = await desk()
    .insert(planSections)
    .values({ planId: made?.id ?? 0, place: 0, title: "朱厌之章" })
    .returning({ id: planSections.id });
  const id = await aMeeting({ branchId: world.branch, groupId: group.id, sectionId: section?.id ?? 0, title: "夜谈", openTo: "branch" });
  await index(id);
  expect(await found(world.outsider, "朱厌")).toEqual([]);
  expect(await found(world.outsider, "夜谈")).toContain(id);
  await desk().update(meetings).set({ openTo: "roster" }).where(eq(meetings.id, id));
  await reindex();
  expect(await found(world.leader, "朱厌")).toEqual([id]);
  expect(await found(world.outsider, "夜谈")).not.toContain(id);
});
