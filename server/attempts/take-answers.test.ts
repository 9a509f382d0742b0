import { afterAll, beforeAll, expect, test } from "vitest";
import { recheckSignIns } from "#server/people/watch-sign-ins.ts";
import { type LiveWorld, openLiveWorld } from "#tests/live/live-world.ts";
import { takeAnswer } from "./take-answers.ts";
import { mintAnswerTicket } from "./ticket.ts";

const start = new Date("2026-11-22T08:00:00.000Z");
const now = new Date(start.getTime() + 1_000);
let world: LiveWorld;
let made: Awaited<ReturnType<LiveWorld["attempt"]>>;
let ticket: string;

beforeAll(async () => {
  world = await openLiveWorld();
  made = await world.attempt({ startedAt: start });
  ticket = mintAnswerTicket({ attemptId: made.id, personId: made.personId, sessionId: made.sessionId, now: start });
});
afterAll(() => world.end());

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "taken",
    (error: { code?: string }) => error.code,
  );

test("an answer is judged by the key and the author's places are stored", async () => {
  expect(await takeAnswer(made.id, { ticket, slot: 0, seq: 1, response: { picks: [0] } }, now)).toEqual({
    outcome: "saved",
    seq: 1,
    receivedAt: now,
  });
  expect(await takeAnswer(made.id, { ticket, slot: 2, seq: 1, response: { texts: [" 四强 "] } }, now)).toMatchObject({ outcome: "saved" });
  const { rows } = await world.db.query("select slot, milli, is_right from answers where attempt_id = $1 order by slot", [made.id]);
  expect(rows).toEqual([
    { slot: 0, milli: 1_000, is_right: true },
    { slot: 2, milli: 1_000, is_right: true },
  ]);
});

test("right and wrong are told in the same words (TA5)", async () => {
  const right = await takeAnswer(made.id, { ticket, slot: 1, seq: 1, response: { picks: [0] } }, now);
  const wrong = await takeAnswer(made.id, { ticket, slot: 1, seq: 2, response: { picks: [3] } }, now);
  expect(Object.keys(wrong)).toEqual(Object.keys(right));
  expect(JSON.stringify(wrong).length).toBe(JSON.stringify(right).length);
});

test("shuffled options are put back before judging", async () => {
  const contestId = await world.contest(start, { shuffleOptions: true });
  const shuffled = await world.attempt({ startedAt: start, contestId });
  const own = mintAnswerTicket({ attemptId: shuffled.id, personId: shuffled.personId, sessionId: shuffled.sessionId, now: start });
  const stored: unknown[] = [];
  for (const pick of [0, 1, 2, 3]) {
    await takeAnswer(shuffled.id, { ticket: own, slot: 0, seq: pick + 1, response: { picks: [pick] } }, now);
    const { rows } = await world.db.query("select response, milli from answers where attempt_id = $1", [shuffled.id]);
    stored.push(rows[0].response.picks[0]);
    expect(rows[0].milli).toBe(rows[0].response.picks[0] === 0 ? 1_000 : 0);
  }
  expect(stored.toSorted()).toEqual([0, 1, 2, 3]);
});

test("what is no answer to this question is refused and nothing changes (TB4, TB5, TB20)", async () => {
  const other = await world.attempt({ startedAt: start });
  const body = { ticket, slot: 0, seq: 50, response: { picks: [0] } };
  const refusals: [unknown, string, number?][] = [
    [{ ...body, score: 1 }, "invalid"],
    [{ ...body, seq: 1.5 }, "invalid"],
    [{ ...body, seq: -1 }, "invalid"],
    [{ ...body, seq: 1e309 }, "invalid"],
    [{ ...body, response: { picks: [0], right: true } }, "invalid"],
    [{ ...body, response: { picks: [9] } }, "answer-shape"],
    [{ ...body, response: { truth: true } }, "answer-shape"],
    [{ ...body, slot: 2, response: { texts: ["a\u0000"] } }, "answer-shape"],
    [{ ...body, slot: 2, response: { texts: ["\ud800"] } }, "answer-shape"],
    [{ ...body, slot: 3 }, "no-such-slot"],
    [body, "not-found", other.id],
    [{ ...body, ticket: `${ticket}x` }, "not-signed-in"],
    [null, "invalid"],
    ["x", "invalid"],
  ];
  for (const [raw, code, attemptId] of refusals)
    expect(await codeOf(takeAnswer(attemptId ?? made.id, raw, now)), JSON.stringify(raw)).toBe(code);
  const { rows } = await world.db.query("select count(*)::int as n from answer_events where seq = 50", []);
  expect(rows[0].n).toBe(0);
});

test("sixty at once ride together and each is told its own outcome", async () => {
  const many = await world.attempt({ startedAt: start, questions: 3 });
  const own = mintAnswerTicket({ attemptId: many.id, personId: many.personId, sessionId: many.sessionId, now: start });
  const told = await Promise.all(
    Array.from({ length: 60 }, (_, at) =>
      takeAnswer(many.id, { ticket: own, slot: at % 2, seq: Math.floor(at / 2) + 1, response: { picks: [at % 4] } }, now),
    ),
  );
  expect(told.every(({ outcome }, at) => outcome === "saved" && told[at]?.seq === Math.floor(at / 2) + 1)).toBe(true);
});

test("one attempt cannot fill the queue by itself", async () => {
  const one = await world.attempt({ startedAt: start });
  const own = mintAnswerTicket({ attemptId: one.id, personId: one.personId, sessionId: one.sessionId, now: start });
  const told = await Promise.all(
    Array.from({ length: 80 }, (_, at) => codeOf(takeAnswer(one.id, { ticket: own, slot: 0, seq: at + 1, response: null }, now))),
  );
  expect(told.filter((code) => code === "too-many").length).toBe(16);
  expect(await codeOf(takeAnswer(one.id, { ticket: own, slot: 0, seq: 99, response: null }, now))).toBe("taken");
});

test("an answer whose connection dies under it is stored by the next one, and told once (I1)", async () => {
  const one = await world.attempt({ startedAt: start });
  const own = mintAnswerTicket({ attemptId: one.id, personId: one.personId, sessionId: one.sessionId, now: start });
  await takeAnswer(one.id, { ticket: own, slot: 0, seq: 1, response: null }, now);
  const holder = await world.db.connect();
  await holder.query("begin");
  await holder.query("select 1 from attempts where id = $1 for update", [one.id]);
  const told = takeAnswer(one.id, { ticket: own, slot: 0, seq: 2, response: { picks: [0] } }, now);
  const waiting =
    "select pid from pg_stat_activity where application_name = 'zhixing-live' and wait_event_type = 'Lock' and datname = current_database()";
  await expect.poll(async () => (await world.db.query(waiting)).rowCount).toBe(1);
  await world.db.query(waiting.replace("select pid", "select pg_terminate_backend(pid)"));
  await holder.query("rollback");
  holder.release();
  expect(await told).toMatchObject({ outcome: "saved", seq: 2 });
  const { rows } = await world.db.query("select count(*)::int as n from answer_events where attempt_id = $1 and seq = 2", [one.id]);
  expect(rows).toEqual([{ n: 1 }]);
});

test("a revoked sign-in, or a disabled person, saves nothing more after the next look (I19)", async () => {
  const body = { ticket, slot: 0, seq: 90, response: { picks: [1] } };
  expect(await codeOf(takeAnswer(made.id, body, now))).toBe("taken");
  await world.db.query("update sessions set revoked_at = $2 where id = $1", [made.sessionId, now]);
  expect(await recheckSignIns(now)).toContain(made.sessionId);
  expect(await codeOf(takeAnswer(made.id, { ...body, seq: 91 }, now))).toBe("not-signed-in");

  const disabled = await world.attempt({ startedAt: start });
  await world.db.query("update people set disabled_at = $2 where id = $1", [disabled.personId, now]);
  const own = mintAnswerTicket({ attemptId: disabled.id, personId: disabled.personId, sessionId: disabled.sessionId, now: start });
  expect(await codeOf(takeAnswer(disabled.id, { ...body, ticket: own }, now)), "the first ticket of a sign-in is looked up at once").toBe(
    "not-signed-in",
  );
});
