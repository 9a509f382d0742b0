// Above 150 lines: one story of a group's meeting from its making to the day before it, with what is refused on the way.
import { sql } from "drizzle-orm";
import ICAL from "ical.js";
import { beforeAll, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { aGroup } from "#tests/world/meeting.ts";
import { aBranch, anOrganisation, aPerson, as } from "#tests/world/people.ts";
import { addAgendaItem } from "./add-agenda-item.ts";
import { addParty } from "./add-party.ts";
import { announceMeeting } from "./announce-meeting.ts";
import { askQuestion } from "./ask-question.ts";
import { cancelMeeting } from "./cancel-meeting.ts";
import { drawFeed } from "./draw-feed.ts";
import { editMeeting } from "./edit-meeting.ts";
import { findNextMeeting } from "./find-next-meeting.ts";
import { getFeed } from "./get-feed.ts";
import { getMeeting } from "./get-meeting.ts";
import { getMeetingCard } from "./get-meeting-card.ts";
import { getMeetingIcs } from "./get-meeting-ics.ts";
import { invitePeople } from "./invite-people.ts";
import { listMeetings } from "./list-meetings.ts";
import { makeMeeting } from "./make-meeting.ts";
import { moveAgendaItem } from "./move-agenda-item.ts";
import { remindMeetings } from "./remind-meetings.ts";
import { removeAgendaItem } from "./remove-agenda-item.ts";
import { removeFeed } from "./remove-feed.ts";
import { removeQuestion } from "./remove-question.ts";
import { replyMeeting } from "./reply-meeting.ts";
import { saveKind } from "./save-kind.ts";
import { uninvitePerson } from "./uninvite-person.ts";

const now = new Date("2026-11-20T02:00:00Z");
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
let branch: { id: number };
let group: { slug: string };
let [leader, deputy, member, stranger, admin] = [0, 0, 0, 0, 0];

const wishes = { title: "第一次研读", kind: "reading", startsAt: "2026-12-03T14:30", endsAt: "2026-12-03T16:00", place: "三楼会议室" };
const told = async (personId: number) =>
  (await database("desk").execute<{ kind: string }>(sql`select kind from notices where person_id = ${personId} order by id`)).rows.map(
    ({ kind }) => kind,
  );
const made = async (more: object = {}) => {
  const said = await makeMeeting.call(await as(leader, now), { ...wishes, group: group.slug, ...more });
  if (!said.ok) throw new Error(said.code);
  return said.value.id;
};
const shown = async (person: number, id: number, at = now) => {
  const said = await getMeeting.call(await as(person, at), { id });
  if (!said.ok) throw new Error(said.code);
  return said.value;
};

beforeAll(async () => {
  await anOrganisation(false);
  branch = await aBranch();
  [leader, deputy, member] = [await aPerson(branch.id), await aPerson(branch.id), await aPerson(branch.id)];
  stranger = await aPerson(branch.id);
  admin = await aPerson(branch.id, { held: [{ office: "admin", branchId: branch.id }] });
  group = await aGroup(branch.id, [leader, deputy, member]);
});

test("a group's meeting has its template's agenda with times, its members on the list, the leader in the chair", async () => {
  const meeting = await shown(leader, await made());
  expect(meeting.state).toBe("planned");
  expect(meeting.startsAt).toEqual(new Date("2026-12-03T06:30:00Z"));
  expect(meeting.chair?.id).toBe(leader);
  expect(meeting.recorder?.id).toBe(deputy);
  expect(meeting.inside?.counts).toMatchObject({ people: 3, silent: 3 });
  expect(meeting.inside?.agenda.map(({ kind, at }) => [kind, at.toISOString().slice(11, 16)])).toEqual([
    ["opening", "06:30"],
    ["reading", "06:35"],
    ["discussion", "06:55"],
    ["quiz", "07:40"],
    ["closing", "07:50"],
  ]);
});

test("what cannot be is refused at its field, and nothing is made", async () => {
  const asked = async (more: object, person = leader) => {
    const said = await makeMeeting.call(await as(person, now), { ...wishes, group: group.slug, ...more });
    return said.ok ? "made" : [said.code, said.fields[0]?.path].filter(Boolean).join(" ");
  };
  const count = () => database("desk").execute(sql`select id from meetings`);
  const before = (await count()).rows.length;
  expect(await asked({ endsAt: "2026-12-03T14:30" })).toBe("ends-before-start endsAt");
  expect(await asked({ endsAt: "2026-12-30T14:30" })).toBe("meeting-too-long endsAt");
  expect(await asked({ kind: "no-such" })).toBe("no-such-kind kind");
  expect(await asked({ link: "javascript:alert(1)" })).toBe("invalid link");
  expect(await asked({ title: "长".repeat(400) })).toBe("invalid title");
  expect(await asked({ group: undefined })).toBe("group-or-branch group");
  expect(await asked({ branchId: branch.id })).toBe("group-or-branch group");
  expect(await asked({}, member)).toBe("not-found");
  expect((await count()).rows.length).toBe(before);
});

test("announced a fortnight ahead everybody on the list is told once; a day ahead it is said to be short notice", async () => {
  const id = await made();
  expect(await announceMeeting.call(await as(member, now), { id })).toMatchObject({ ok: false, code: "not-found" });
  expect(await announceMeeting.call(await as(leader, now), { id })).toMatchObject({ value: { told: 3, isShortNotice: false } });
  expect(await announceMeeting.call(await as(leader, now), { id })).toMatchObject({ ok: false, code: "already-announced" });
  expect(await told(member)).toContain("meeting-announced");
  const soon = await made({ startsAt: later(30).toISOString(), endsAt: later(31).toISOString() });
  expect(await announceMeeting.call(await as(leader, now), { id: soon })).toMatchObject({ value: { isShortNotice: true } });
  expect((await shown(member, soon)).isShortNotice).toBe(true);
  expect(await told(member)).toContain("meeting-short-notice");
  const past = await made({ startsAt: later(-2).toISOString(), endsAt: later(1).toISOString() });
  expect(await announceMeeting.call(await as(leader, now), { id: past })).toMatchObject({ ok: false, code: "meeting-begun" });
});

test("who is on the list replies until it begins; a leave needs a reason outside light-burden mode; replies are shown to those who need them", async () => {
  const id = await made();
  const reply = async (person: number, more: object, at = now) => {
    const said = await replyMeeting.call(await as(person, at), { id, ...more });
    return said.ok ? said.value.reply : said.code;
  };
  expect(await reply(member, { reply: "yes" })).toBe("not-announced");
  await announceMeeting.call(await as(leader, now), { id });
  expect(await reply(member, { reply: "leave" })).toBe("reason-required");
  expect(await reply(member, { reply: "leave", reason: "出差" })).toBe("leave");
  expect(await reply(deputy, { reply: "online" })).toBe("online");
  expect(await reply(stranger, { reply: "yes" })).toBe("not-found");
  const seen = await shown(leader, id);
  expect(seen.inside?.counts).toMatchObject({ online: 1, leave: 1, silent: 1 });
  expect(seen.inside?.people.find((person) => person.id === member)).toMatchObject({ reply: "leave", replyReason: "出差" });
  // A member hears of the counts and of oneself.
  const own = await shown(member, id);
  expect(own.inside?.people.map((person) => [person.id, person.reply])).toEqual(
    own.inside?.people.map((person) => [person.id, person.id === member ? "leave" : null]),
  );
  expect(await reply(member, { reply: "yes" }, new Date("2026-12-03T06:31:00Z"))).toBe("meeting-begun");
});

test("two who edit at once do not overwrite each other, and who was told of another time is told again", async () => {
  const id = await made();
  await announceMeeting.call(await as(leader, now), { id });
  const edit = (revision: number, more: object = {}) =>
    as(leader, now).then((context) => {
      const { kind: _kind, ...fields } = wishes;
      return editMeeting.call(context, { ...fields, id, revision, chairId: leader, ...more });
    });
  expect(await edit(2, { startsAt: "2026-12-03T15:00", endsAt: "2026-12-03T16:30" })).toMatchObject({ value: { revision: 3 } });
  expect(await edit(2, { title: "另一个题目" })).toMatchObject({ ok: false, code: "changed-meanwhile" });
  expect(await told(member)).toContain("meeting-changed");
  // Who asked for leave may be able to come now.
  await replyMeeting.call(await as(deputy, now), { id, reply: "leave", reason: "出差" });
  const heard = (await told(deputy)).length;
  expect(await edit(3, { startsAt: "2026-12-03T15:30", endsAt: "2026-12-03T17:00" })).toMatchObject({ value: { revision: 4 } });
  expect((await told(deputy)).length).toBe(heard + 1);
  expect(await edit(4, { recorderId: stranger })).toMatchObject({ ok: false, code: "not-on-roster" });
  expect((await shown(member, id)).startsAt).toEqual(new Date("2026-12-03T07:30:00Z"));
});

test("the agenda is added to, moved and shortened; a stranger is invited and taken off; another group joins", async () => {
  const id = await made();
  const chair = await as(leader, now);
  const added = await addAgendaItem.call(chair, { id, kind: "talk", title: "青年交流", minutes: 15, personId: member });
  if (!added.ok) throw new Error(added.code);
  expect(await addAgendaItem.call(chair, { id, title: "旁听", minutes: 5, personId: stranger })).toMatchObject({
    ok: false,
    code: "not-on-roster",
  });
  expect(await addAgendaItem.call(chair, { id, title: "读书", minutes: 5, material: "no-such" })).toMatchObject({
    code: "no-such-material",
  });
  await moveAgendaItem.call(chair, { id, item: added.value.id, to: "up" });
  expect((await shown(leader, id)).inside?.agenda.at(-2)?.title).toBe("青年交流");
  await removeAgendaItem.call(chair, { id, item: added.value.id });
  expect((await shown(leader, id)).inside?.agenda.map(({ title }) => title)).not.toContain("青年交流");
  const { rows } = await database("desk").execute<{ staff_no: string }>(sql`select staff_no from people where id = ${stranger}`);
  expect(await getMeeting.call(await as(stranger, now), { id })).toMatchObject({ ok: false, code: "not-found" });
  expect(await invitePeople.call(chair, { id, staffNos: `${rows[0]?.staff_no}、nobody` })).toMatchObject({
    ok: false,
    code: "no-such-person",
  });
  expect(await invitePeople.call(chair, { id, staffNos: rows[0]?.staff_no })).toMatchObject({ value: { added: 1 } });
  expect((await shown(stranger, id)).my.onRoster).toBe(true);
  await uninvitePerson.call(chair, { id, person: stranger });
  expect(await getMeeting.call(await as(stranger, now), { id })).toMatchObject({ ok: false, code: "not-found" });
  const [theirs, guest] = [await aBranch(), 0];
  const outsider = await aPerson(theirs.id);
  const other = await aGroup(theirs.id, [outsider], { isPrivate: false });
  expect(guest).toBe(0);
  // A group one does not know is as unknown as one that does not exist.
  expect(await addParty.call(chair, { id, group: other.slug })).toMatchObject({ ok: false, code: "no-such-group" });
  expect(await addParty.call(chair, { id, branchId: theirs.id })).toMatchObject({ value: { added: 1 } });
  expect(await addParty.call(chair, { id, branchId: theirs.id })).toMatchObject({ ok: false, code: "already-exists" });
  expect((await shown(outsider, id)).parties).toHaveLength(1);
});

test("questions are collected for the lead reader, taken back by their asker, and hidden from who is not of the meeting", async () => {
  const id = await made();
  const asked = await askQuestion.call(await as(member, now), { id, body: "第三段的“再认识”是什么意思？" });
  if (!asked.ok) throw new Error(asked.code);
  expect(await askQuestion.call(await as(stranger, now), { id, body: "我也想问" })).toMatchObject({ ok: false, code: "not-found" });
  expect((await shown(deputy, id)).inside?.questions).toMatchObject([{ body: "第三段的“再认识”是什么意思？", isOwn: false }]);
  expect(await removeQuestion.call(await as(deputy, now), { id, question: asked.value.id })).toMatchObject({
    ok: false,
    code: "not-found",
  });
  expect(await removeQuestion.call(await as(member, now), { id, question: asked.value.id })).toMatchObject({ ok: true });
  expect((await shown(deputy, id)).inside?.questions).toEqual([]);
});

test("a calendar is read by its address until another is drawn; a meeting that was called off says so in it", async () => {
  const id = await made({ link: "https://meet.example.org/7" });
  await announceMeeting.call(await as(leader, now), { id });
  const context = await as(member, now);
  const first = await drawFeed.call(context, {});
  const tokenOf = (path: string) => path.split("/").at(-1) ?? "";
  const feed = async (token: string) => {
    const said = await getFeed.call({ ...context, viewer: { kind: "visitor" } }, { token });
    return said.ok ? Buffer.from(said.value.bytes).toString() : said.code;
  };
  if (!first.ok) throw new Error(first.code);
  expect(await feed(tokenOf(first.value.path))).toContain(`UID:meeting-${id}@zhixing`);
  expect(await feed("wrong")).toBe("not-found");
  await cancelMeeting.call(await as(leader, now), { id, reason: "改期" });
  expect(await feed(tokenOf(first.value.path))).toContain("STATUS:CANCELLED");
  expect(await told(member)).toContain("meeting-cancelled");
  const second = await drawFeed.call(context, {});
  expect(await feed(tokenOf(first.value.path))).toBe("not-found");
  await removeFeed.call(context, {});
  expect(await feed(second.ok ? tokenOf(second.value.path) : "")).toBe("not-found");
  expect(await getMeetingIcs.call(await as(stranger, now), { id })).toMatchObject({ ok: false, code: "not-found" });
});

test("the feed, as it is sent, is read by another parser: long lines folded by octets, and two meetings at one hour in a zone whose summer time comes between", async () => {
  const abroad = { title: `《实践论》选读，第一节；${"认识从实践始，".repeat(12)}`, place: "Bibliothek, Raum 2" };
  const days = ["2027-03-25T14:30:00+01:00", "2027-04-01T14:30:00+02:00"]; // Berlin sets its clocks on the Sunday between
  const ids: number[] = [];
  for (const startsAt of days)
    ids.push(await made({ ...abroad, startsAt, endsAt: new Date(Date.parse(startsAt) + 5_400_000).toISOString() }));
  for (const id of ids) await announceMeeting.call(await as(leader, now), { id });
  const context = await as(member, now);
  const drawn = await drawFeed.call(context, {});
  const said = await getFeed.call(
    { ...context, viewer: { kind: "visitor" } },
    { token: drawn.ok ? (drawn.value.path.split("/").at(-1) ?? "") : "" },
  );
  if (!said.ok) throw new Error(said.code);
  const text = Buffer.from(said.value.bytes).toString();
  const lines = text.split("\r\n");
  expect(lines.filter((line) => Buffer.byteLength(line) > 75 || /[\r\n]/.test(line))).toEqual([]);
  expect(lines.filter((line) => line.startsWith(" ")).length).toBeGreaterThan(4);
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((component) => new ICAL.Event(component));
  const own = events.filter(({ uid }) => ids.some((id) => uid === `meeting-${id}@zhixing`));
  const wall = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Berlin", dateStyle: "short", timeStyle: "short" });
  expect(own.map(({ startDate }) => wall.format(startDate.toJSDate()))).toEqual(["2027-03-25 14:30", "2027-04-01 14:30"]);
  for (const { summary, location } of own) {
    expect(summary).toContain(abroad.title);
    expect(location).toBe(abroad.place);
  }
});

test("its card is a picture that says what changed, in the reader's language, and warns whoever runs it of characters it cannot show", async () => {
  const id = await made({ title: "共读𪚥篇", place: "三楼" });
  const card = async (person: number, language = "zh-CN") => {
    const said = await getMeetingCard.call(await as(person, now), { id, language });
    return said.ok ? Buffer.from(said.value.bytes) : Buffer.from(said.code);
  };
  const first = await card(leader);
  expect(first.toString("latin1", 1, 4)).toBe("PNG");
  expect([first.readUInt32BE(16), first.readUInt32BE(20)]).toEqual([1080, 1440]);
  expect((await card(member)).equals(first)).toBe(true);
  expect((await card(member, "en")).equals(first)).toBe(false);
  expect((await card(stranger)).toString()).toBe("not-found");
  const { revision, rare } = await shown(leader, id);
  expect(rare).toEqual(["𪚥"]);
  expect((await shown(member, id)).rare).toEqual([]);
  const { kind: _kind, ...fields } = { ...wishes, title: "共读𪚥篇", place: "四楼" };
  const edited = await editMeeting.call(await as(leader, now), { ...fields, id, revision });
  expect(edited).toMatchObject({ ok: true });
  expect((await card(leader)).equals(first)).toBe(false);
});

test("the list holds what is to come, a month or the past; the next meeting is one's own", async () => {
  const list = async (person: number, input: object, at = now) => {
    const said = await listMeetings.call(await as(person, at), input);
    return said.ok ? said.value.meetings.map(({ id }) => id) : said.code;
  };
  const id = await made({ startsAt: later(3).toISOString(), endsAt: later(4).toISOString() });
  await announceMeeting.call(await as(leader, now), { id });
  expect(await list(member, {})).toContain(id);
  expect(await list(stranger, {})).toEqual([]);
  expect(await list(member, { month: "2026-11" })).toContain(id);
  expect(await list(member, { month: "2026-10" })).toEqual([]);
  expect(await list(member, { when: "past" }, later(9))).toContain(id);
  expect(await list(member, { kind: "forum" })).toEqual([]);
  expect(await findNextMeeting.call(await as(member, now), {})).toMatchObject({ value: { meeting: { id, onRoster: true } } });
  expect(await findNextMeeting.call(await as(stranger, now), {})).toMatchObject({ value: { meeting: null } });
});

test("a day before it begins those who come are reminded, each once; who asked for leave is left in peace", async () => {
  const id = await made({ startsAt: later(20).toISOString(), endsAt: later(21).toISOString() });
  await announceMeeting.call(await as(leader, later(-200)), { id });
  await replyMeeting.call(await as(deputy, now), { id, reply: "leave", reason: "病假" });
  const reminded = async (person: number) => (await told(person)).filter((kind) => kind === "meeting-soon").length;
  const before = await reminded(member);
  await remindMeetings(now);
  await remindMeetings(later(1));
  expect(await reminded(member)).toBeGreaterThan(before);
  const { rows } = await database("desk").execute<{ person_id: string }>(
    sql`select person_id from notices where kind = 'meeting-soon' and path = ${`/meetings/${id}`}`,
  );
  expect(rows.map(({ person_id }) => Number(person_id)).sort()).toEqual([leader, member].sort());
});

test("a kind of meeting is data: its template is what later meetings begin with", async () => {
  const kind = { name: "晨读", nameEn: "Morning reading", minutes: 30, attend: "members", requiredFields: "title,summary" };
  const save = async (person: number, agenda: string) => saveKind.call(await as(person, now), { key: "morning", ...kind, agenda });
  expect(await save(leader, "[reading] 领读 20")).toMatchObject({ ok: false, code: "forbidden" });
  expect(await save(admin, "没有分钟数")).toMatchObject({ ok: false, code: "invalid" });
  expect(await save(admin, "[reading] 领读 20\n讨论 10")).toMatchObject({ ok: true });
  const meeting = await shown(leader, await made({ kind: "morning" }));
  expect(meeting.inside?.agenda.map(({ kind: of, title, minutes }) => [of, title, minutes])).toEqual([
    ["reading", "领读", 20],
    ["other", "讨论", 10],
  ]);
});
