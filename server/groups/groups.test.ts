// Above 150 lines: one story of one group, told in one file so that its people are made once.
import { and, asc, eq, isNull } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { type Db, database } from "#db/client.ts";
import { groupMembers, groupPlans, groups } from "#db/schema/groups.ts";
import { agendaItems, meetingPeople, meetings } from "#db/schema/meetings.ts";
import { notices } from "#db/schema/notices.ts";
import { audit } from "#db/schema/operations.ts";
import { people } from "#db/schema/people.ts";
import { imbalanceOf } from "#domain/groups/rota-of.ts";
import { refusalOf, valueOf } from "#tests/world/outcome.ts";
import { aBranch, anOrganisation, aPerson, as } from "#tests/world/people.ts";
import { addAbsence } from "./add-absence.ts";
import { addMembers } from "./add-members.ts";
import { answerSwap } from "./answer-swap.ts";
import { askSwap } from "./ask-swap.ts";
import { closeGroup } from "./close-group.ts";
import { editGroup } from "./edit-group.ts";
import { extendPlan } from "./extend-plan.ts";
import { findCandidates } from "./find-candidates.ts";
import { getGroup } from "./get-group.ts";
import { getRota } from "./get-rota.ts";
import { leaveGroup } from "./leave-group.ts";
import { listGroups } from "./list-groups.ts";
import { listPlans } from "./list-plans.ts";
import { makeGroup } from "./make-group.ts";
import { makePlan } from "./make-plan.ts";
import { moveDay } from "./move-day.ts";
import { planRota } from "./plan-rota.ts";
import { previewPlan } from "./preview-plan.ts";
import { removeMember } from "./remove-member.ts";
import { setMemberRole } from "./set-member-role.ts";
import { skipDay } from "./skip-day.ts";
import { withdrawSwap } from "./withdraw-swap.ts";

const now = new Date("2027-01-04T02:00:00Z");
let root: { id: number; path: string }, east: typeof root, west: typeof root;
let office: number, ada: number, bo: number, cai: number, dan: number, eli: number, fan: number, stranger: number;
let desk: Db;
let slug = "";
const staffNoOf = async (id: number) => (await desk.select({ no: people.staffNo }).from(people).where(eq(people.id, id)))[0]?.no ?? "";
const kindsOf = async (id: number) =>
  (await desk.select().from(notices).where(eq(notices.personId, id)).orderBy(notices.id)).map(({ kind }) => kind);
const at = async (id: number, when = now) => as(id, when);
const rows = async (group = slug) =>
  desk
    .select({ id: meetings.id, number: meetings.number, title: meetings.title, lead: meetings.leadReaderId, startsAt: meetings.startsAt })
    .from(meetings)
    .innerJoin(groups, eq(groups.id, meetings.groupId))
    .where(and(eq(groups.slug, group), isNull(meetings.cancelledAt)))
    .orderBy(asc(meetings.startsAt));
/** Two Thursday afternoons a month for a term: six sessions. */
const term = {
  ...{ title: "一季度研读", startsOn: "2027-01-05", endsOn: "2027-03-31", every: "month", nth: ["1", "3"], weekdays: ["4"] },
  ...{ startClock: "14:30", endClock: "16:00", place: "二楼会议室", sections: "第一章｜3–27\n第二章\n第三章\n第四章\n第五章\n第六章" },
};
const planOf = async (group = slug) => valueOf(await listPlans.call(await at(ada), { slug: group })).plans[0];

async function aTerm(members: number[], wishes: object = {}): Promise<string> {
  const memberNos = (await Promise.all(members.slice(1).map(staffNoOf))).join(" ");
  const leaderNo = await staffNoOf(members[0] ?? 0);
  const made = valueOf(await makeGroup.call(await at(office), { name: "小组", branchId: east.id, isPrivate: true, leaderNo, memberNos }));
  valueOf(await makePlan.call(await at(members[0] ?? 0), { ...term, ...wishes, slug: made.slug }));
  return made.slug;
}

beforeAll(async () => {
  desk = database("desk");
  await anOrganisation();
  root = await aBranch();
  [east, west] = [await aBranch(root.id), await aBranch(root.id)];
  office = await aPerson(east.id, { held: [{ office: "branch_admin", branchId: east.id }] });
  ada = await aPerson(east.id, { name: "安达" });
  [bo, cai] = [await aPerson(west.id, { name: "博文" }), await aPerson(east.id)];
  [dan, eli, fan] = [await aPerson(east.id), await aPerson(west.id), await aPerson(west.id)];
  stranger = await aPerson(east.id);
});

describe("a group across branches", () => {
  test("an office makes it with its leader and members, who are told; whoever holds none does not", async () => {
    const memberNos = `${await staffNoOf(bo)}，${await staffNoOf(cai)}\n${await staffNoOf(dan)} ${await staffNoOf(eli)}`;
    const wishes = { name: "青年读书小组", branchId: east.id, isPrivate: "on", leaderNo: await staffNoOf(ada), memberNos };
    expect(refusalOf(await makeGroup.call(await at(stranger), wishes))).toBe("not-found");
    expect(refusalOf(await makeGroup.call(await at(office), { ...wishes, branchId: west.id }))).toBe("not-found");
    expect(refusalOf(await makeGroup.call(await at(office), { ...wishes, leaderNo: "nobody" }))).toBe("no-such-person@leaderNo");
    const made = valueOf(await makeGroup.call(await at(office), wishes));
    expect(made.members).toBe(5);
    slug = made.slug;
    expect(await kindsOf(bo)).toEqual(["group-joined"]);
    expect((await desk.select().from(audit)).map(({ action }) => action)).toContain("group.make");
  });

  test("its members and the offices over its branch see it, nobody else", async () => {
    const seen = valueOf(await getGroup.call(await at(bo), { slug }));
    expect(seen).toMatchObject({ role: "member", leader: "安达", memberCount: 5, may: { join: true, lead: false, close: false } });
    expect(valueOf(await getGroup.call(await at(office), { slug })).may).toMatchObject({ join: false, lead: true, close: true });
    expect(refusalOf(await getGroup.call(await at(stranger), { slug }))).toBe("not-found");
    expect(valueOf(await listGroups.call(await at(bo), {})).mine.map((one) => one.slug)).toEqual([slug]);
    expect(valueOf(await listGroups.call(await at(stranger), {}))).toMatchObject({ mine: [], others: [], mayMake: false });
  });

  test("two who edit at once: the second is told; a closed or unknown group is refused", async () => {
    const edit = { slug, revision: 1, name: "青年读书小组", intro: "每月两次", isPrivate: true };
    expect(valueOf(await editGroup.call(await at(ada), edit)).revision).toBe(2);
    expect(refusalOf(await editGroup.call(await at(office), edit))).toBe("group-changed");
    expect(refusalOf(await editGroup.call(await at(bo), { ...edit, revision: 2 }))).toBe("not-found");
    expect(refusalOf(await editGroup.call(await at(ada), { ...edit, slug: "gone" }))).toBe("not-found");
  });

  test("candidates: by name near by; no number finds anybody, nor is one told; from elsewhere only by the whole number", async () => {
    const found = async (q: string, who = ada) => valueOf(await findCandidates.call(await at(who), { slug, q })).people.length;
    const name = (await desk.select().from(people).where(eq(people.id, stranger)))[0]?.name ?? "";
    expect(await found(name)).toBe(1);
    const far = await desk.select().from(people).where(eq(people.id, fan));
    expect(await found(far[0]?.name ?? "")).toBe(0);
    expect(await found(await staffNoOf(stranger))).toBe(0);
    const told = JSON.stringify(valueOf(await findCandidates.call(await at(ada), { slug, q: name })));
    expect(told).not.toContain(await staffNoOf(stranger));
    expect(refusalOf(await addMembers.call(await at(ada), { slug, personId: fan }))).toBe("no-such-person@staffNos");
    expect(refusalOf(await findCandidates.call(await at(bo), { slug, q: name }))).toBe("not-found");
  });

  test("exactly one leader: handing over makes the former one a member; the leader does not walk away", async () => {
    expect(refusalOf(await leaveGroup.call(await at(ada), { slug }))).toBe("leader-stays");
    expect(refusalOf(await removeMember.call(await at(office), { slug, personId: ada }))).toBe("leader-stays");
    expect(refusalOf(await setMemberRole.call(await at(ada), { slug, personId: ada, role: "member" }))).toBe("leader-stays");
    const role = (personId: number, wish: string, termEndsOn = "2027-12-31") => ({ slug, personId, role: wish, termEndsOn });
    valueOf(await setMemberRole.call(await at(ada), role(bo, "leader")));
    const led = valueOf(await getGroup.call(await at(bo), { slug }));
    expect(led.members.filter((one) => one.role === "leader").map(({ id }) => id)).toEqual([bo]);
    expect(led.members[0]?.termEndsOn).toBe("2027-12-31");
    expect(refusalOf(await setMemberRole.call(await at(ada), role(ada, "leader")))).toBe("not-found");
    valueOf(await setMemberRole.call(await at(bo), role(ada, "leader")));
    valueOf(await setMemberRole.call(await at(ada), role(cai, "deputy")));
    expect(refusalOf(await setMemberRole.call(await at(ada), role(cai, "deputy", "2020-01-01")))).toBe("term-is-past@termEndsOn");
    expect(refusalOf(await setMemberRole.call(await at(ada), role(stranger, "deputy")))).toBe("not-a-member");
  });
});

describe("a plan for a term", () => {
  test("the preview shows six days with section and lead reader, nothing is saved", async () => {
    const { meetings: shown, imbalance } = valueOf(await previewPlan.call(await at(ada), { ...term, slug }));
    expect(shown.map(({ day }) => day)).toEqual(["2027-01-07", "2027-01-21", "2027-02-04", "2027-02-18", "2027-03-04", "2027-03-18"]);
    expect(shown[0]).toMatchObject({ section: "第一章", pages: "3–27", startsAt: new Date("2027-01-07T06:30:00Z"), note: null });
    expect(new Set(shown.slice(0, 5).map(({ leader }) => leader)).size).toBe(5);
    expect(imbalance).toBe(1);
    expect(await rows()).toEqual([]);
  });

  test("what cannot be is refused at its field", async () => {
    const told = async (wishes: object) => refusalOf(await previewPlan.call(await at(ada), { ...term, slug, ...wishes }));
    expect(await told({ endsOn: "" })).toBe("invalid@endsOn");
    expect(await told({ endClock: "14:00" })).toBe("ends-before-it-starts@endClock");
    expect(await told({ endClock: "14:30" })).toBe("ends-before-it-starts@endClock");
    expect(await told({ endsOn: "2026-12-31" })).toBe("ends-before-it-starts@endsOn");
    expect(await told({ endsOn: "2030-01-31" })).toBe("plan-too-long@endsOn");
    expect(await told({ startsOn: "2026-12-01" })).toBe("plan-in-the-past@startsOn");
    expect(await told({ except: "2027-01-07 2027-01-21" })).toBe("more-sections-than-days@sections");
    expect(await told({ every: "month", nth: [] })).toBe("invalid@nth");
    expect(await told({ nth: ["5"], endsOn: "2027-02-28", sections: "" })).toBe("plan-without-days@weekdays");
    expect(await told({ zone: "Mars/Olympus" })).toBe("unknown-zone@zone");
    expect(await told({ kind: "dance" })).toBe("invalid_value@kind");
    expect(await told({ materials: "no-such-text", sections: "" })).toBe("no-such-material@materials");
    expect(refusalOf(await previewPlan.call(await at(bo), { ...term, slug }))).toBe("not-found");
  });

  test("saved: meetings with agenda, list, chair and recorder; a rota for six sessions with imbalance ≤ 1", async () => {
    const shown = valueOf(await previewPlan.call(await at(ada), { ...term, slug }));
    const made = valueOf(await makePlan.call(await at(ada), { ...term, slug }));
    expect(made).toMatchObject({ meetings: 6, imbalance: 1 });
    const saved = await rows();
    expect(
      imbalanceOf(
        [ada, bo, cai, dan, eli],
        saved.map(({ lead }) => lead),
      ),
    ).toBe(1);
    const plan = await planOf();
    expect(plan?.meetings.map(({ leader }) => leader)).toEqual(shown.meetings.map(({ leader }) => leader));
    const [first] = await desk
      .select()
      .from(meetings)
      .where(eq(meetings.id, saved[0]?.id ?? 0));
    expect(first).toMatchObject({
      title: "第一章",
      chairId: ada,
      recorderId: cai,
      kind: "reading",
      announcedAt: null,
      place: "二楼会议室",
    });
    const items = await desk
      .select()
      .from(agendaItems)
      .where(eq(agendaItems.meetingId, first?.id ?? 0))
      .orderBy(agendaItems.place);
    expect(items.map(({ kind }) => kind)).toEqual(["opening", "reading", "discussion", "quiz", "closing"]);
    expect(items[1]?.personId).toBe(first?.leadReaderId);
    const listed = await desk
      .select()
      .from(meetingPeople)
      .where(eq(meetingPeople.meetingId, first?.id ?? 0));
    expect(listed.map(({ personId, attend }) => [personId, attend]).sort()).toEqual(
      [ada, bo, cai, dan, eli].map((id) => [id, "required"]).sort(),
    );
    expect(await kindsOf(eli)).toContain("plan-made");
  });

  test("summer time: the wall clock of the group's zone stays", async () => {
    const abroad = await aTerm([ada, fan], { zone: "Europe/Berlin", startsOn: "2027-03-01", endsOn: "2027-04-30", sections: "" });
    const shown = valueOf(await listPlans.call(await at(ada), { slug: abroad })).plans[0]?.meetings ?? [];
    expect(shown.map(({ startClock }) => startClock)).toEqual(["14:30", "14:30", "14:30", "14:30"]);
    expect(shown.map(({ startsAt }) => startsAt.getUTCHours())).toEqual([13, 13, 12, 12]);
  });

  test("one day is moved, one is left out, the plan runs on; what was announced stays where it is", async () => {
    const group = await aTerm([ada, bo, cai]);
    const all = await rows(group);
    const ids = all.map(({ id }) => id);
    await desk
      .update(meetings)
      .set({ announcedAt: now })
      .where(eq(meetings.id, ids[0] ?? 0));
    const plan = await planOf(group);
    const said = { slug: group, id: plan?.id ?? 0, revision: 1 };
    const move = { ...said, meetingId: ids[1] ?? 0, day: "2027-01-26", startClock: "09:00", endClock: "10:30" };
    expect(refusalOf(await moveDay.call(await at(ada), { ...move, endClock: "08:00" }))).toBe("ends-before-it-starts@endClock");
    expect(refusalOf(await moveDay.call(await at(ada), { ...move, day: "2027-02-04" }))).toBe("day-taken@day");
    expect(refusalOf(await moveDay.call(await at(ada), { ...move, day: "2027-05-04" }))).toBe("day-outside-plan@day");
    expect(refusalOf(await moveDay.call(await at(ada), { ...move, meetingId: ids[0] ?? 0 }))).toBe("meeting-announced");
    expect(valueOf(await moveDay.call(await at(ada), move)).startsAt).toEqual(new Date("2027-01-26T01:00:00Z"));
    expect(refusalOf(await skipDay.call(await at(ada), { ...said, meetingId: ids[2] ?? 0 }))).toBe("plan-changed");
    const skipped = valueOf(await skipDay.call(await at(ada), { ...said, revision: 2, meetingId: ids[2] ?? 0, reason: "春节" }));
    expect(skipped).toEqual({ revision: 3, unplaced: 1 });
    const left = await rows(group);
    expect(left.map(({ title }) => title)).toEqual(["第一章", "第二章", "第三章", "第四章", "第五章"]);
    expect(
      imbalanceOf(
        [ada, bo, cai],
        left.map(({ lead }) => lead),
      ),
    ).toBeLessThanOrEqual(1);
    expect(left[0]).toEqual({ ...all[0] });
    expect(refusalOf(await extendPlan.call(await at(ada), { ...said, revision: 3, endsOn: "2027-03-01" }))).toBe("not-later@endsOn");
    const longer = valueOf(await extendPlan.call(await at(ada), { ...said, revision: 3, endsOn: "2027-04-30", sections: "第七章" }));
    expect(longer).toEqual({ revision: 4, added: 2, unplaced: 0 });
    const whole = await rows(group);
    expect(whole.map(({ title }) => title)).toEqual(["第一章", "第二章", "第三章", "第四章", "第五章", "第六章", "第七章"]);
    expect(whole.every(({ lead }) => lead !== null)).toBe(true);
    const [stored] = await desk.select().from(groupPlans).where(eq(groupPlans.id, said.id));
    expect(stored?.rule).toMatchObject({ except: ["2027-01-21", "2027-02-04"], also: ["2027-01-26"] });
  });
});

describe("the rota", () => {
  test("an absence is heeded when it is planned anew; announced meetings keep their lead reader", async () => {
    const group = await aTerm([ada, bo, cai, dan, eli]);
    const [first, second] = await rows(group);
    await desk
      .update(meetings)
      .set({ announcedAt: now })
      .where(eq(meetings.id, first?.id ?? 0));
    const away = { slug: group, fromDay: "2027-01-21", toDay: "2027-01-21" };
    expect(refusalOf(await addAbsence.call(await at(second?.lead ?? 0), { ...away, toDay: "2027-01-20" }))).toBe(
      "ends-before-it-starts@toDay",
    );
    valueOf(await addAbsence.call(await at(second?.lead ?? 0), away));
    valueOf(await addAbsence.call(await at(first?.lead ?? 0), { slug: group, fromDay: "2027-01-07" }));
    expect(valueOf(await planRota.call(await at(ada), { slug: group }))).toMatchObject({ planned: 5, forced: 0 });
    const after = await rows(group);
    expect(after[0]?.lead).toBe(first?.lead);
    expect(after[1]?.lead).not.toBe(second?.lead);
    expect(
      imbalanceOf(
        [ada, bo, cai, dan, eli],
        after.map(({ lead }) => lead),
      ),
    ).toBe(1);
    expect(valueOf(await planRota.call(await at(ada), { slug: group })).changed).toBe(0);
  });

  test("somebody joins: on the list of what comes, at the end of the rota; somebody leaves: their turns pass on", async () => {
    const group = await aTerm([ada, bo, cai]);
    const before = (await rows(group)).map(({ lead }) => lead);
    valueOf(await addMembers.call(await at(ada, new Date(now.getTime() + 60_000)), { slug: group, staffNos: await staffNoOf(dan) }));
    const [next] = await rows(group);
    const list = async () =>
      (
        await desk
          .select()
          .from(meetingPeople)
          .where(and(eq(meetingPeople.meetingId, next?.id ?? 0), isNull(meetingPeople.removedAt)))
      ).map(({ personId }) => personId);
    expect(await list()).toContain(dan);
    valueOf(await planRota.call(await at(ada, new Date(now.getTime() + 120_000)), { slug: group }));
    const joined = (await rows(group)).map(({ lead }) => lead);
    expect(joined.filter((lead) => lead !== dan)).toEqual(before.slice(0, joined.filter((lead) => lead !== dan).length));
    expect(joined[3]).toBe(dan);
    valueOf(await leaveGroup.call(await at(bo), { slug: group }));
    expect((await rows(group)).every(({ lead }) => lead !== null && lead !== bo)).toBe(true);
    expect(await list()).not.toContain(bo);
    const kept = await desk.select().from(groupMembers).where(eq(groupMembers.personId, bo));
    expect(kept.some(({ leftAt }) => leftAt !== null)).toBe(true);
    expect(valueOf(await getGroup.call(await at(ada), { slug: group })).former).toMatchObject([{ name: "博文" }]);
    expect(refusalOf(await getRota.call(await at(bo), { slug: group }))).toBe("not-found");
  });
});

describe("a swap in two taps", () => {
  let group = "";
  let first: Awaited<ReturnType<typeof rows>>[number], second: typeof first, third: typeof first;
  const ask = async (who: number | null, meetingId: number, withMeetingId: number) =>
    askSwap.call(await at(who ?? 0), { slug: group, meetingId, withMeetingId });
  beforeAll(async () => {
    group = await aTerm([ada, bo, cai]);
    const all = await rows(group);
    [first, second, third] = [all[0], all[1], all[2]] as [typeof first, typeof first, typeof first];
  });

  test("one asks, the other agrees: both lead the other's, both are told; a second answer is refused", async () => {
    expect(refusalOf(await ask(second.lead, first.id, second.id))).toBe("not-your-turn");
    expect(refusalOf(await ask(stranger, first.id, second.id))).toBe("not-found");
    const { id } = valueOf(await ask(first.lead, first.id, second.id));
    expect(refusalOf(await ask(first.lead, first.id, third.id))).toBe("already-asked-swap");
    expect(await kindsOf(second.lead ?? 0)).toContain("swap-asked");
    const waiting = valueOf(await getRota.call(await at(second.lead ?? 0), { slug: group })).toAnswer;
    expect(waiting).toMatchObject([{ id, title: "第一章", withTitle: "第二章" }]);
    expect(refusalOf(await answerSwap.call(await at(third.lead ?? 0), { id, agree: true }))).toBe("not-found");
    const both = await Promise.all([1, 2].map(async () => answerSwap.call(await at(second.lead ?? 0), { id, agree: true })));
    expect(both.map(refusalOf).sort()).toEqual(["already-answered-swap", "ok"]);
    const after = await rows(group);
    expect([after[0]?.lead, after[1]?.lead]).toEqual([second.lead, first.lead]);
    const reading = await desk
      .select()
      .from(agendaItems)
      .where(and(eq(agendaItems.meetingId, first.id), eq(agendaItems.kind, "reading")));
    expect(reading[0]?.personId).toBe(second.lead);
    expect(await kindsOf(first.lead ?? 0)).toContain("swap-accepted");
    expect(await kindsOf(second.lead ?? 0)).toContain("swap-done");
    valueOf(await planRota.call(await at(ada), { slug: group }));
    expect((await rows(group)).slice(0, 2).map(({ lead }) => lead)).toEqual([second.lead, first.lead]);
  });

  test("a meeting that moved since is not swapped; no is told; taken back is taken back", async () => {
    const all = await rows(group);
    const [mine, theirs] = [all[3], all[4]] as [typeof first, typeof first];
    const { id } = valueOf(await ask(mine.lead, mine.id, theirs.id));
    const plan = await planOf(group);
    const said = { slug: group, id: plan?.id ?? 0, revision: 1, meetingId: theirs.id };
    valueOf(await moveDay.call(await at(ada), { ...said, day: "2027-03-05", startClock: "14:30", endClock: "16:00" }));
    expect(refusalOf(await answerSwap.call(await at(theirs.lead ?? 0), { id, agree: true }))).toBe("swap-changed");
    valueOf(await answerSwap.call(await at(theirs.lead ?? 0), { id, agree: false }));
    expect(await kindsOf(mine.lead ?? 0)).toContain("swap-declined");
    const again = valueOf(await ask(mine.lead, mine.id, theirs.id));
    expect(refusalOf(await withdrawSwap.call(await at(theirs.lead ?? 0), { id: again.id }))).toBe("not-found");
    valueOf(await withdrawSwap.call(await at(mine.lead ?? 0), { id: again.id }));
    expect(refusalOf(await answerSwap.call(await at(theirs.lead ?? 0), { id: again.id, agree: true }))).toBe("already-answered-swap");
    const late = new Date("2027-12-01T00:00:00Z");
    expect(
      refusalOf(await askSwap.call(await at(mine.lead ?? 0, late), { slug: group, meetingId: mine.id, withMeetingId: theirs.id })),
    ).toBe("meeting-begun");
  });
});

test("a closed group takes nothing more: its meetings to come are cancelled, its office still sees it", async () => {
  const group = await aTerm([ada, bo]);
  expect(refusalOf(await closeGroup.call(await at(ada), { slug: group }))).toBe("not-found");
  expect(valueOf(await closeGroup.call(await at(office), { slug: group, reason: "任期已满" })).cancelled).toBe(6);
  expect(refusalOf(await closeGroup.call(await at(office), { slug: group }))).toBe("already-closed-group");
  expect(refusalOf(await makePlan.call(await at(office), { ...term, slug: group }))).toBe("group-closed");
  expect(refusalOf(await planRota.call(await at(office), { slug: group }))).toBe("group-closed");
  expect(refusalOf(await addMembers.call(await at(office), { slug: group, staffNos: await staffNoOf(cai) }))).toBe("group-closed");
  expect(refusalOf(await planRota.call(await at(ada), { slug: group }))).toBe("not-found");
  expect(valueOf(await getGroup.call(await at(office), { slug: group })).closedAt).toEqual(now);
  expect(await kindsOf(bo)).toContain("group-closed");
});
