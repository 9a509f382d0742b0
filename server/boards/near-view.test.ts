import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "#db/client.ts";
import { rankKeyOf } from "#domain/boards/rank-key.ts";
import { aContest, at } from "#tests/world/contest.ts";
import { valueOf } from "#tests/world/outcome.ts";
import { aPerson, as } from "#tests/world/people.ts";
import { getBoard } from "./get-board.ts";
import { LiveStandings } from "./live-standings.ts";

/** A contest with these scores counted, best first, two of them alike; whose they are, in that order. */
async function aBoard(view: "full" | "near" | "band" | undefined, scores: readonly number[]) {
  const contest = await aContest({ rules: { board: { ...(view && { view }), moves: "hand-in" } } });
  const people: number[] = [];
  for (const points of scores) {
    const personId = await aPerson(contest.left.id, { name: `选手${points}号${people.length}` });
    const fields = { scoreMilli: points * 1_000, rightCount: points, totalMs: 60_000, lastScoringMs: 60_000 };
    await database("desk").execute(sql`
      with entered as (insert into entries (contest_id, person_id, branch_id, entered_at)
        values ((select id from contests where slug = ${contest.slug}), ${personId}, ${contest.left.id}, ${at(1)}) returning id, contest_id)
      insert into standings (entry_id, contest_id, score_milli, right_count, total_ms, last_scoring_ms, rank_key, attempts_ended, counts, counted_at)
      select id, contest_id, ${fields.scoreMilli}, ${points}, 60000, 60000, ${rankKeyOf(fields)}, 1, true, ${at(2)} from entered`);
    people.push(personId);
  }
  const board = async (personId: number, input: object = {}) =>
    valueOf(await getBoard.call(await as(personId, at(5)), { slug: contest.slug, ...input }));
  return { ...contest, people, board };
}

const TWELVE = [50, 45, 40, 40, 40, 35, 30, 25, 20, 15, 10, 5];

test("B4: near shows one's own place with three before and after it, ties in the list's own order, whatever page is asked for", async () => {
  const { people, board } = await aBoard("near", TWELVE);
  const ranksOf = async (at: number, input: object = {}) =>
    (await board(people[at] ?? 0, input)).places.map(({ rank, own }) => (own ? -rank : rank));
  expect(await ranksOf(0)).toEqual([-1, 2, 3, 3]);
  expect(await ranksOf(3)).toEqual([1, 2, 3, -3, 3, 6, 7]);
  expect(await ranksOf(4, { page: 2 })).toEqual([2, 3, 3, -3, 6, 7, 8]);
  expect(await ranksOf(11, { page: 1 })).toEqual([9, 10, 11, -12]);
  expect(await board(people[4] ?? 0)).toMatchObject({ view: "near", own: { rank: 3, band: 25 }, total: 12, pages: 1 });
});

test("B4: a band tells among how many in a hundred and no place at all, one's own neither, and no name but one's own", async () => {
  const { people, board, left } = await aBoard("band", TWELVE);
  for (const page of [1, 2]) {
    const seen = await board(people[5] ?? 0, { page });
    expect(seen).toMatchObject({ view: "band", places: [], own: { rank: null, band: 50, scoreMilli: 35_000 }, total: 12, pages: 1 });
    expect(JSON.stringify(seen).match(/选手\d+号\d+/g)).toEqual(["选手35号5"]);
  }
  expect(await board(await aPerson(left.id))).toMatchObject({ places: [], own: null, total: 12 });
});

test("the organizer sees all of it in every view; a contest that says nothing shows its members all of it", async () => {
  for (const view of ["band", "near", undefined] as const) {
    const { people, board, organizer } = await aBoard(view, TWELVE);
    expect((await board(organizer)).places).toHaveLength(12);
    expect((await board(people[11] ?? 0)).places).toHaveLength({ band: 0, near: 4, full: 12 }[view ?? "full"]);
  }
});

test("the stream, which says the same to everybody, carries no place that members do not see", async () => {
  for (const view of ["band", "near", "full"] as const) {
    const { slug } = await aBoard(view, TWELVE);
    const { rows } = await database("desk").execute<{ id: string }>(sql`select id from contests where slug = ${slug}`);
    const live = await LiveStandings.open(Number(rows[0]?.id), at(5));
    const said = await live?.board(at(5), 0);
    expect(said).toMatchObject({ total: 12 });
    expect(said?.places).toHaveLength(view === "full" ? 12 : 0);
  }
});
