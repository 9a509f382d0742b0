import { beforeEach, expect, test } from "vitest";
import { getAttempt } from "#server/attempts/get-attempt.ts";
import { handIn } from "#server/attempts/hand-in.ts";
import { takeAnswer } from "#server/attempts/take-answers.ts";
import { endOverdueAttempts } from "#server/jobs/end-overdue-attempts.ts";
import { aContest, at } from "#tests/world/contest.ts";
import { aPerson } from "#tests/world/people.ts";
import { codeOf, told } from "#tests/world/tell.ts";
import { extendContest } from "./extend-contest.ts";
import { getContest } from "./get-contest.ts";
import { getMonitor } from "./get-monitor.ts";
import { pauseContest } from "./pause-contest.ts";
import { resumeContest } from "./resume-contest.ts";
import { startAttempt } from "./start-attempt.ts";

let world: Awaited<ReturnType<typeof aContest>>;
let ada: number;
let bob: number;
const start = async (who: number, minutes: number) => (await told(startAttempt, who, { slug: world.slug }, at(minutes))).attemptId;
const dueOf = async (who: number, id: number, minutes: number) => (await told(getAttempt, who, { id }, at(minutes))).dueAt;
const pause = (minutes: number, length: number, more: object = {}) =>
  told(pauseContest, world.organizer, { slug: world.slug, to: "all", minutes: length, reason: "停电", ...more }, at(minutes));
const resume = (minutes: number) => told(resumeContest, world.organizer, { slug: world.slug }, at(minutes));

beforeEach(async () => {
  world = await aContest();
  [ada, bob] = await Promise.all([aPerson(world.left.id), aPerson(world.right.id)]);
});

test("a pause moves every due time at once, and resumed sooner by as long as it was", async () => {
  const id = await start(ada, 1);
  expect(await dueOf(ada, id, 2)).toEqual(at(31));
  expect(await pause(10, 20)).toEqual({ moved: 1 });
  expect(await dueOf(ada, id, 11)).toEqual(at(51));
  expect((await told(getAttempt, ada, { id }, at(11))).pausedUntil).toEqual(at(30));
  await resume(15);
  expect(await dueOf(ada, id, 16)).toEqual(at(36));
  expect((await told(getAttempt, ada, { id }, at(16))).pausedUntil).toBeNull();
  expect(await codeOf(resumeContest, world.organizer, { slug: world.slug }, at(17))).toBe("not-paused");
});

test("with seconds left when it was paused there are as many when it goes on, and nobody is ended meanwhile", async () => {
  const id = await start(ada, 1);
  await pause(30.9, 60);
  await endOverdueAttempts(at(60));
  expect((await told(getAttempt, ada, { id }, at(60))).state).toBe("in_progress");
  await resume(60.9);
  expect(await dueOf(ada, id, 60.95)).toEqual(at(61));
});

test("what arrives while it is paused is saved, and can be handed in", async () => {
  const id = await start(ada, 1);
  await pause(10, 60);
  const { ticket } = await told(getAttempt, ada, { id }, at(40));
  expect(await takeAnswer(id, { ticket, slot: 0, seq: 1, response: null }, at(40))).toMatchObject({ outcome: "saved" });
  expect((await told(handIn, ada, { id }, at(45))).state).toBe("finished");
});

test("nobody starts while it is paused; who starts after has the whole limit and no more, and the window is as long as printed", async () => {
  await pause(10, 30);
  expect(await codeOf(startAttempt, ada, { slug: world.slug }, at(20))).toBe("paused");
  expect((await told(getContest, ada, { slug: world.slug }, at(20))).pausedUntil).toEqual(at(40));
  const id = await start(ada, 41);
  expect(await dueOf(ada, id, 42)).toEqual(at(71));
  const late = await start(bob, 149);
  expect(await dueOf(bob, late, 149)).toEqual(at(150));
  expect((await told(getContest, ada, { slug: world.slug }, at(140))).ownClosesAt).toEqual(at(150));
});

test("a branch is paused alone", async () => {
  const [left, right] = [await start(ada, 1), await start(bob, 1)];
  expect(await pause(10, 10, { to: "branch", branchId: world.left.id })).toEqual({ moved: 1 });
  expect([await dueOf(ada, left, 11), await dueOf(bob, right, 11)]).toEqual([at(41), at(31)]);
  const { paused } = await told(getMonitor, world.organizer, { slug: world.slug }, at(12));
  expect(paused).toEqual([{ branchName: world.left.name, until: at(20) }]);
});

test("two who pause at once pause it once, and an extension adds to a pause", async () => {
  const id = await start(ada, 1);
  const input = { slug: world.slug, to: "all", minutes: 10, reason: "停电" };
  const codes = await Promise.all([1, 2].map(() => codeOf(pauseContest, world.organizer, input, at(5))));
  expect(codes.toSorted()).toEqual(["already-paused", "done"]);
  await told(extendContest, world.organizer, { slug: world.slug, to: "all", minutes: 5, reason: "补时" }, at(6));
  expect(await dueOf(ada, id, 7)).toEqual(at(46));
});

test("only while it runs, only who runs it, and only its branches", async () => {
  const other = await aContest();
  const input = { slug: world.slug, to: "all", minutes: 10, reason: "停电" };
  expect(await codeOf(pauseContest, world.organizer, input, at(-5))).toBe("not-running");
  expect(await codeOf(pauseContest, world.organizer, input, at(200))).toBe("not-running");
  expect(await codeOf(pauseContest, other.organizer, input, at(5))).toBe("not-found");
  expect(await codeOf(pauseContest, world.organizer, { ...input, to: "branch", branchId: other.left.id }, at(5))).toBe(
    "not-in-this-contest",
  );
  expect(await codeOf(pauseContest, world.organizer, { ...input, minutes: 0 }, at(5))).toBe("invalid");
  expect(await codeOf(pauseContest, ada, input, at(5))).toBe("not-found");
});
