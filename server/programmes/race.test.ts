import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "#db/client.ts";
import { publishResults } from "#server/contests/publish-results.ts";
import { releaseBoard } from "#server/contests/release-board.ts";
import { closeContests } from "#server/jobs/open-and-close-contests.ts";
import { at } from "#tests/world/contest.ts";
import { aFrozenContest, FREEZE, play } from "#tests/world/frozen-contest.ts";
import { refusalOf, valueOf } from "#tests/world/outcome.ts";
import { aBranch, aPerson, as } from "#tests/world/people.ts";
import { aProgramme } from "#tests/world/programme.ts";
import { getRace } from "./get-race.ts";
import { setRace } from "./set-race.ts";

// Contests of tests open on Tuesday 1 December 2026, nine o'clock in Beijing; the campaign runs from that Monday.
const OPENS = new Date("2026-11-29T16:00:00Z");
const CLOSES = new Date("2026-12-20T16:00:00Z");

/** A campaign of a text and a frozen contest, over two branches of four people. */
async function aRace() {
  const contest = await aFrozenContest();
  const programme = await aProgramme({
    ...{ branchId: contest.root.id, kind: "campaign", opensAt: OPENS, closesAt: CLOSES },
    items: [{ kind: "reading" }, { kind: "contest", contestId: contest.contestId }],
    peopleIds: contest.people,
  });
  const { slug } = programme;
  const set = async (input: object, who = contest.organizer) => setRace.call(await as(who, at(0)), { slug, ...input });
  const read = async (minute: number, who = contest.people[0] ?? 0) => valueOf(await getRace.call(await as(who, at(minute)), { slug }));
  const done = (who: number, when: string) =>
    database("desk").execute(sql`update tasks set done_at = ${when}::timestamptz where person_id = ${contest.people[who]}
      and item_id = ${programme.itemIds[0]}`);
  return { ...contest, campaign: slug, set, read, done };
}
const wayOf = (race: Awaited<ReturnType<Awaited<ReturnType<typeof aRace>>["read"]>>, name: string) =>
  race.lanes.find((lane) => lane.name === name)?.stretches.map(({ reachedMilli, rank }) => [reachedMilli, rank]);

test("what is finished moves the branch in the week it was finished, by Beijing's days; nobody is named", async () => {
  const { left, right, set, read, done, people } = await aRace();
  expect((await read(0)).rules).toBeNull();
  valueOf(await set({ itemPoints: 10, contestPoints: 0 }));
  await done(0, "2026-12-01T02:00:00Z");
  // Sunday night in Beijing is Sunday yet; an hour later it is the next week.
  await done(2, "2026-12-06T15:30:00Z");
  await done(1, "2026-12-06T16:30:00Z");
  const race = await read(7 * 1_440);
  expect(race.weeks).toEqual([
    { number: 1, from: "2026-11-30", to: "2026-12-06" },
    { number: 2, from: "2026-12-07", to: "2026-12-13" },
  ]);
  expect(wayOf(race, left.name)).toEqual([
    [5_000, 1],
    [5_000, 1],
  ]);
  expect(wayOf(race, right.name)).toEqual([
    [0, 2],
    [2_500, 2],
  ]);
  expect(race.lanes.map(({ name, heads, isOwn }) => [name, heads, isOwn])).toEqual([
    [left.name, 4, true],
    [right.name, 4, false],
  ]);
  expect(JSON.stringify(await read(7 * 1_440, people[1]))).not.toMatch(/选手/);
});

test("of a contest nothing counts until its results are published: two worlds that differ after the freeze run the same race", async () => {
  const { slug, organizer, left, set, read, people, freeze } = await aRace();
  valueOf(await set({ itemPoints: 10, contestPoints: 100 }));
  await freeze();
  const before = await read(100);
  await play(people[6] ?? 0, slug, 5, FREEZE + 1);
  expect(await read(100)).toEqual(before);
  expect(before.lanes.every(({ stretches }) => stretches.every(({ sumMilli }) => sumMilli === 0))).toBe(true);
  await closeContests(at(125));
  valueOf(await releaseBoard.call(await as(organizer, at(130)), { slug }));
  expect((await read(131)).lanes).toEqual(before.lanes);
  valueOf(await publishResults.call(await as(organizer, at(132)), { slug }));
  // 4, 3, 1 and 5 of five right: 80 + 60 + 20 + 100 of 100 points each, by four heads.
  expect(wayOf(await read(133), left.name)).toEqual([[65_000, 1]]);
});

test("who runs the programme sets it, in numbers that mean something; it can be taken away; a stranger finds nothing", async () => {
  const { set, read, people, campaign } = await aRace();
  expect(refusalOf(await set({}, people[0]))).toBe("not-found");
  expect(refusalOf(await set({ itemPoints: 0, contestPoints: 0 }))).toBe("invalid@itemPoints");
  valueOf(await set({ per: "total", itemPoints: 3 }));
  expect((await read(0)).rules).toEqual({ per: "total", itemPoints: 3, contestPoints: 100 });
  valueOf(await set({ runs: "no" }));
  expect((await read(0)).rules).toBeNull();
  const stranger = await aPerson((await aRace()).left.id);
  expect(refusalOf(await getRace.call(await as(stranger, at(0)), { slug: campaign }))).toBe("not-found");
});

test("a branch counts with everybody below it; whoever belongs to it or looks after it sees how its own branches run, and nobody else", async () => {
  const { left, right, root, set, done, people, campaign, organizer } = await aRace();
  valueOf(await set({ itemPoints: 10, contestPoints: 0 }));
  const below = await aBranch(left.id);
  const lefts = [people[0], people[2], people[4], people[6]].map(Number);
  const move = async (personId: number) => {
    await database("desk").execute(sql`update people set branch_id = ${below.id} where id = ${personId}`);
    await database("desk").execute(sql`update tasks set branch_id = ${below.id} where person_id = ${personId}`);
  };
  // Three of the left branch's four are in a branch below it; the fourth stays in the branch itself for now.
  for (const id of lefts.slice(0, 3)) await move(id);
  await done(0, "2026-12-01T02:00:00Z");
  await done(2, "2026-12-01T03:00:00Z");
  await done(6, "2026-12-01T04:00:00Z");
  const read = async (who: number, branch?: number) => getRace.call(await as(who, at(1)), { slug: campaign, ...(branch && { branch }) });
  const whole = valueOf(await read(lefts[0] ?? 0));
  // What those below did counts in the branch they lie under: three of four, ten points each.
  expect(wayOf(whole, left.name)).toEqual([[7_500, 1]]);
  expect(whole.trail).toEqual([{ id: root.id, name: root.name }]);
  expect(whole.lanes.map(({ name, inside }) => [name, inside])).toEqual([
    [left.name, left.id],
    [right.name, null],
  ]);
  // The one who stayed could be reckoned by taking the lane below from the one above.
  expect(valueOf(await read(lefts[0] ?? 0, left.id))).toMatchObject({ lanes: [], withoutLane: 1 });
  await move(lefts[3] ?? 0);
  const inside = valueOf(await read(lefts[0] ?? 0, left.id));
  expect(inside.lanes.map(({ name, heads, isOwn, inside: more }) => [name, heads, isOwn, more])).toEqual([[below.name, 4, true, null]]);
  expect(wayOf(inside, below.name)).toEqual([[7_500, 1]]);
  expect(inside.trail.map(({ id, name }) => [id, name])).toEqual([
    [root.id, root.name],
    [left.id, left.name],
  ]);
  // The other branch's people see its lane and not into it; an office over it sees both; what is no branch of the campaign is not there.
  const stranger = people[1] ?? 0;
  expect(valueOf(await read(stranger)).lanes.map(({ inside: more }) => more)).toEqual([null, null]);
  expect(refusalOf(await read(stranger, left.id))).toBe("not-found");
  expect(valueOf(await read(stranger, root.id)).lanes).toHaveLength(2);
  expect(valueOf(await read(organizer, left.id)).lanes).toHaveLength(1);
  const elsewhere = await aBranch();
  expect(refusalOf(await read(organizer, elsewhere.id))).toBe("not-found");
  expect(valueOf(await read(lefts[0] ?? 0, below.id)).lanes).toEqual([]);
});
