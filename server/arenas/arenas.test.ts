// Above 150 lines: what an arena may and may not do stands together.
import { and, eq, sql } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { arenaBoards, arenas } from "#db/schema/arenas.ts";
import { matches, matchPlayers, matchWaiters, ratings } from "#db/schema/matches.ts";
import { notices } from "#db/schema/notices.ts";
import { organisation, people } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { recomputeArenas } from "#server/jobs/recompute-arenas.ts";
import { askForMatch } from "#server/matches/ask-for-match.ts";
import { getMatch } from "#server/matches/get-match.ts";
import { leaveMatch } from "#server/matches/leave-match.ts";
import { endOverdueMatches } from "#server/matches/settle-match.ts";
import { whenOf } from "#server/meetings/tell-roster.ts";
import { exportMyData } from "#server/people/export-my-data.ts";
import { aDuel, answerOpen, aPlayedDuel, DUEL_S } from "#tests/world/duels.ts";
import { anOrganisation, aPerson, as } from "#tests/world/people.ts";
import { aPublishedQuestion, aQuestionDesk } from "#tests/world/questions.ts";
import { codeOf, tell, told } from "#tests/world/tell.ts";
import { closeArenas } from "./close-arenas.ts";
import { editArena } from "./edit-arena.ts";
import { endArena } from "./end-arena.ts";
import { findArena } from "./find-arena.ts";
import { getArena } from "./get-arena.ts";
import { getArenaDesk } from "./get-arena-desk.ts";
import { liftStrike } from "./lift-strike.ts";
import { listArenas } from "./list-arenas.ts";
import { listArenasDesk } from "./list-arenas-desk.ts";
import { makeArena } from "./make-arena.ts";
import { strikeFromArena } from "./strike-from-arena.ts";

let desk: ReturnType<typeof database>;
let judge: ReturnType<typeof database>;
let house: Awaited<ReturnType<typeof aQuestionDesk>>;
/** An organizer of the left branch alone. */
let ofLeft: number;
beforeAll(async () => {
  [desk, judge] = [database("desk"), database("judge")];
  await anOrganisation(false);
  house = await aQuestionDesk();
  ofLeft = await aPerson(house.left, { held: [{ office: "organizer", branchId: house.left }] });
  for (let at = 0; at < 6; at += 1) await aPublishedQuestion(house);
});
/** Every test has a month of its own: no arena of another is in its way. */
let began = Date.parse("2027-03-01T02:00:00Z");
beforeEach(async () => {
  began += 40 * 86_400_000;
  await judge.delete(matchWaiters);
  await endOverdueMatches(at(-HOUR));
  await closeArenas(at(-HOUR));
});
const at = (seconds: number) => new Date(began + seconds * 1_000);
const HOUR = 3_600;
const form = (more: object = {}) => ({
  title: "擂台",
  branchId: house.root,
  opensAt: at(0).toISOString(),
  closesAt: at(HOUR).toISOString(),
  ...more,
});
const made = async (more: object = {}) => (await told(makeArena, house.organizer, form(more), at(-HOUR))).id;
const players = (count: number, branch = house.left) => Promise.all(Array.from({ length: count }, () => aPerson(branch)));
const seen = (personId: number, id: number, seconds: number, more: object = {}) => told(getArena, personId, { id, ...more }, at(seconds));
const watched = (id: number, seconds: number) => told(getArenaDesk, house.organizer, { id }, at(seconds));
const pointsOf = async (id: number, seconds: number) =>
  new Map((await watched(id, seconds)).board.map(({ person, points }) => [person.id, points]));

/** The points anew, out of what was answered and by nothing of the house's: by SQL who had how many right, then D4.9 by hand. */
async function reckonedAnew(id: number, perOpponent: number): Promise<Map<number, number>> {
  const { rows } = await judge.execute<{ match: string; person: string; hits: string }>(sql`
    select m.id as match, p.person_id as person, case when p.left_at is not null then -1 else
      (select count(*) from match_answers a where a.match_id = m.id and a.person_id = p.person_id and a.is_right) end as hits
    from matches m join match_players p on p.match_id = m.id join arenas r on r.id = m.arena_id
    where r.id = ${id} and m.started_at >= r.opens_at and m.settled_at is not null
      and (select max(a.answered_at) from match_answers a where a.match_id = m.id) <= r.closes_at
    order by (select max(a.answered_at) from match_answers a where a.match_id = m.id), m.id, p.seat`);
  const points = new Map<number, number>();
  const streak = new Map<number, number>();
  const met: string[] = [];
  for (let row = 0; row < rows.length; row += 2) {
    const [a, b] = [rows[row], rows[row + 1]].map((one) => ({ who: Number(one?.person), hits: Number(one?.hits) }));
    if (!a || !b) throw new Error("half a duel");
    const pair = `${Math.min(a.who, b.who)}-${Math.max(a.who, b.who)}`;
    met.push(pair);
    if (met.filter((one) => one === pair).length > perOpponent) continue;
    for (const [own, other] of [[a, b] as const, [b, a] as const]) {
      const worth = own.hits > other.hits ? 2 : own.hits === other.hits && own.hits > 0 ? 1 : 0;
      const factor = (streak.get(own.who) ?? 0) >= 2 ? 2 : 1;
      points.set(own.who, (points.get(own.who) ?? 0) + worth * factor);
      streak.set(own.who, worth === 2 ? (streak.get(own.who) ?? 0) + 1 : 0);
    }
  }
  return points;
}

test("duels that are really played make the board, and it equals a separate reckoning; why one has so many points adds up", async () => {
  const id = await made({ perOpponent: 2, view: "full" });
  const [a = 0, b = 0, c = 0, d = 0] = await players(4);
  const list: [number, number, readonly [number, number]][] = [
    [a, b, [5, 2]],
    [c, d, [3, 3]],
    [a, c, [4, 1]],
    [b, d, [0, 0]],
    [a, b, [5, 0]],
    [a, b, [5, 0]],
    [a, d, [2, 2]],
    [c, b, [4, 5]],
  ];
  for (const [nth, [one, two, rights]] of list.entries()) await aPlayedDuel(one, two, rights, at(10 + nth * (DUEL_S + 30)));
  const points = await pointsOf(id, 700);
  expect(points).toEqual(await reckonedAnew(id, 2));
  // 2, 2, double 4, the third against the same not at all, a draw that is still doubled.
  expect(points).toEqual(
    new Map([
      [a, 10],
      [d, 2],
      [b, 2],
      [c, 1],
    ]),
  );
  const [duel] = await judge.select({ id: matches.id }).from(matches).where(eq(matches.arenaId, id)).limit(1);
  expect(await told(getMatch, a, { id: duel?.id }, at(700))).toMatchObject({ stage: "over", arena: { id, title: "擂台" } });
  const own = await seen(a, id, 700);
  expect(own).toMatchObject({ phase: "running", isFinal: false, plays: true, total: 4, own: { place: 1, points: 10, games: 4, wins: 3 } });
  expect(own.steps.map(({ points: gave, verdict, isDouble }) => [gave, verdict, isDouble])).toEqual([
    [2, "counts", false],
    [2, "counts", false],
    [4, "counts", true],
    [0, "too-often", false],
    [2, "counts", true],
  ]);
  expect(own.places.map(({ points: gave, isOwn }) => [gave, isOwn])).toEqual([
    [10, true],
    [2, false],
    [2, false],
    [1, false],
  ]);
  // How strong anybody plays, and who the opponents were, is not in it.
  expect(JSON.stringify(own)).not.toMatch(/rating|standing|performance|personId/i);
  // The hidden ratings as they were when each duel began are kept for those who are level in points, and given to oneself alone.
  const kept = await judge.select({ rating: matchPlayers.rating }).from(matchPlayers).where(eq(matchPlayers.personId, a));
  expect(kept[0]?.rating).toBe(1_000);
  expect(kept.every(({ rating }) => rating !== null)).toBe(true);
  const [now] = await judge.select().from(ratings).where(eq(ratings.personId, a));
  expect(now?.rating).not.toBe(kept.at(-1)?.rating);
  expect((await watched(id, 700)).oneSided).toMatchObject([{ winner: { id: a }, loser: { id: b }, games: 3 }]);

  // At the end the board is laid down once, as it was, and stays so.
  expect(await closeArenas(at(HOUR - 1))).toBe(0);
  const board = (await watched(id, HOUR - 1)).board;
  await Promise.all([closeArenas(at(HOUR)), closeArenas(at(HOUR))]);
  expect(await desk.select().from(arenaBoards).where(eq(arenaBoards.arenaId, id))).toHaveLength(1);
  expect(await watched(id, HOUR + 1)).toMatchObject({ phase: "over", isFinal: true, board });
  expect(await closeArenas(at(HOUR + 5))).toBe(0);
  const mine = await told(exportMyData, b, {}, at(HOUR + 5));
  expect(mine.arenas).toMatchObject([{ id, title: "擂台", points: 2, games: 4 }]);
  expect(mine.matches).toHaveLength(5);
  expect(JSON.stringify(mine.arenas)).not.toContain("personId");
});

test("only what begins and ends within the window counts; the board waits for duels that are still to be reckoned up", async () => {
  const id = await made({ closesAt: at(300).toISOString() });
  const [a = 0, b = 0, c = 0, d = 0] = await players(4);
  // Made before the opening: its first question is too early by a second.
  const early = await aPlayedDuel(a, b, [5, 0], at(-4));
  // Ends at the last instant, to the millisecond; the other one a second later.
  const last = await aPlayedDuel(a, b, [5, 1], at(300 - DUEL_S));
  const late = await aPlayedDuel(c, d, [5, 1], at(301 - DUEL_S));
  const rows = await judge.select({ id: matches.id, arenaId: matches.arenaId, endedAt: matches.endedAt }).from(matches);
  const of = (match: number) => rows.find((row) => row.id === match);
  expect([of(early)?.arenaId, of(last)?.arenaId, of(late)?.arenaId]).toEqual([null, id, id]);
  expect(of(last)?.endedAt).toEqual(at(300));
  expect(await pointsOf(id, 310)).toEqual(
    new Map([
      [a, 2],
      [b, 0],
    ]),
  );
  expect((await watched(id, 310)).duels.map(({ id: duel, verdict }) => [duel, verdict])).toEqual([
    [late, "outside"],
    [last, "counts"],
  ]);

  const next = await made({ opensAt: at(400).toISOString(), closesAt: at(500).toISOString() });
  const open = await aDuel(a, b, at(450));
  for (const who of [a, b]) await answerOpen(who, open, at(455), true);
  expect(await closeArenas(at(520))).toBe(1);
  expect(await told(getArena, a, { id: next }, at(520))).toMatchObject({
    isFinal: false,
    own: null,
    steps: [{ verdict: "runs", result: null, otherResult: null, points: 0 }],
  });
  await endOverdueMatches(at(900));
  expect(await closeArenas(at(905))).toBe(1);
  expect(await told(getArena, a, { id: next }, at(905))).toMatchObject({ isFinal: true, total: 0, steps: [{ verdict: "outside" }] });

  // The clock ended it in time; that nobody reckoned it up before the end takes nothing away.
  const slow = await made({ opensAt: at(1_000).toISOString(), closesAt: at(1_200).toISOString() });
  await answerOpen(c, await aDuel(c, d, at(1_010)), at(1_015), true);
  await endOverdueMatches(at(1_400));
  await closeArenas(at(1_401));
  expect(await pointsOf(slow, 1_410)).toEqual(
    new Map([
      [c, 2],
      [d, 0],
    ]),
  );
});

test("a duel counts among the people of the branch alone, they are set against one another first, and a race of four counts nowhere", async () => {
  const id = (await told(makeArena, ofLeft, form({ branchId: house.left }), at(-HOUR))).id;
  const [a = 0, b = 0] = await players(2);
  const [outside = 0] = await players(1, house.right);
  await aPlayedDuel(a, outside, [5, 0], at(10));
  expect(await pointsOf(id, 100)).toEqual(new Map());
  expect(await codeOf(getArena, outside, { id }, at(100))).toBe("not-found");
  // The one from outside has waited longer and is nearer in strength; the one with whom it counts is asked first.
  await judge.update(ratings).set({ rating: 1_050 }).where(eq(ratings.personId, a));
  await judge.update(ratings).set({ rating: 1_050 }).where(eq(ratings.personId, outside));
  await told(askForMatch, outside, { size: 2 }, at(200));
  await judge.update(matchWaiters).set({ size: 4 });
  await told(askForMatch, b, { size: 2 }, at(201));
  await judge.update(matchWaiters).set({ size: 2 });
  const { matchId } = await told(askForMatch, a, { size: 2 }, at(202));
  const names = await judge
    .select({ personId: matchPlayers.personId })
    .from(matchPlayers)
    .where(eq(matchPlayers.matchId, matchId ?? 0));
  expect(names.map(({ personId }) => personId).toSorted()).toEqual([a, b].toSorted());
  const four = await players(4);
  for (const who of four) await told(askForMatch, who, { size: 4 }, at(300));
  const [race] = await judge.select({ arenaId: matches.arenaId }).from(matches).where(eq(matches.size, 4));
  expect(race).toEqual({ arenaId: null });
});

test("what is struck out counts for neither, before the end and after it, and counts again when that is lifted; nothing is forgotten", async () => {
  const id = await made();
  const [a = 0, b = 0, c = 0] = await players(3);
  const first = await aPlayedDuel(a, b, [5, 0], at(10));
  await aPlayedDuel(c, b, [4, 3], at(80));
  await aPlayedDuel(a, c, [5, 1], at(150));
  const whole = new Map([
    [a, 4],
    [c, 2],
    [b, 0],
  ]);
  expect(await pointsOf(id, 210)).toEqual(whole);
  const strike = (what: object) => tell(strikeFromArena, house.organizer, { id, reason: "商量好的", ...what }, at(220));
  expect(await strike({ matchId: 9e12 })).toMatchObject({ code: "not-in-this-arena", fields: [{ path: "matchId" }] });
  expect(await strike({ personId: house.member })).toMatchObject({ code: "not-in-this-arena", fields: [{ path: "personId" }] });
  expect(await strike({})).toMatchObject({ code: "strike-one-thing", fields: [{ path: "matchId" }] });
  expect(await codeOf(strikeFromArena, ofLeft, { id, matchId: first, reason: "x" }, at(220))).toBe("not-found");
  const struck = await strike({ matchId: first });
  expect(struck.ok).toBe(true);
  expect(await strike({ matchId: first })).toMatchObject({ code: "struck-already", fields: [{ path: "matchId" }] });
  expect(await pointsOf(id, 230)).toEqual(
    new Map([
      [a, 2],
      [c, 2],
      [b, 0],
    ]),
  );
  expect((await seen(a, id, 230)).steps[0]).toMatchObject({ verdict: "struck", points: 0 });

  await closeArenas(at(HOUR));
  const person = await told(strikeFromArena, house.organizer, { id, personId: c, reason: "替别人答" }, at(HOUR + 10));
  expect(await pointsOf(id, HOUR + 20)).toEqual(new Map());
  expect(await seen(c, id, HOUR + 20)).toMatchObject({ own: null, total: 0, steps: [{ verdict: "struck" }, { verdict: "struck" }] });
  const lift = (strikeId: number) => codeOf(liftStrike, house.organizer, { id, strikeId, reason: "查清了" }, at(HOUR + 30));
  expect(await lift(person.id)).toBe("done");
  expect(await lift(person.id)).toBe("not-struck");
  expect(await lift(struck.ok ? struck.value.id : 0)).toBe("done");
  expect(await pointsOf(id, HOUR + 40)).toEqual(whole);
  expect(await recomputeArenas()).toMatchObject({ found: [] });
  await judge
    .update(matchPlayers)
    .set({ rightCount: 5 })
    .where(and(eq(matchPlayers.matchId, first), eq(matchPlayers.personId, b)));
  expect(await recomputeArenas()).toMatchObject({ found: [{ what: "arena", id }] });
  await judge
    .update(matchPlayers)
    .set({ rightCount: 0 })
    .where(and(eq(matchPlayers.matchId, first), eq(matchPlayers.personId, b)));
  // The end, one striking, two liftings: four boards, the latest stands.
  expect(await desk.select().from(arenaBoards).where(eq(arenaBoards.arenaId, id))).toHaveLength(4);
  expect((await watched(id, HOUR + 40)).strikes).toMatchObject([
    { matchId: first, person: null, reason: "商量好的", liftReason: "查清了" },
    { matchId: null, personId: c, reason: "替别人答", liftReason: "查清了" },
  ]);
  expect((await told(exportMyData, c, {}, at(HOUR + 40))).arenaStrikes).toMatchObject([{ arenaId: id, reason: "替别人答" }]);
});

test("who goes away loses, whoever stays wins, and two who go away together get nothing for it", async () => {
  const id = await made();
  const [a = 0, b = 0] = await players(2);
  const both = await aDuel(a, b, at(10));
  for (const who of [a, b]) await told(leaveMatch, who, { id: both }, at(15));
  const left = await aDuel(a, b, at(60));
  await told(leaveMatch, a, { id: left }, at(65));
  await endOverdueMatches(at(400));
  expect(await pointsOf(id, 400)).toEqual(
    new Map([
      [b, 2],
      [a, 0],
    ]),
  );
  expect((await seen(a, id, 400)).steps).toMatchObject([
    { result: -1, otherResult: -1, points: 0, verdict: "counts" },
    { result: -1, otherResult: 0, points: 0, verdict: "counts" },
  ]);
});

test("what is wrong about a window or a branch is said at its field, and what has begun is not changed any more", async () => {
  const fields = async (verb: Parameters<typeof tell>[0], who: number, input: object, now: Date) => {
    const outcome = await tell(verb, who, input, now);
    return outcome.ok ? "done" : outcome.fields.map(({ path, code }) => `${path} ${code}`).join() || outcome.code;
  };
  const tried = (more: object, who = house.organizer) => fields(makeArena, who, form(more), at(-HOUR));
  expect(await tried({ closesAt: at(0).toISOString() })).toBe("closesAt closes-before-it-opens");
  expect(await tried({ closesAt: at(-1).toISOString() })).toBe("closesAt closes-before-it-opens");
  expect(await tried({ closesAt: at(32 * 86_400).toISOString() })).toBe("closesAt arena-too-long");
  expect(await tried({ opensAt: at(-2 * HOUR).toISOString() })).toBe("opensAt arena-in-the-past");
  expect(await tried({ branchId: house.right }, ofLeft)).toBe("branchId not-found");
  expect(await tried({ branchId: 9e12 })).toBe("branchId not-found");
  expect(await tried({ perOpponent: 0 })).toMatch(/^perOpponent /);
  expect(await tried({}, house.reviewer)).toBe("forbidden");

  const whole = await made();
  expect(await tried({})).toBe("opensAt arena-overlaps");
  expect(await tried({ branchId: house.left, opensAt: at(HOUR - 1).toISOString(), closesAt: at(2 * HOUR).toISOString() })).toBe(
    "opensAt arena-overlaps",
  );
  const after = await made({ branchId: house.left, opensAt: at(HOUR).toISOString(), closesAt: at(2 * HOUR).toISOString() });
  await made({ branchId: house.right, opensAt: at(HOUR).toISOString(), closesAt: at(2 * HOUR).toISOString() });
  const edit = (id: number, more: object, now: Date) => fields(editArena, house.organizer, { ...form(more), id }, now);
  expect(await edit(whole, { title: "新擂台", closesAt: at(HOUR + 1).toISOString() }, at(-10))).toBe("opensAt arena-overlaps");
  expect(await edit(whole, { title: "新擂台", closesAt: at(HOUR - 60).toISOString() }, at(-10))).toBe("done");
  expect(await desk.select({ title: arenas.title }).from(arenas).where(eq(arenas.id, whole))).toEqual([{ title: "新擂台" }]);
  // Three seconds before the opening a duel can be the arena's already.
  expect(await edit(whole, {}, at(-3))).toBe("arena-begun");
  expect(await fields(editArena, ofLeft, { ...form(), id: whole }, at(-10))).toBe("not-found");

  const end = (id: number, how: string, now: Date) => codeOf(endArena, house.organizer, { id, how, reason: "停电" }, now);
  expect(await end(after, "close", at(0))).toBe("arena-not-running");
  expect(await end(after, "cancel", at(0))).toBe("done");
  expect(await end(after, "cancel", at(1))).toBe("arena-is-over");
  // What was called off is in nobody's way any more.
  expect(await tried({ branchId: house.left, opensAt: at(HOUR).toISOString(), closesAt: at(2 * HOUR).toISOString() })).toBe("done");

  // Of two who ask for the same hours at once, one is told so.
  const same = { branchId: house.left, opensAt: at(20 * HOUR).toISOString(), closesAt: at(21 * HOUR).toISOString() };
  expect((await Promise.all([tried(same), tried(same), tried({ ...same, branchId: house.root })])).toSorted()).toEqual([
    "done",
    "opensAt arena-overlaps",
    "opensAt arena-overlaps",
  ]);

  const [a = 0, b = 0, c = 0] = await players(3);
  await aPlayedDuel(a, b, [5, 1], at(10));
  await aDuel(a, c, at(80));
  expect(await end(whole, "close", at(90))).toBe("done");
  await endOverdueMatches(at(600));
  await closeArenas(at(601));
  expect(await seen(a, whole, 610)).toMatchObject({
    phase: "over",
    isFinal: true,
    closesAt: at(90),
    endReason: "停电",
    total: 2,
    own: { points: 2 },
  });
  expect(await end(whole, "cancel", at(700))).toBe("arena-is-over");
});

test("one that is called off counts for nothing, is told with its reason, and is laid down by nobody", async () => {
  const id = await made();
  const [a = 0, b = 0] = await players(2);
  await aPlayedDuel(a, b, [5, 1], at(10));
  await told(endArena, house.organizer, { id, how: "cancel", reason: "场地没有了" }, at(100));
  expect(await seen(a, id, 110)).toMatchObject({
    phase: "cancelled",
    endReason: "场地没有了",
    total: 0,
    own: null,
    places: [],
    steps: [{ verdict: "cancelled", points: 0 }],
  });
  await aPlayedDuel(a, b, [5, 1], at(200));
  expect(await judge.select().from(matches).where(eq(matches.arenaId, id))).toHaveLength(1);
  expect(await closeArenas(at(HOUR + 1))).toBe(0);
});

test("its people are told once that it is announced, moved to another hour, and called off with the reason; nobody else is", async () => {
  const [left = 0, other = 0] = await players(2);
  const [gone = 0] = await players(1);
  await desk
    .update(people)
    .set({ disabledAt: at(-2 * HOUR) })
    .where(eq(people.id, gone));
  const [right = 0] = await players(1, house.right);
  const stranger = await aPerson((await aQuestionDesk()).left);
  const id = await made({ title: "联赛", branchId: house.left });
  const noticesOf = (personId: number) =>
    desk
      .select({ kind: notices.kind, params: notices.params, path: notices.path })
      .from(notices)
      .where(and(eq(notices.personId, personId), eq(notices.path, `/practice/arena/${id}`)))
      .orderBy(notices.id);
  const path = `/practice/arena/${id}`;
  const told1 = { kind: "arena-announced", params: { title: "联赛", when: whenOf(at(0)) }, path };
  expect([await noticesOf(left), await noticesOf(other)]).toEqual([[told1], [told1]]);
  expect([await noticesOf(right), await noticesOf(stranger), await noticesOf(gone), await noticesOf(ofLeft)]).toEqual([
    [],
    [],
    [],
    [told1],
  ]);
  const edit = (more: object) => told(editArena, house.organizer, { ...form({ title: "联赛", ...more }), id }, at(-HOUR / 2));
  // Words alone are no news; of another branch, those who have not heard of it are told.
  await edit({ branchId: house.left, intro: "欢迎" });
  expect(await noticesOf(left)).toEqual([told1]);
  await edit({ branchId: house.root });
  expect([await noticesOf(left), await noticesOf(right)]).toEqual([[told1], [told1]]);
  await edit({ branchId: house.root, opensAt: at(60).toISOString() });
  const told2 = { ...told1, kind: "arena-changed", params: { title: "联赛", when: whenOf(at(60)) } };
  expect([await noticesOf(left), await noticesOf(right)]).toEqual([
    [told1, told2],
    [told1, told2],
  ]);
  await told(endArena, house.organizer, { id, how: "cancel", reason: "停电" }, at(10));
  const told3 = { ...told2, kind: "arena-cancelled", params: { ...told2.params, reason: "停电" } };
  expect(await codeOf(endArena, house.organizer, { id, how: "cancel", reason: "停电" }, at(11))).toBe("arena-is-over");
  expect([await noticesOf(left), await noticesOf(right)]).toEqual([
    [told1, told2, told3],
    [told1, told2, told3],
  ]);
  expect([await noticesOf(stranger), await noticesOf(gone)]).toEqual([[], []]);
  // One that only ends early has its board, and tells nobody that it was called off.
  const early = await made({ branchId: house.left, opensAt: at(100).toISOString(), closesAt: at(200).toISOString() });
  await told(endArena, house.organizer, { id: early, how: "close", reason: "人齐了" }, at(150));
  expect(await desk.$count(notices, and(eq(notices.personId, left), eq(notices.path, `/practice/arena/${early}`)))).toBe(1);
});

test("the list shows exactly what can.seeArena allows, to everybody, and the desk's what can.runArena does", async () => {
  await made({ closesAt: at(100).toISOString() });
  await told(makeArena, ofLeft, form({ branchId: house.left, opensAt: at(200).toISOString(), closesAt: at(300).toISOString() }), at(-HOUR));
  await made({ branchId: house.right, opensAt: at(200).toISOString(), closesAt: at(300).toISOString() });
  const all = await desk.select({ id: arenas.id, opensAt: arenas.opensAt }).from(arenas);
  const [right = 0] = await players(1, house.right);
  let shown = 0;
  for (const who of [house.member, right, ofLeft, house.organizer, house.leader, house.reviewer, house.branchAdmin]) {
    const { viewer } = await as(who);
    const list = (await told(listArenas, who, {}, at(0))).arenas.map(({ id }) => id);
    const running: number[] = [];
    const mayBe: number[] = [];
    for (const { id, opensAt } of all) {
      const arena = await findArena(desk, id);
      if (!arena) throw new Error("an arena is gone");
      expect(await codeOf(getArena, who, { id }, at(0))).toBe(can.seeArena(viewer, arena) ? "done" : "not-found");
      if (can.seeArena(viewer, arena) && opensAt >= at(-1)) mayBe.push(id);
      if (can.runArena(viewer, arena)) running.push(id);
    }
    expect(list.filter((id) => mayBe.includes(id)).toSorted()).toEqual(mayBe.toSorted());
    expect(list.filter((id) => all.some((one) => one.id === id && one.opensAt >= at(-1))).toSorted()).toEqual(mayBe.toSorted());
    const desks = await tell(listArenasDesk, who, {}, at(0));
    if (running.length > 0) expect(desks.ok && desks.value.arenas.map(({ id }) => id).toSorted()).toEqual(running.toSorted());
    else if (!can.seeArenasDesk(viewer)) expect(desks).toMatchObject({ ok: false, code: "forbidden" });
    shown += list.length;
  }
  expect(shown).toBeGreaterThan(10);
});

test("near shows three before and three after, a band no place and no names; each as the organizer wants it", async () => {
  const near = await made({ closesAt: at(HOUR).toISOString() });
  const many = await players(10);
  const [top = 0] = many;
  for (let nth = 0; nth < 10; nth += 2) await aPlayedDuel(many[nth] ?? 0, many[nth + 1] ?? 0, [5, nth === 0 ? 0 : 5], at(10 + nth * 40));
  const seenNear = await seen(top, near, 700);
  expect(seenNear).toMatchObject({ total: 10, own: { place: 1, band: 10, points: 2 } });
  expect(seenNear.places.map(({ place }) => place)).toEqual([1, 2, 2, 2]);
  const [stranger = 0] = await players(1);
  expect(await seen(stranger, near, 700)).toMatchObject({ total: 10, own: null, places: [], steps: [] });
  await desk.update(arenas).set({ view: "band" }).where(eq(arenas.id, near));
  expect(await seen(top, near, 700)).toMatchObject({ own: { place: null, band: 10 }, places: [] });
  await desk.update(arenas).set({ view: "full" }).where(eq(arenas.id, near));
  expect((await seen(stranger, near, 700)).places).toHaveLength(10);
  expect((await seen(stranger, near, 700, { page: 2 })).places).toEqual([]);
});

test("in light-burden mode there is no arena: none is made, and of those that were nobody's rank is told", async () => {
  const id = await made({ view: "full" });
  const [a = 0, b = 0] = await players(2);
  await aPlayedDuel(a, b, [5, 1], at(10));
  await desk.update(organisation).set({ lightBurden: true });
  expect(
    await codeOf(makeArena, house.organizer, form({ opensAt: at(2 * HOUR).toISOString(), closesAt: at(3 * HOUR).toISOString() }), at(0)),
  ).toBe("light-burden");
  expect(await codeOf(editArena, house.organizer, { ...form(), id }, at(-10))).toBe("light-burden");
  expect(await told(listArenas, a, {}, at(100))).toEqual({ isOn: false, arenas: [] });
  expect(await seen(a, id, 100)).toMatchObject({ isOn: false, total: 0, own: null, places: [], steps: [] });
  expect(await watched(id, 100)).toMatchObject({ isOn: false, board: [], duels: [], oneSided: [], strikes: [] });
  await desk.update(organisation).set({ lightBurden: false });
  expect(await pointsOf(id, 100)).toEqual(
    new Map([
      [a, 2],
      [b, 0],
    ]),
  );
});
