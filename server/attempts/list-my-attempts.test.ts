import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { type LiveWorld, openLiveWorld } from "#tests/live/live-world.ts";
import { valueOf } from "#tests/world/outcome.ts";
import { as } from "#tests/world/people.ts";
import { finishAttempt } from "./finish-attempt.ts";
import { listMyAttempts } from "./list-my-attempts.ts";
import { storeAnswers } from "./store-answers.ts";

const start = new Date();
const after = (ms: number) => new Date(start.getTime() + ms);
const HOUR_MS = 3_600_000;
let world: LiveWorld;

beforeAll(async () => {
  world = await openLiveWorld();
}, 60_000);
afterAll(() => world.end());

const mine = async (personId: number, now: Date) => valueOf(await listMyAttempts.call(await as(personId, now), {})).attempts;

/** An attempt with one right answer, in a contest with these moments of review. */
async function anAttempt(score: "submitted" | "closed" | "published", answers: "submitted" | "closed" | "published") {
  const contestId = await world.contest(start, { review: { score, answers, keys: "never" } });
  const made = await world.attempt({ startedAt: start, contestId });
  const answer = { attemptId: made.id, slot: 0, seq: 1, response: { picks: [0] }, receivedAt: after(1_000), milli: 1_000, isRight: true };
  await storeAnswers([answer]);
  return made;
}
const end = (id: number) => database("judge").transaction((tx) => finishAttempt(tx, id, "person", after(2_000)));

test("a running attempt tells no mark, whatever the policy; an ended one tells what the policy has opened", async () => {
  const { id, personId } = await anAttempt("submitted", "closed");
  expect(await mine(personId, after(1_500))).toMatchObject([
    { attemptId: id, state: "in_progress", questions: 3, worth: 3_000, score: null, reviewable: false },
  ]);
  await end(id);
  expect(await mine(personId, after(3_000))).toMatchObject([{ state: "finished", score: { milli: 1_000, right: 1 }, reviewable: false }]);
  expect(await mine(personId, after(2 * HOUR_MS))).toMatchObject([{ reviewable: true }]);
});

test("what waits for the results stays closed after the contest, and opens with them", async () => {
  const { id, personId, contestId } = await anAttempt("published", "published");
  await end(id);
  expect(await mine(personId, after(2 * HOUR_MS))).toMatchObject([{ score: null, reviewable: false }]);
  await world.db.query("update contests set results_at = $2 where id = $1", [contestId, after(2 * HOUR_MS)]);
  expect(await mine(personId, after(2 * HOUR_MS))).toMatchObject([{ score: { milli: 1_000 }, reviewable: true }]);
});

test("nobody sees another's attempts", async () => {
  const { personId } = await anAttempt("submitted", "submitted");
  const other = await world.person();
  expect(await mine(other, after(3_000))).toEqual([]);
  expect(await mine(personId, after(3_000))).toHaveLength(1);
});
