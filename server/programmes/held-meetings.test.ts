// Longer than a screen: one item's life between a programme and the meeting it is.
import { desc, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "#db/client.ts";
import { meetings } from "#db/schema/meetings.ts";
import { audit } from "#db/schema/operations.ts";
import { recomputeOutcomes } from "#server/jobs/recompute-outcomes.ts";
import { lockDueRecords } from "#server/records/lock-records-job.ts";
import { addGuest } from "#server/room/add-guest.ts";
import { closeMeeting } from "#server/room/close-meeting.ts";
import { openMeeting } from "#server/room/open-meeting.ts";
import { reopenMeeting } from "#server/room/reopen-meeting.ts";
import { tickPerson } from "#server/room/tick-person.ts";
import { undoCheckIn } from "#server/room/undo-check-in.ts";
import { aMeeting } from "#tests/world/meeting.ts";
import { refusalOf, valueOf } from "#tests/world/outcome.ts";
import { aBranch, aPerson, as } from "#tests/world/people.ts";
import { aRoom, at } from "#tests/world/room.ts";
import { aDraft, anItem, aProgramme, day } from "#tests/world/study-plan.ts";
import { getItem } from "./get-item.ts";
import { getProgramme } from "./get-programme.ts";
import { getProgrammeDesk } from "./get-programme-desk.ts";
import { listAttendance } from "./list-attendance.ts";
import { listHeldMeetings } from "./list-held-meetings.ts";
import { makeProgramme } from "./make-programme.ts";
import { noteAttendance } from "./note-attendance.ts";
import { publishProgramme } from "./publish-programme.ts";
import { saveProgramme } from "./save-programme.ts";
import { syncProgrammes } from "./sync-programmes.ts";

const desk = () => database("desk");
const meetingItem = (meetingId: number) => anItem("m", { kind: "meeting", meetingId });

/** A private group's meeting, a programme of its branch with an item that is this meeting, and who organizes there. */
async function held() {
  const room = await aRoom(3);
  const organizer = await aPerson(room.branch.id, { held: [{ office: "organizer", branchId: room.branch.id }] });
  const slug = await aProgramme(organizer, aDraft(room.branch.id, [meetingItem(room.meetingId)]));
  const { modules } = valueOf(await getProgramme.call(await as(room.chair, at(-60)), { slug }));
  const id = modules[0]?.items[0]?.id ?? 0;
  const stands = async (personId: number, seconds: number) => {
    const { state, doneAt, meeting } = valueOf(await getItem.call(await as(personId, at(seconds)), { slug, id }));
    return { state, doneAt, mode: meeting?.own?.mode ?? null };
  };
  const differences = async () => (await recomputeOutcomes()).found.filter((found) => found.id === id || found.what === "task");
  return { ...room, organizer, slug, id, stands, differences };
}

test("who was there, late or online, has done the item from the check-in on, when the meeting is closed and not before", async () => {
  const { chair, members, does, stands, organizer, slug, id, differences } = await held();
  const [one = 0, late = 0, absent = 0] = members;
  await does(openMeeting, chair, 0);
  await does(tickPerson, chair, 30, { personId: one });
  await does(tickPerson, chair, 1_800, { personId: late, mode: "online" });
  expect(await stands(one, 1_900)).toMatchObject({ doneAt: null, mode: null });
  await does(closeMeeting, chair, 3_600);
  expect(await stands(one, 3_700)).toEqual({ state: "done", doneAt: at(30), mode: "on_site" });
  expect(await stands(late, 3_700)).toEqual({ state: "done", doneAt: at(1_800), mode: "online" });
  expect(await stands(absent, 3_700)).toMatchObject({ doneAt: null, mode: null });
  const list = valueOf(await listAttendance.call(await as(organizer, at(3_700)), { slug, id }));
  expect(list).toMatchObject({ isHeld: true, meetingPage: expect.any(Number), onSite: 2, online: 1, startsAt: at(0) });
  expect(await differences()).toEqual([]);
});

test("a tick after the closing counts at once, one undone takes the item back, until the record is locked", async () => {
  const { chair, members, does, says, stands, differences } = await held();
  const [one = 0, two = 0] = members;
  await does(openMeeting, chair, 0);
  await does(tickPerson, chair, 30, { personId: one });
  await does(closeMeeting, chair, 3_600);
  await does(tickPerson, chair, 4_000, { personId: two });
  expect(await stands(two, 4_001)).toMatchObject({ doneAt: at(4_000) });
  await does(undoCheckIn, chair, 4_100, { personId: one });
  expect(await stands(one, 4_101)).toMatchObject({ doneAt: null, mode: null });
  await does(tickPerson, chair, 4_200, { personId: one, mode: "online" });
  expect(await stands(one, 4_201)).toMatchObject({ doneAt: at(4_200), mode: "online" });
  // The same tick with the other side changes the side and keeps the moment.
  await does(tickPerson, chair, 4_300, { personId: one });
  expect(await stands(one, 4_301)).toMatchObject({ doneAt: at(4_200), mode: "on_site" });
  expect(await differences()).toEqual([]);
  await lockDueRecords(at(3_600 + 4 * 86_400));
  expect(refusalOf(await says(undoCheckIn, chair, 3_600 + 4 * 86_400, { personId: one }))).toBe("meeting-is-over");
});

test("a meeting that is opened again takes the items back until it is closed for good", async () => {
  const { chair, members, does, stands, differences } = await held();
  const [one = 0] = members;
  await does(openMeeting, chair, 0);
  await does(tickPerson, chair, 30, { personId: one });
  await does(closeMeeting, chair, 600);
  await does(reopenMeeting, chair, 700);
  expect(await stands(one, 701)).toMatchObject({ doneAt: null, mode: null });
  expect(await differences()).toEqual([]);
  await does(closeMeeting, chair, 3_600);
  expect(await stands(one, 3_601)).toMatchObject({ doneAt: at(30), mode: "on_site" });
});

test("a guest noted after the closing has it, and whoever never closed a meeting has it closed by the lock", async () => {
  const first = await held();
  await first.does(openMeeting, first.chair, 0);
  await first.does(closeMeeting, first.chair, 3_600);
  const { rows } = await desk().execute<{ staff_no: string }>(sql`select staff_no from people where id = ${first.outsider}`);
  await first.does(addGuest, first.chair, 3_700, { who: rows[0]?.staff_no ?? "" });
  expect(await first.stands(first.outsider, 3_701)).toMatchObject({ doneAt: at(3_700) });
  const second = await held();
  await second.does(openMeeting, second.chair, 0);
  await second.does(tickPerson, second.chair, 60, { personId: second.recorder });
  expect(await second.stands(second.recorder, 7_300)).toMatchObject({ doneAt: null });
  await lockDueRecords(at(7_200 + 4 * 86_400));
  expect(await second.stands(second.recorder, 7_200 + 4 * 86_400)).toMatchObject({ doneAt: at(60) });
});

test("a programme that is published after the meeting was held counts it; so does one that did not see the closing", async () => {
  const room = await aRoom(2);
  const organizer = await aPerson(room.branch.id, { held: [{ office: "organizer", branchId: room.branch.id }] });
  const { slug } = valueOf(await makeProgramme.call(await as(organizer, day(1)), aDraft(room.branch.id, [meetingItem(room.meetingId)])));
  await room.does(openMeeting, room.chair, 0);
  const [one = 0] = room.members;
  await room.does(tickPerson, room.chair, 5, { personId: one });
  await room.does(closeMeeting, room.chair, 3_600);
  valueOf(await publishProgramme.call(await as(organizer, at(5_000)), { slug }));
  const doneOf = async (personId: number) =>
    valueOf(await getProgramme.call(await as(personId, at(5_001)), { slug })).modules[0]?.items[0]?.doneAt;
  expect(await doneOf(one)).toEqual(at(5));
  // As it would be if the room had not seen the programme: a check-in that nothing was made of.
  await desk().execute(sql`insert into check_ins (meeting_id, person_id, mode, how, checked_in_at, noted_by)
    values (${room.meetingId}, ${room.recorder}, 'on_site', 'tick', ${at(6)}, ${room.chair})`);
  await syncProgrammes(at(5_001));
  expect(await doneOf(room.recorder)).toEqual(at(6));
});

test("the time and place are the meeting's, and nobody ticks by hand what it tells", async () => {
  const { organizer, slug, id, meetingId, chair, members, does } = await held();
  const [one = 0] = members;
  const later = new Date(at(0).getTime() + 86_400_000);
  await desk()
    .update(meetings)
    .set({ startsAt: later, endsAt: new Date(later.getTime() + 7_200_000), place: "二楼会议室" })
    .where(eq(meetings.id, meetingId));
  const seen = valueOf(await getItem.call(await as(one, at(0)), { slug, id }));
  expect(seen.meeting).toMatchObject({ startsAt: later, place: "二楼会议室", isHeld: true, page: meetingId });
  const { draft } = valueOf(await getProgrammeDesk.call(await as(organizer, at(0)), { slug }));
  expect(draft.modules[0]?.items[0]).toMatchObject({ meetingId, meeting: { startsAt: later, place: "二楼会议室" } });
  const note = async (mode: string) => noteAttendance.call(await as(organizer, at(100)), { slug, id, people: [one], mode });
  expect(refusalOf(await note("on_site"))).toBe("attendance-of-meeting");
  expect(valueOf(await note("absent"))).toEqual({ changed: 0 });
  await does(openMeeting, chair, 86_400);
  await does(tickPerson, chair, 86_500, { personId: one });
  expect(refusalOf(await note("absent"))).toBe("attendance-of-meeting");
  // Called off, it tells nothing any more.
  await desk()
    .update(meetings)
    .set({ cancelledAt: at(0) })
    .where(eq(meetings.id, meetingId));
  expect(valueOf(await note("on_site"))).toEqual({ changed: 1 });
});

test("only a meeting one may see can be named, and what was named before stays for the next editor", async () => {
  const { slug, organizer, meetingId, branch } = await held();
  const county = await aBranch();
  const stranger = await aPerson(county.id, { held: [{ office: "organizer", branchId: county.id }] });
  const made = await makeProgramme.call(await as(stranger, day(-1)), aDraft(county.id, [meetingItem(meetingId)]));
  expect(made).toMatchObject({ ok: false, fields: [{ path: "modules.0.items.0.meetingId", code: "not-found" }] });
  const look = async (who: number, branchId: number, more: object = {}) =>
    valueOf(await listHeldMeetings.call(await as(who, at(0)), { branchId, ...more })).meetings.map(({ id }) => id);
  expect(await look(stranger, county.id)).not.toContain(meetingId);
  expect(await look(organizer, branch.id)).toEqual([meetingId]);
  expect(await look(organizer, branch.id, { day: "2026-12-03" })).toEqual([meetingId]);
  expect(await look(organizer, branch.id, { day: "2026-12-04" })).toEqual([]);
  expect(await look(organizer, branch.id, { q: "没有这个标题" })).toEqual([]);
  expect(refusalOf(await listHeldMeetings.call(await as(stranger, at(0)), { branchId: branch.id }))).toBe("not-found");
  const { draft, revision } = valueOf(await getProgrammeDesk.call(await as(organizer, at(0)), { slug }));
  const body = JSON.parse(JSON.stringify(draft));
  expect(valueOf(await saveProgramme.call(await as(organizer, at(0)), { ...body, slug, revision })).made).toBe(0);
});

test("an item becomes another meeting as long as its own was not held, with a line in the audit; tasks stand as they stood", async () => {
  const { slug, organizer, meetingId, branch, id, chair, members, does, stands } = await held();
  const [one = 0] = members;
  const saves = async (next: number | null, seconds: number) => {
    const { draft, revision } = valueOf(await getProgrammeDesk.call(await as(organizer, at(seconds)), { slug }));
    const body = JSON.parse(JSON.stringify(draft));
    body.modules[0].items[0].meetingId = next;
    return saveProgramme.call(await as(organizer, at(seconds)), { ...body, slug, revision });
  };
  const again = await aMeeting({ branchId: branch.id, startsAt: day(3), people: [{ id: one, branchId: branch.id }] });
  // Somebody else's, which the organizer does not see, cannot be named.
  expect(refusalOf(await saves((await aRoom(1)).meetingId, -50))).toContain("modules.0.items.0.meetingId");
  expect(valueOf(await saves(again, -40))).toMatchObject({ made: 0, cancelled: 0 });
  const [written] = await desk()
    .select({ after: audit.after })
    .from(audit)
    .where(eq(audit.action, "programme.edit"))
    .orderBy(desc(audit.id))
    .limit(1);
  expect(written?.after).toMatchObject({ relinked: [{ item: id, from: meetingId, to: again }] });
  expect(valueOf(await saves(meetingId, -30))).toMatchObject({ made: 0, cancelled: 0 });
  await does(openMeeting, chair, 0);
  expect(refusalOf(await saves(again, 10))).toBe("invalid@modules.0.items.0.meetingId");
  expect(refusalOf(await saves(null, 20))).toBe("invalid@modules.0.items.0.meetingId");
  await does(tickPerson, chair, 30, { personId: one });
  await does(closeMeeting, chair, 3_600);
  expect(await stands(one, 3_700)).toMatchObject({ state: "done", doneAt: at(30) });
});
