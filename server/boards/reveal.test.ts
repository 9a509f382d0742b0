// Above 150 lines: one ceremony from its beginning to the release.
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "#db/client.ts";
import type { REVEAL_BOARDS } from "#domain/boards/reveal.ts";
import { releaseBoard } from "#server/contests/release-board.ts";
import { closeContests } from "#server/jobs/open-and-close-contests.ts";
import { getTeamBoard } from "#server/teams/get-team-board.ts";
import { openZip } from "#tests/fixtures/open-zip.ts";
import { at } from "#tests/world/contest.ts";
import { aFrozenContest, FREEZE, play } from "#tests/world/frozen-contest.ts";
import { refusalOf, valueOf } from "#tests/world/outcome.ts";
import { as } from "#tests/world/people.ts";
import { exportBoard } from "./export-board.ts";
import { getBoard } from "./get-board.ts";
import { getBranchBoard } from "./get-branch-board.ts";
import { getContestScreen } from "./get-contest-screen.ts";
import { getOverviewScreen } from "./get-overview-screen.ts";
import { getReveal } from "./get-reveal.ts";
import { moveReveal } from "./move-reveal.ts";
import { startReveal } from "./start-reveal.ts";

type Board = (typeof REVEAL_BOARDS)[number];
const OVER = 125;

/** A frozen contest that is over: two rose after the freeze, one came in, one tried again in vain. */
async function anOverContest(rules: Record<string, unknown> = {}) {
  const world = await aFrozenContest(rules);
  const { slug, people, organizer } = world;
  await world.freeze();
  for (const [who, right, minute] of [
    [5, 5, 1],
    [3, 3, 5],
    [3, 4, 9],
    [6, 2, 13],
    [0, 1, 17],
  ] as const)
    await play(people[who] ?? 0, slug, right, FREEZE + minute);
  await closeContests(at(OVER));
  const look = await as(organizer, at(OVER));
  const state = async (board: Board = "persons") => valueOf(await getReveal.call(look, { slug, board }));
  const start = async (input: object = {}) => startReveal.call(look, { slug, board: "persons", ...input });
  const move = async (input: object) => moveReveal.call(look, { slug, board: "persons", ...input });
  return { ...world, look, state, start, move };
}

test("the ceremony goes from the frozen board to the true one, of people and of branches, whoever looks and however often", async () => {
  const { slug, look, state, start, move } = await anOverContest();
  const truth = valueOf(await getBoard.call(look, { slug }));
  const frozen = valueOf(await getBoard.call(look, { slug, board: "public" }));
  const branches = valueOf(await getBranchBoard.call(look, { slug }));
  const linesOf = async (board: Board) => (await state(board)).running?.lines.map(({ rank, valueMilli }) => [rank, valueMilli]);
  expect((await state()).running).toBeNull();
  for (const board of ["persons", "branches"] as const) {
    valueOf(await start({ board }));
    if (board === "persons")
      expect((await linesOf(board))?.filter(([rank]) => rank !== null)).toEqual(
        frozen.places.map(({ rank, scoreMilli }) => [rank, scoreMilli]),
      );
    for (let running = (await state(board)).running; running && running.step < running.steps; running = (await state(board)).running)
      valueOf(await move({ board, move: "next", seq: running.seq }));
    const expected =
      board === "persons"
        ? truth.places.map(({ rank, scoreMilli }) => [rank, scoreMilli])
        : branches.rows.map(({ rank, adjustedMilli }) => [rank, adjustedMilli]);
    expect(await linesOf(board)).toEqual(expected);
    expect(await state(board)).toMatchObject({ running: { isOutdated: false, last: { kind: "award", to: 1 } } });
  }
});

test("teams open from the bottom up, one member's result after the other, and end in the true board of teams", async () => {
  for (const score of ["mean", "sum", "top_n"]) {
    const world = await anOverContest({ team: { min: 2, max: 3, score, topN: 1 } });
    const { slug, look, state, start, move } = world;
    const board = async (wish: string) =>
      valueOf(await getTeamBoard.call(look, { slug, board: wish })).rows.map((row) => [row.rank, row.name, row.scoreMilli]);
    const linesOf = async () => (await state("teams")).running?.lines.map(({ rank, name, valueMilli }) => [rank, name, valueMilli]);
    expect((await state("teams")).contest.boards).toEqual(["persons", "branches", "teams"]);
    valueOf(await start({ board: "teams" }));
    expect(await linesOf()).toEqual(await board("public"));
    expect(await board("public")).not.toEqual(await board("true"));
    for (let running = (await state("teams")).running; running && running.step < running.steps; running = (await state("teams")).running)
      valueOf(await move({ board: "teams", move: "next", seq: running.seq }));
    expect(await linesOf()).toEqual(await board("true"));
    expect((await state("teams")).running).toMatchObject({ isOutdated: false, last: { kind: "award", to: 1 } });
  }
  const persons = await anOverContest();
  expect(refusalOf(await persons.start({ board: "teams" }))).toBe("board-keeps-places@board");
});

test("its state is the server's: back, to a place, and of ten presses or two operators one moves", async () => {
  const { state, start, move } = await anOverContest();
  const { seq } = valueOf(await start());
  const pressed = await Promise.all(Array.from({ length: 10 }, () => move({ move: "next", seq })));
  expect(pressed.filter(({ ok }) => ok)).toHaveLength(1);
  expect(pressed.filter((one) => refusalOf(one) === "reveal-moved-on")).toHaveLength(9);
  expect((await state()).running).toMatchObject({ step: 1, seq: seq + 1 });
  // Begun again by a reload, it goes on where it was.
  expect(valueOf(await start())).toEqual({ step: 1, seq: seq + 1 });
  valueOf(await move({ move: "back", seq: seq + 1 }));
  valueOf(await move({ move: "back", seq: seq + 2 }));
  expect((await state()).running).toMatchObject({ step: 0, last: null });
  valueOf(await move({ move: "place", place: 3, seq: seq + 2 }));
  const atThree = (await state()).running;
  expect(atThree?.open).toBeLessThanOrEqual(3);
  expect(refusalOf(await move({ move: "place", seq: atThree?.seq }))).toBe("invalid@place");
});

test("a correction meanwhile makes it out of date; begun anew it ends in the board of now", async () => {
  const { contestId, people, state, start, move } = await anOverContest();
  valueOf(await start());
  await database("judge").execute(sql`update standings set score_milli = 1000, rank_key = '0000003e8' || substr(rank_key, 10)
    where entry_id = (select id from entries where contest_id = ${contestId} and person_id = ${people[5]})`);
  expect((await state()).running?.isOutdated).toBe(true);
  const { seq } = valueOf(await start({ anew: true }));
  const { running } = await state();
  expect(running?.isOutdated).toBe(false);
  valueOf(await move({ move: "place", place: 1, seq }));
  valueOf(await move({ move: "next", seq: seq + 1 }));
  expect((await state()).running?.lines[0]).toMatchObject({ valueMilli: 40_000 });
});

test("no ceremony while somebody may answer, without a freeze, of a board that tells no places, or by a member", async () => {
  const world = await aFrozenContest();
  const { slug, organizer, people } = world;
  const start = async (personId: number, minute: number, board: Board = "persons") =>
    refusalOf(await startReveal.call(await as(personId, at(minute)), { slug, board }));
  expect(await start(organizer, FREEZE - 1)).toBe("not-frozen");
  await world.freeze();
  expect(await start(organizer, FREEZE + 1)).toBe("not-closed-yet");
  expect(await start(people[0] ?? 0, OVER)).toBe("not-found");
  for (const verb of [getReveal, getContestScreen, exportBoard])
    expect(refusalOf(await verb.call(await as(people[0] ?? 0, at(OVER)), { slug }))).toMatch(/not-found|forbidden/);
  valueOf(await releaseBoard.call(await as(organizer, at(OVER)), { slug }));
  expect(await start(organizer, OVER + 1)).toBe("not-frozen");
  const quiet = await anOverContest({ board: { view: "band" } });
  expect(refusalOf(await quiet.start())).toBe("board-keeps-places@board");
  expect(refusalOf(await quiet.start({ board: "branches" }))).toBe("ok");
});

test("a hall reads the names that the rules print: a ceremony and a screen of an anonymous board tell none", async () => {
  for (const names of ["anonymous", "branch"]) {
    const { slug, look, state, start, left } = await anOverContest({ board: { names } });
    valueOf(await start());
    const shown = JSON.stringify([
      await state(),
      valueOf(await getContestScreen.call(look, { slug })),
      valueOf(await getOverviewScreen.call(look, {})),
    ]);
    expect(shown).not.toMatch(/选手/);
    expect((await state()).running?.lines.some(({ branchName }) => branchName === left.name)).toBe(names === "branch");
  }
});

test("big screens show what everybody sees: S_f until the release, whoever opened them; nothing is listed where no places are told", async () => {
  const { slug, look, organizer } = await anOverContest();
  const screen = async (minute: number) => valueOf(await getContestScreen.call(await as(organizer, at(minute)), { slug })).board;
  const frozen = await screen(OVER);
  expect(frozen).toMatchObject({ isFrozen: true, total: 6, eligible: 9, asOf: at(FREEZE) });
  expect(frozen.places?.map(({ scoreMilli }) => scoreMilli / 10_000)).toEqual([4, 3, 3, 2, 1, 0]);
  expect(frozen.branches?.map(({ participants }) => participants).sort()).toEqual([3, 3, 6]);
  const card = valueOf(await getOverviewScreen.call(look, {})).boards.find((one) => one.slug === slug);
  expect(card).toMatchObject({ isFrozen: true, total: 6 });
  valueOf(await releaseBoard.call(look, { slug }));
  expect(await screen(OVER + 1)).toMatchObject({ isFrozen: false, total: 7 });
  const band = await anOverContest({ board: { view: "band" } });
  expect(valueOf(await getContestScreen.call(band.look, { slug: band.slug })).board).toMatchObject({ places: null, total: 6 });
});

test("a file says in its name and its first line which board it is", async () => {
  const { slug, look } = await anOverContest({ team: { min: 2, max: 3 } });
  for (const [board, word, clock] of [
    ["true", "真实", "11:05"],
    ["public", "封榜", "10:00"],
  ] as const)
    for (const of of ["persons", "branches", "teams"]) {
      const { fileName, bytes } = valueOf(await exportBoard.call(look, { slug, of, board }));
      expect(fileName).toMatch(new RegExp(`榜 ${word}\\.xlsx$`));
      const texts = openZip(bytes).map(({ data }) => Buffer.from(data).toString());
      expect(texts.some((text) => text.includes(`榜 ${word} · 截至 2026-12-01 ${clock}`))).toBe(true);
    }
});
