import { afterAll, beforeAll, expect, test } from "vitest";
import { type JudgedAnswer, storeAnswers } from "#server/attempts/store-answers.ts";
import { type LiveWorld, openLiveWorld } from "#tests/live/live-world.ts";
import { endOverdueAttempts, ON_THEIR_WAY_MS } from "./end-overdue-attempts.ts";
import { closeContests, openContests } from "./open-and-close-contests.ts";
import { lastNightOf, planNightly } from "./plan-nightly.ts";
import { recompute } from "./recompute.ts";
import { pauseOf, runNextJob } from "./run-jobs.ts";

const start = new Date("2026-11-22T08:00:00.000Z");
const after = (ms: number) => new Date(start.getTime() + ms);
let world: LiveWorld;

beforeAll(async () => {
  world = await openLiveWorld();
});
afterAll(() => world.end());

const right = (attemptId: number, slot: number, receivedAt: Date): JudgedAnswer => ({
  attemptId,
  slot,
  seq: 1,
  response: { picks: [0] },
  receivedAt,
  milli: 1_000,
  isRight: true,
});
const one = async (text: string, values: unknown[] = []) => (await world.db.query(text, values)).rows[0];

test("an attempt nobody handed in ends by the clock, once, at its due time, after what was on its way (I10)", async () => {
  const endsAt = after(60_000);
  const made = await Promise.all([1, 2, 3, 4, 5].map(() => world.attempt({ startedAt: start, endsAt })));
  const [first] = made as [(typeof made)[0]];
  await storeAnswers([right(first.id, 0, after(1_000))]);

  expect(await endOverdueAttempts(new Date(endsAt.getTime() + ON_THEIR_WAY_MS - 1))).toBe(0);
  const late = new Date(endsAt.getTime() + ON_THEIR_WAY_MS);
  expect(await storeAnswers([right(first.id, 1, after(59_999))])).toEqual([{ outcome: "saved", seq: 1 }]);
  const ended = await Promise.all([endOverdueAttempts(late), endOverdueAttempts(late)]);
  expect(ended[0] + ended[1]).toBe(5);
  const row = await one("select state, finished_at, due_at, ended_by from attempts where id = $1", [first.id]);
  expect(row).toMatchObject({ state: "finished", ended_by: "clock", finished_at: row.due_at });
  expect(await one("select score_milli, attempts_ended from standings where entry_id = $1", [first.entryId])).toEqual({
    score_milli: 2_000,
    attempts_ended: 1,
  });
  expect(await one("select count(*)::int as n from live_changes where entry_id = $1", [first.entryId])).toEqual({ n: 1 });
});

test("a contest that opens takes its roster once; one that is over keeps its board once, when everybody has ended", async () => {
  const branch = await world.branch();
  const contestId = await world.contest(start, {}, branch);
  const people = await Promise.all([world.person(branch), world.person(branch), world.person(branch)]);
  expect(await openContests(after(-1))).toBe(0);
  await openContests(after(0));
  expect(await openContests(after(1))).toBe(0);
  expect(await one("select count(*)::int as n from contest_roster where contest_id = $1", [contestId])).toEqual({ n: 3 });

  const made = [];
  for (const personId of people) made.push(await world.attempt({ startedAt: start, contestId, personId }));
  await storeAnswers(made.slice(0, 2).map(({ id }, at) => right(id, at, after(1_000))));
  await endOverdueAttempts(after(2 * 3_600_000));
  const [last] = made.slice(-1) as [(typeof made)[0]];
  await world.db.query(
    "alter table attempts disable trigger attempts_have_no_way_back; update attempts set state = 'in_progress', ends_at = '2026-11-22T12:00Z' where id = " +
      last.id,
  );
  await world.db.query("alter table attempts enable trigger attempts_have_no_way_back");
  const kept = () => one("select moment, rows from board_snapshots where contest_id = $1", [contestId]);
  await closeContests(after(3_600_000));
  expect(await kept()).toBeUndefined();
  await endOverdueAttempts(after(5 * 3_600_000));
  await Promise.all([closeContests(after(5 * 3_600_000)), closeContests(after(5 * 3_600_000))]);
  const { rows } = await kept();
  expect(rows.map((row: { rank: number; scoreMilli: number }) => [row.rank, row.scoreMilli])).toEqual([
    [1, 1_000],
    [1, 1_000],
    [3, 0],
  ]);
  expect(Object.keys(rows[0])).toContain("branchName");
});

test("the nightly recompute finds nothing, and finds what somebody changed by hand", async () => {
  const { id, entryId } = await world.attempt({ startedAt: start });
  await storeAnswers([right(id, 0, after(1_000)), { ...right(id, 1, after(2_000)), response: { picks: [2] }, milli: 0, isRight: false }]);
  await endOverdueAttempts(after(5 * 3_600_000));
  const clean = await recompute(after(10));
  expect(clean.differences).toBe(0);
  expect(clean.checked).toBeGreaterThan(5);
  await world.db.query("update answers set milli = 500 where attempt_id = $1 and slot = 0", [id]);
  await world.db.query("update standings set rank_key = repeat('f', 32) where entry_id = $1", [entryId]);
  expect((await recompute(after(20))).differences).toBe(2);
  const row = await one("select differences, details from recomputes order by id desc limit 1");
  expect(row.details.map(({ what }: { what: string }) => what)).toEqual(["answer", "standing"]);
  await world.db.query("update answers set milli = 1000 where attempt_id = $1 and slot = 0", [id]);
});

test("a job runs once for two workers, again later when it failed, and is given up in the end", async () => {
  const kinds = { good: async () => ({ done: true }), bad: async () => Promise.reject(new Error("no")) };
  await world.db.query("insert into jobs (kind, run_at) values ('good', $1), ('bad', $1), ('good', $2)", [start, after(60_000)]);
  const clock = () => start;
  const ran = await Promise.all([1, 2, 3, 4].map(() => runNextJob(clock, kinds)));
  expect(ran.filter(Boolean).length).toBe(2);
  expect(await one("select result, tries from jobs where kind = 'good' and done_at is not null")).toEqual({
    result: { done: true },
    tries: 1,
  });
  const bad = () => one("select tries, run_at, failed_at, last_error from jobs where kind = 'bad'");
  expect(await bad()).toMatchObject({ tries: 1, run_at: after(5_000), failed_at: null, last_error: "no" });
  await world.db.query("update jobs set tries = 7, run_at = $1 where kind = 'bad'", [start]);
  await runNextJob(clock, kinds);
  expect(await bad()).toMatchObject({ tries: 8, failed_at: start });
  expect([1, 2, 20].map(pauseOf)).toEqual([5_000, 10_000, 3_600_000]);
});

test("the night's work is asked for once", async () => {
  expect(lastNightOf(new Date("2026-11-22T19:29:59.999Z"))).toEqual(new Date("2026-11-21T19:30:00Z"));
  expect(lastNightOf(new Date("2026-11-22T19:30:00Z"))).toEqual(new Date("2026-11-22T19:30:00Z"));
  await planNightly(start);
  await planNightly(after(60_000));
  expect(await one("select count(*)::int as n from jobs where kind = 'recompute'")).toEqual({ n: 1 });
});
