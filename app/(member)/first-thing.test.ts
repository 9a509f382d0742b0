import { expect, test } from "vitest";
import { beingRead, firstThing } from "./first-thing.ts";

const now = new Date("2026-11-22T08:00:00Z");
const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

const contest = (slug: string, phase: string, closesIn: number, attemptsUsed = 0) => ({
  slug,
  title: slug,
  phase,
  opensAt: after(-60),
  closesAt: after(closesIn),
  attemptsAllowed: 2,
  attemptsUsed,
});
const material = (slug: string, resume: string | null = null, readMinutesAgo = 0) => ({
  slug,
  resume,
  readAt: resume === null ? null : after(-readMinutesAgo),
  publishedAt: now,
});
const running = { attemptId: 7, contest: { slug: "late", title: "late" }, state: "in_progress", dueAt: after(1) };
const everything = {
  attempts: [running],
  contests: [contest("late", "open", 90), contest("soon", "open", 30), contest("used", "open", 5, 2), contest("waiting", "lobby", 99)],
  materials: [material("new"), material("old", "p2", 50), material("latest", "p9", 5)],
};

test("what is running comes first; one past its due is not running", () => {
  expect(firstThing(everything, now)).toMatchObject({ kind: "running", attempt: { attemptId: 7 } });
  expect(firstThing(everything, after(1))).toMatchObject({ kind: "open" });
});

test("then the open contest that closes first, unless its attempts are used up", () => {
  expect(firstThing({ ...everything, attempts: [] }, now)).toMatchObject({ kind: "open", contest: { slug: "soon" } });
});

test("then the waiting room, then the text read last, then the newest one", () => {
  const { materials, contests } = everything;
  expect(firstThing({ attempts: [], contests: contests.slice(2), materials }, now)).toMatchObject({ kind: "lobby" });
  expect(firstThing({ attempts: [], contests: [], materials }, now)).toMatchObject({ kind: "resume", material: { slug: "latest" } });
  expect(firstThing({ attempts: [], contests: [], materials: materials.slice(0, 1) }, now)).toMatchObject({ kind: "new" });
  expect(firstThing({ attempts: [], contests: [], materials: [] }, now)).toBeNull();
  expect(beingRead(materials).map(({ slug }) => slug)).toEqual(["latest", "old"]);
});
