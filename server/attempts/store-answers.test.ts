import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { type LiveWorld, openLiveWorld } from "#tests/live/live-world.ts";
import { finishAttempt } from "./finish-attempt.ts";
import { type JudgedAnswer, storeAnswers } from "./store-answers.ts";

const start = new Date("2026-11-22T08:00:00.000Z");
const after = (ms: number) => new Date(start.getTime() + ms);
let world: LiveWorld;

beforeAll(async () => {
  world = await openLiveWorld();
}, 60_000);
afterAll(() => world.end());

const answer = (attemptId: number, seq: number, more: Partial<JudgedAnswer> = {}): JudgedAnswer => ({
  attemptId,
  slot: 0,
  seq,
  response: { picks: [0] },
  receivedAt: after(1_000),
  milli: 1_000,
  isRight: true,
  ...more,
});
const wrong: Partial<JudgedAnswer> = { response: { picks: [1] }, milli: 0, isRight: false };
const store = async (row: JudgedAnswer) => (await storeAnswers([row]))[0];
const standing = async (attemptId: number, slot = 0) =>
  (
    await world.db.query("select response, seq, milli, is_right, received_at from answers where attempt_id = $1 and slot = $2", [
      attemptId,
      slot,
    ])
  ).rows[0];
const totals = async (attemptId: number) =>
  (
    await world.db.query("select answered, score_milli, right_count, last_scoring_at from attempt_totals where attempt_id = $1", [
      attemptId,
    ])
  ).rows[0];
const events = async (attemptId: number) =>
  (await world.db.query("select seq, outcome from answer_events where attempt_id = $1 order by id", [attemptId])).rows.map(
    ({ seq, outcome }) => `${seq} ${outcome}`,
  );

test("the higher sequence stands, whatever the order of arrival (I8)", async () => {
  const { id } = await world.attempt({ startedAt: start });
  expect(await store(answer(id, 2))).toEqual({ outcome: "saved", seq: 2 });
  expect(await store(answer(id, 1, wrong))).toEqual({ outcome: "stale", seq: 2 });
  expect(await store(answer(id, 2))).toEqual({ outcome: "saved", seq: 2 });
  expect(await store(answer(id, 2, wrong))).toEqual({ outcome: "stale", seq: 2 });
  expect(await store(answer(id, 7, wrong))).toEqual({ outcome: "saved", seq: 7 });
  expect(await standing(id)).toMatchObject({ seq: 7, milli: 0, is_right: false, response: { picks: [1] } });
  expect(await totals(id)).toMatchObject({ answered: 1, score_milli: 0, right_count: 0 });
  expect(await events(id)).toEqual(["2 saved", "1 stale", "2 saved", "2 stale", "7 saved"]);
});

test("clearing an answer is an answer that counts nothing", async () => {
  const { id } = await world.attempt({ startedAt: start });
  await store(answer(id, 1));
  expect(await totals(id)).toMatchObject({ answered: 1, score_milli: 1_000, right_count: 1, last_scoring_at: after(1_000) });
  expect(await store(answer(id, 2, { response: null, milli: 0, isRight: false }))).toEqual({ outcome: "saved", seq: 2 });
  expect(await store(answer(id, 2, { response: null, milli: 0, isRight: false }))).toEqual({ outcome: "saved", seq: 2 });
  expect(await totals(id)).toMatchObject({ answered: 0, score_milli: 0, right_count: 0 });
});

test("one millisecond decides what is late, and late answers are kept as evidence (D1, I4)", async () => {
  const endsAt = after(60_000);
  const { id } = await world.attempt({ startedAt: start, endsAt });
  expect(await store(answer(id, 1, { receivedAt: after(59_999) }))).toEqual({ outcome: "saved", seq: 1 });
  expect(await store(answer(id, 2, { receivedAt: endsAt, ...wrong }))).toEqual({ outcome: "late", seq: 1 });
  expect(await store(answer(id, 3, { receivedAt: after(60_001), slot: 1 }))).toEqual({ outcome: "late", seq: 0 });
  expect(await standing(id)).toMatchObject({ seq: 1, milli: 1_000 });
  expect(await standing(id, 1)).toBeUndefined();
  expect(await totals(id)).toMatchObject({ answered: 1, score_milli: 1_000 });
  expect(await events(id)).toEqual(["1 saved", "2 late", "3 late"]);
});

test("an attempt that ended takes nothing more (TB8); one that never was is told the same", async () => {
  const { id } = await world.attempt({ startedAt: start });
  await store(answer(id, 1));
  await database("judge").transaction((tx) => finishAttempt(tx, id, "person", after(2_000)));
  expect(await store(answer(id, 2, wrong))).toEqual({ outcome: "ended", seq: 1 });
  expect(await standing(id)).toMatchObject({ seq: 1, milli: 1_000 });
  expect(await events(id)).toEqual(["1 saved", "2 ended"]);
  expect(await store(answer(999_999_999, 1))).toEqual({ outcome: "ended", seq: 0 });
});

test("a batch of many attempts gets each its own verdict, in the order asked", async () => {
  const made = await Promise.all([1, 2, 3].map(() => world.attempt({ startedAt: start })));
  const [a, b, c] = made.map(({ id }) => id) as [number, number, number];
  await store(answer(b, 5));
  const rows = [
    answer(c, 1, { slot: 1 }),
    answer(b, 4),
    answer(a, 1),
    answer(c, 1),
    answer(a, 9, { slot: 2, receivedAt: after(999_999_999) }),
  ];
  expect((await storeAnswers(rows)).map(({ outcome, seq }) => `${outcome} ${seq}`)).toEqual([
    "saved 1",
    "stale 5",
    "saved 1",
    "saved 1",
    "late 0",
  ]);
  expect(await totals(c)).toMatchObject({ answered: 2, score_milli: 2_000, right_count: 2 });
});

test("texts with quotes, braces, backslashes and commas arrive as they were typed", async () => {
  const { id } = await world.attempt({ startedAt: start });
  const texts = ['"引"', "a\\b", "{,}", "NULL", "换\n行", "𠮷"];
  await store(answer(id, 1, { response: { texts } }));
  expect((await standing(id)).response).toEqual({ texts });
});

test("ten writers at once: the highest sequence stands and every save is an event", async () => {
  const { id } = await world.attempt({ startedAt: start });
  const told = await Promise.all(Array.from({ length: 10 }, (_, at) => store(answer(id, at + 1, { response: { picks: [at] } }))));
  expect(await standing(id)).toMatchObject({ seq: 10, response: { picks: [9] } });
  expect(told.filter((one) => one?.outcome === "saved").length).toBeGreaterThan(0);
  expect(told.every((one) => one?.outcome === "saved" || (one?.outcome === "stale" && one.seq > 1))).toBe(true);
  expect((await events(id)).length).toBe(10);
});

test("batches that share keys in opposite orders do not deadlock", async () => {
  const made = await Promise.all(Array.from({ length: 20 }, () => world.attempt({ startedAt: start, questions: 1 })));
  const rows = (seq: number) => made.map(({ id }) => answer(id, seq));
  const rounds = Array.from({ length: 12 }, (_, at) => (at % 2 ? rows(at + 1).reverse() : rows(at + 1)));
  await Promise.all(rounds.map(storeAnswers));
  for (const { id } of made) expect(await standing(id)).toMatchObject({ seq: 12 });
});

test("saves racing a finish: what was acknowledged as saved is in the final score (I1, I9)", async () => {
  for (let round = 0; round < 20; round += 1) {
    const { id } = await world.attempt({ startedAt: start, questions: 3 });
    const saves = Array.from({ length: 20 }, (_, at) => ({ slot: at % 3, seq: at + 1 }));
    const finish = database("judge").transaction((tx) => finishAttempt(tx, id, "person", after(5_000)));
    const told = await Promise.all(saves.map(({ slot, seq }) => store(answer(id, seq, { slot, milli: seq, isRight: true }))));
    await finish;
    const best = [0, 0, 0];
    told.forEach((one, at) => {
      const { slot, seq } = saves[at] as { slot: number; seq: number };
      if (one?.outcome === "saved") best[slot] = Math.max(best[slot] ?? 0, seq);
    });
    expect((await totals(id)).score_milli).toBe(best.reduce((sum, seq) => sum + seq, 0));
  }
}, 30_000);
