import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "#db/client.ts";
import { handIn } from "#server/attempts/hand-in.ts";
import { getBoard } from "#server/boards/get-board.ts";
import { getBranchBoard } from "#server/boards/get-branch-board.ts";
import { getWhyRank } from "#server/boards/get-why-rank.ts";
import { freezeBoards, openContests } from "#server/jobs/open-and-close-contests.ts";
import { recompute } from "#server/jobs/recompute.ts";
import { getTeamBoard } from "#server/teams/get-team-board.ts";
import { joinTeam } from "#server/teams/join-team.ts";
import { makeTeam } from "#server/teams/make-team.ts";
import { aContest, at } from "#tests/world/contest.ts";
import { answering, play } from "#tests/world/frozen-contest.ts";
import { refusalOf, valueOf } from "#tests/world/outcome.ts";
import { aPerson, as } from "#tests/world/people.ts";
import { told } from "#tests/world/tell.ts";
import { getContest } from "./get-contest.ts";
import { listContests } from "./list-contests.ts";
import { makeContest } from "./make-contest.ts";
import { startAttempt } from "./start-attempt.ts";

/** Curtain-up is at 9 o'clock in Shanghai: the first day ends 15 hours after it. */
const MIDNIGHT = 15 * 60;
const DAY = 24 * 60;

/** Four days (the last a morning) of two tries each, of which the best two count; with so many people. */
async function aContestOfDays(people: number, wishes: { rules?: object; freezeAfterMinutes?: number } = {}) {
  const { rules, ...rest } = wishes;
  const contest = await aContest({
    rules: { format: { kind: "daily", perDay: 2, bestDays: 2 }, ...rules },
    closesAfterMinutes: MIDNIGHT + 2 * DAY + 600,
    ...rest,
  });
  const ids: number[] = [];
  for (let nth = 0; nth < people; nth += 1)
    ids.push(await aPerson(nth % 2 === 0 ? contest.left.id : contest.right.id, { name: `选手${nth}` }));
  await openContests(at(0));
  return { ...contest, people: ids };
}

test("tries are given by the day; those of one day are over at midnight, and come back with the next", async () => {
  const { slug, people } = await aContestOfDays(1);
  const [person = 0] = people;
  const start = async (minute: number) => startAttempt.call(await as(person, at(minute)), { slug });
  const seen = async (minute: number) => valueOf(await getContest.call(await as(person, at(minute)), { slug }));
  await play(person, slug, 1, 5);
  expect(await seen(10)).toMatchObject({
    tries: { allowed: 2, used: 1, nextDayAt: at(MIDNIGHT) },
    days: { count: 4, best: 2, done: ["2026-12-01"] },
  });
  await play(person, slug, 2, 15);
  expect(await start(MIDNIGHT - 1)).toMatchObject({ code: "no-tries-today", params: { attempts: 2, until: at(MIDNIGHT).toISOString() } });
  const [card] = valueOf(await listContests.call(await as(person, at(30)), {})).contests;
  expect(card).toMatchObject({ attemptsAllowed: 2, attemptsUsed: 2, triesOf: "day" });
  const { attemptId, resumed } = valueOf(await start(MIDNIGHT));
  expect(resumed).toBe(false);
  valueOf(await handIn.call(await as(person, at(MIDNIGHT + 1)), { id: attemptId }));
  const last = MIDNIGHT + 2 * DAY;
  await play(person, slug, 1, last + 1);
  await play(person, slug, 1, last + 10);
  // No day comes after it inside the window.
  expect(refusalOf(await start(last + 20))).toBe("no-attempts-left");
});

test("a try begun before midnight and handed in after it is of the day before", async () => {
  const { slug, people } = await aContestOfDays(1);
  const [person = 0] = people;
  await play(person, slug, 3, MIDNIGHT - 1);
  const page = valueOf(await getContest.call(await as(person, at(MIDNIGHT + 5)), { slug }));
  expect(page.days?.done).toEqual(["2026-12-01"]);
  expect(page.tries.used).toBe(0);
});

test("the best days are added up; board and arithmetic name them; equal points stand by time, whatever was right", async () => {
  const { slug, people } = await aContestOfDays(3);
  const [one = 0, other = 0, third = 0] = people;
  // 1, then 4 · 2 · 3: the best two days are 4 and 3.
  await play(one, slug, 1, 5);
  await play(one, slug, 4, 15);
  await play(one, slug, 2, MIDNIGHT + 5);
  await play(one, slug, 3, MIDNIGHT + DAY + 5);
  // 3 and 4 as well, and later.
  await play(other, slug, 3, MIDNIGHT + DAY + 15);
  await play(other, slug, 4, MIDNIGHT + 2 * DAY + 5);
  await play(third, slug, 5, 5);
  const board = valueOf(await getBoard.call(await as(one, at(MIDNIGHT + 2 * DAY + 60)), { slug }));
  expect(board.beside).toBe("days");
  expect(board.places.map(({ rank, name, scoreMilli, totalMs, days }) => [rank, name, scoreMilli, totalMs, days])).toEqual([
    [1, "选手0", 70_000, 120_000, 2],
    [2, "选手1", 70_000, 120_000, 2],
    [3, "选手2", 50_000, 60_000, 1],
  ]);
  const why = async (who: number) => valueOf(await getWhyRank.call(await as(who, at(MIDNIGHT + 2 * DAY + 60)), { slug })).why;
  expect((await why(one))?.days).toEqual([
    { day: "2026-12-01", scoreMilli: 40_000, totalMs: 60_000, tries: 2, counts: true },
    { day: "2026-12-02", scoreMilli: 20_000, totalMs: 60_000, tries: 1, counts: false },
    { day: "2026-12-03", scoreMilli: 30_000, totalMs: 60_000, tries: 1, counts: true },
  ]);
  expect(await why(other)).toMatchObject({ rank: 2, before: { score: 0, right: 0, total: 0, last: 1 } });
  // The marks of this world are invented; the results made of them must be found again.
  await recompute(at(MIDNIGHT + 2 * DAY + 90));
  const { rows } = await database("desk").execute(sql`
    select found from recomputes, jsonb_array_elements(details) as found where found->>'what' = 'standing'`);
  expect(rows).toEqual([]);
});

test("frozen, it counts what was handed in before the freeze alone, with its days", async () => {
  const { slug, people, organizer } = await aContestOfDays(2, { freezeAfterMinutes: MIDNIGHT + DAY });
  const [person = 0, other = 0] = people;
  await play(person, slug, 2, 5);
  await play(person, slug, 5, MIDNIGHT + DAY - 10);
  await answering(other, slug, 5, MIDNIGHT + DAY - 1);
  await freezeBoards(at(MIDNIGHT + DAY));
  await play(person, slug, 4, MIDNIGHT + DAY + 60);
  const rows = async (who: number) => {
    const { places } = valueOf(await getBoard.call(await as(who, at(MIDNIGHT + DAY + 90)), { slug }));
    return places.map(({ scoreMilli, days }) => [scoreMilli, days]);
  };
  expect(await rows(person)).toEqual([[70_000, 2]]);
  expect(await rows(organizer)).toEqual([[90_000, 2]]);
});

test("a team and a branch are made of the totals over days", async () => {
  const team = { min: 1, max: 3, score: "sum" };
  const { slug, people, organizer } = await aContestOfDays(6, { rules: { team } });
  const [one = 0, , third = 0] = people;
  const { code } = await told(makeTeam, one, { slug, name: "一队" }, at(-50));
  await told(joinTeam, third, { slug, code }, at(-48));
  await play(one, slug, 2, 5);
  await play(one, slug, 3, MIDNIGHT + 5);
  await play(third, slug, 4, MIDNIGHT + 15);
  const board = await told(getTeamBoard, organizer, { slug }, at(MIDNIGHT + 60));
  expect([board.beside, board.rows.map(({ scoreMilli, totalMs }) => [scoreMilli, totalMs])]).toEqual(["days", [[90_000, 180_000]]]);
  const branches = await told(getBranchBoard, organizer, { slug }, at(MIDNIGHT + 60));
  expect(branches.rows.map(({ sumMilli }) => sumMilli)).toContain(90_000);
});

test("more best days than the contest has are refused at their field", async () => {
  const { form, organizer } = await aContest();
  const rules = { ...form.rules, format: { kind: "daily", perDay: 1, bestDays: 2 } };
  const refused = await makeContest.call(await as(organizer, at(-90)), { ...form, rules });
  expect(refused).toMatchObject({ fields: [{ path: "rules.format.bestDays", code: "more-days-than-the-window" }] });
});
