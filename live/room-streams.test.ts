// Longer than a screen: each test is one promise to whoever has a meeting open.
import { get, type IncomingMessage, type Server } from "node:http";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { mintRoomTicket, mintStreamTicket } from "#server/attempts/ticket.ts";
import { noteMeetingChange } from "#server/meetings/note-change.ts";
import { forgetMeetingChanges } from "#server/room/forget-changes.ts";
import { type LiveWorld, openLiveWorld } from "#tests/live/live-world.ts";
import { echoPages, openTestDoor, send, type TestDoor } from "#tests/live/test-door.ts";
import { aMeeting } from "#tests/world/meeting.ts";

let world: LiveWorld;
let pages: { server: Server; port: number };
let door: TestDoor;
let branchId = 0;
const watching: IncomingMessage[] = [];

beforeAll(async () => {
  world = await openLiveWorld();
  pages = await echoPages();
  branchId = await world.branch();
});
beforeEach(async () => {
  door = await openTestDoor(pages.port);
});
afterEach(async () => {
  for (const one of watching.splice(0)) one.destroy();
  await door.end();
});
afterAll(async () => {
  pages.server.close();
  await world.end();
});

const now = () => new Date();
const change = async (meetingId: number, what: Parameters<typeof noteMeetingChange>[2], text: string, values: unknown[]) => {
  await world.db.query(text, values);
  await database("play").transaction((tx) => noteMeetingChange(tx, meetingId, what, now()));
};

/** A meeting that runs, with so many people on its list. */
async function running(people: number) {
  const ids: number[] = [];
  for (let made = 0; made < people; made += 1) ids.push(await world.person(branchId));
  const meetingId = await aMeeting({
    branchId,
    startsAt: new Date(Date.now() - 60_000),
    openedAt: new Date(Date.now() - 60_000),
    people: ids.map((id) => ({ id, branchId })),
  });
  return { meetingId, ids };
}

/** Opens a stream and collects what it says. */
async function listen(meetingId: number, personId: number, over: { path?: number; ticket?: string } = {}) {
  const sessionId = await world.session(personId, now());
  const ticket = over.ticket ?? mintRoomTicket({ meetingId, personId, sessionId, now: now() });
  const seen = { status: 0, isEnded: false, raw: "", sessionId };
  await new Promise<void>((resolve, reject) => {
    const path = `/api/streams/meetings/${over.path ?? meetingId}?ticket=${ticket}`;
    get({ port: door.port, host: "127.0.0.1", path, headers: { host: "localhost" } }, (found) => {
      watching.push(found);
      seen.status = found.statusCode ?? 0;
      found.setEncoding("utf8");
      found.on("data", (text: string) => (seen.raw += text));
      for (const end of ["end", "close", "error"]) found.on(end, () => (seen.isEnded = true));
      resolve();
    }).on("error", reject);
  });
  return seen;
}
type Heard = Awaited<ReturnType<typeof listen>>;
const rooms = (heard: Heard) => [...heard.raw.matchAll(/^event: room\ndata: (.*)$/gm)].map(([, data]) => JSON.parse(data ?? "{}"));

test("whoever comes in is told the clock and the room, and everybody hears of a change within a second", async () => {
  const { meetingId, ids } = await running(3);
  const heard = await Promise.all(ids.map((id) => listen(meetingId, id)));
  for (const one of heard) {
    await expect.poll(() => rooms(one).length).toBe(1);
    expect(one.raw).toMatch(/event: clock\ndata: {"serverNow":"\d{4}-/);
    expect(rooms(one)[0]).toMatchObject({ state: "in_session", agenda: [], queue: [], counts: { expected: 3, here: 0 }, forum: null });
  }
  const committed = performance.now();
  await change(meetingId, "queue", "insert into speaking_queue (meeting_id, person_id, asked_at) values ($1, $2, now())", [
    meetingId,
    ids[1],
  ]);
  for (const one of heard) await expect.poll(() => rooms(one).length, { timeout: 1_000, interval: 10 }).toBe(2);
  expect(performance.now() - committed).toBeLessThan(1_000);
  expect(rooms(heard[0] as Heard)[1]).toMatchObject({
    queue: [{ personId: ids[1], calledAt: null }],
    marks: { queue: expect.any(Number) },
  });
  expect(new Set(heard.map((one) => JSON.stringify(rooms(one)[1]))).size).toBe(1);
});

test("what is said holds no code, no answer of anybody, no right option and no score", async () => {
  const { meetingId, ids } = await running(2);
  const [poll] = (
    await world.db.query(
      "insert into meeting_polls (meeting_id, kind, question, options, created_at, opened_at) values ($1, 'quiz', '问', array['选甲', '选乙'], now(), now()) returning id",
      [meetingId],
    )
  ).rows;
  await world.db.query("insert into meeting_secrets (meeting_id, secret, code) values ($1, 'zq-secret', '918273')", [meetingId]);
  await world.db.query("insert into meeting_poll_keys (poll_id, \"right\", explanation) values ($1, array[1], 'zq-why')", [poll.id]);
  await world.db.query("update meetings set forum = $2 where id = $1", [meetingId, JSON.stringify({ ...FORUM })]);
  const [presenter] = (await world.db.query("insert into forum_presenters (meeting_id, name) values ($1, '甲') returning id", [meetingId]))
    .rows;
  await world.db.query("insert into forum_scores (presenter_id, judge_id, milli, scored_at) values ($1, $2, 87654, now())", [
    presenter.id,
    ids[0],
  ]);
  const one = await listen(meetingId, ids[1] as number);
  await change(meetingId, "polls", "insert into poll_answers (poll_id, person_id, choices, answered_at) values ($1, $2, array[1], now())", [
    poll.id,
    ids[0],
  ]);
  await expect.poll(() => rooms(one).at(-1)?.polls[0]?.answered, { timeout: 2_000 }).toBe(1);
  for (const hidden of ["zq-", "918273", "choices", "right", "87654"]) expect(one.raw, hidden).not.toContain(hidden);
  expect(rooms(one).at(-1)).toMatchObject({ polls: [{ options: ["选甲", "选乙"] }], forum: { presenters: [{ scores: 1 }] } });
});
const FORUM = {
  limitMs: 480_000,
  warnMs: 60_000,
  maxMilli: 100_000,
  dropHighest: 1,
  dropLowest: 1,
  tie: "share",
  prizes: [],
  seed: "",
  closedAt: null,
};

test("taken off the list the stream ends, and its ticket opens it no more; others stay", async () => {
  const { meetingId, ids } = await running(2);
  const [goes, stays] = [await listen(meetingId, ids[0] as number), await listen(meetingId, ids[1] as number)];
  await expect.poll(() => rooms(goes).length + rooms(stays).length).toBe(2);
  await change(meetingId, "people", "update meeting_people set removed_at = now() where meeting_id = $1 and person_id = $2", [
    meetingId,
    ids[0],
  ]);
  await expect.poll(() => goes.isEnded, { timeout: 3_000 }).toBe(true);
  expect((await listen(meetingId, ids[0] as number)).status).toBe(404);
  expect(stays.isEnded).toBe(false);
});

test("a revoked sign-in ends the stream", async () => {
  const { meetingId, ids } = await running(1);
  const heard = await listen(meetingId, ids[0] as number);
  await expect.poll(() => rooms(heard).length).toBe(1);
  await world.db.query("update sessions set revoked_at = now() where id = $1", [heard.sessionId]);
  await expect.poll(() => heard.isEnded, { timeout: 5_000 }).toBe(true);
});

test("another's address, a contest's ticket, a forged one and nobody's meeting are refused; a fourth stream is too many", async () => {
  const { meetingId, ids } = await running(2);
  const [me, other] = ids as [number, number];
  const sessionId = await world.session(me, now());
  expect((await listen(meetingId, me, { path: meetingId + 1 })).status).toBe(404);
  const contest = mintStreamTicket({ contestId: meetingId, personId: me, sessionId, attemptId: null, now: now() });
  expect((await listen(meetingId, me, { ticket: contest })).status).toBe(401);
  expect((await send(door.port, `/api/streams/meetings/${meetingId}?ticket=a.b`, { headers: { host: "localhost" } })).status).toBe(401);
  expect((await listen(9_000_000, other)).status).toBe(404);
  for (const status of [200, 200, 200, 429]) expect((await listen(meetingId, me)).status).toBe(status);
  expect((await listen(meetingId, other)).status).toBe(200);
});

test("leaving, the door sends everybody off with another time to return", async () => {
  const { meetingId, ids } = await running(1);
  const heard = await listen(meetingId, ids[0] as number);
  await expect.poll(() => rooms(heard).length).toBe(1);
  door.streams.close();
  await expect.poll(() => heard.isEnded).toBe(true);
  expect(heard.raw).toMatch(/retry: [1-4]\d{3}\nevent: restart/);
});

test("old changes are forgotten, but never the newest: the feed goes on from its number", async () => {
  const { meetingId } = await running(1);
  await world.db.query("update meeting_changes set changed_at = now() - interval '2 days'");
  await database("play").transaction((tx) => noteMeetingChange(tx, meetingId, "agenda", new Date(Date.now() - 3 * 86_400_000)));
  await forgetMeetingChanges(now());
  expect((await world.db.query("select change from meeting_changes")).rows).toEqual([{ change: "agenda" }]);
});
