import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "#db/client.ts";
import { retakeFrozenBoard } from "#server/contests/retake-frozen-board.ts";
import { readTable } from "#server/imports/read-table.ts";
import { endOverdueAttempts } from "#server/jobs/end-overdue-attempts.ts";
import { closeContests } from "#server/jobs/open-and-close-contests.ts";
import { changeTeam } from "#server/teams/change-team.ts";
import { getTeamBoard } from "#server/teams/get-team-board.ts";
import { at } from "#tests/world/contest.ts";
import { aFrozenContest, answering, FREEZE, play } from "#tests/world/frozen-contest.ts";
import { valueOf } from "#tests/world/outcome.ts";
import { as } from "#tests/world/people.ts";
import { exportBoard } from "./export-board.ts";

type World = Awaited<ReturnType<typeof aFrozenContest>>;
type Kept = { rank: number; teamId: number; name: string; scoreMilli: number; members: number; played: number; counted: number };
type Line = [rank: number, name: string | null, points: number, played: number, members: number, counted: number];

const lineOf = (row: Omit<Kept, "teamId" | "name"> & { name: string | null }): Line => [
  ...([row.rank, row.name, row.scoreMilli / 1_000] as const),
  ...([row.played, row.members, row.counted] as const),
];
/** The teams of the boards that were kept at a moment, the newest last. */
async function keptAt({ contestId }: World, moment: string): Promise<Line[][]> {
  const { rows } = await database("desk").execute<{ teams: Kept[] }>(
    sql`select teams from board_snapshots where contest_id = ${contestId} and moment = ${moment} order by revision`,
  );
  return rows.map(({ teams }) => teams.map(lineOf));
}
/** Whose results those teams have, by their place among the people of the world. */
async function playersAt({ contestId, people }: World, moment: string): Promise<[string, number[]][]> {
  const { rows } = await database("desk").execute<{ name: string; players: string[] }>(sql`
    select t.line ->> 'name' as name, array(select e.person_id from jsonb_array_elements_text(t.line -> 'entryIds') with ordinality as i(id, nth)
      join entries e on e.id = i.id::bigint order by i.nth) as players
    from board_snapshots s, jsonb_array_elements(s.teams) as t(line)
    where s.id = (select max(id) from board_snapshots where contest_id = ${contestId} and moment = ${moment}) order by (t.line ->> 'teamId')::bigint desc`);
  return rows.map(({ name, players }) => [name, players.map((id) => people.indexOf(Number(id)))]);
}
const shownAt = async ({ slug, organizer }: World, minute: number, board: "public" | "true") =>
  valueOf(await getTeamBoard.call(await as(organizer, at(minute)), { slug, board })).rows.map(lineOf);
async function fileAt({ slug, organizer }: World, minute: number, board: "public" | "true"): Promise<unknown[]> {
  const { bytes, fileName } = valueOf(await exportBoard.call(await as(organizer, at(minute)), { slug, of: "teams", board }));
  // The first line says which board it is, the second what stands in it.
  const { rows } = await readTable(bytes, fileName);
  return rows.slice(1).map(({ cells: [rank, name, , , points, , , ...who] }) => [Number(rank), name, Number(points), ...who.map(Number)]);
}

test("the teams of S_f are kept with it, and board and file say the same whatever is played or changed since; the last board keeps the true ones", async () => {
  const world = await aFrozenContest({ team: { min: 1, max: 3, score: "mean" } });
  const { slug, people, organizer, contestId } = world;
  await world.freeze();
  const frozen: Line[] = [
    [1, "红旗队", 35, 2, 2, 2],
    [2, "先锋队", 25, 2, 2, 2],
    [3, "星火队", 5, 1, 2, 1],
    [4, "朝阳队", 0, 1, 2, 1],
  ];
  expect(await keptAt(world, "freeze")).toEqual([frozen]);
  await play(people[5] ?? 0, slug, 5, FREEZE + 1);
  await play(people[6] ?? 0, slug, 5, FREEZE + 5);
  const { rows } = await database("desk").execute<{ id: string }>(
    sql`select id from teams where contest_id = ${contestId} and name = '朝阳队'`,
  );
  const change = { slug, teamId: Number(rows[0]?.id), deed: "remove", personId: people[7], reason: "退出" };
  valueOf(await changeTeam.call(await as(organizer, at(FREEZE + 10)), change));
  for (const kept of [await shownAt(world, FREEZE + 11, "public"), await fileAt(world, FREEZE + 11, "public")])
    expect(kept).toEqual(frozen);
  // Taken anew, how many they were is still what it was at the freeze.
  valueOf(await retakeFrozenBoard.call(await as(organizer, at(FREEZE + 12)), { slug, reason: "裁定" }));
  expect(await keptAt(world, "freeze")).toEqual([frozen, frozen]);
  expect(await playersAt(world, "freeze")).toEqual([
    ["朝阳队", [5]],
    ["先锋队", [1, 3]],
    ["星火队", [4]],
    ["红旗队", [0, 2]],
  ]);
  await closeContests(at(125));
  const [end] = await keptAt(world, "end");
  expect(end?.find(([, name]) => name === "朝阳队")).toEqual([1, "朝阳队", 50, 1, 1, 1]);
  for (const shown of [await shownAt(world, 126, "true"), await fileAt(world, 126, "true")]) expect(shown).toEqual(end);
  expect(await shownAt(world, 126, "public")).toEqual(frozen);
});

test("who joins S_f late moves the frozen board of teams, and what was kept stays the record of the moment it was stored", async () => {
  const world = await aFrozenContest({ limitMs: 10 * 60_000, allowanceMs: 20_000, team: { min: 1, max: 3, score: "sum" } });
  const { slug, people } = world;
  // Its time was over before T_f; the worker ends it after S_f was stored.
  await answering(people[7] ?? 0, slug, 5, FREEZE - 11);
  await world.freeze();
  const [kept] = await keptAt(world, "freeze");
  expect(kept?.at(-1)).toEqual([4, "朝阳队", 0, 1, 2, 1]);
  await endOverdueAttempts(at(FREEZE + 1));
  expect((await shownAt(world, FREEZE + 2, "public")).find(([, name]) => name === "朝阳队")).toEqual([2, "朝阳队", 50, 2, 2, 2]);
  expect(await keptAt(world, "freeze")).toEqual([kept]);
});

test("a contest of persons keeps no teams", async () => {
  const world = await aFrozenContest();
  await world.freeze();
  const { rows } = await database("desk").execute(sql`select teams from board_snapshots where contest_id = ${world.contestId}`);
  expect(rows).toEqual([{ teams: null }]);
});
