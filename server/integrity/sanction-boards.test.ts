// Above 150 lines: a sanction on every board there is, against a reckoning of its own, and what of it is kept and packed.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { checkPack } from "#server/evidence/check-pack.ts";
import { openPack } from "#server/evidence/open-pack.ts";
import { recompute } from "#server/jobs/recompute.ts";
import { recountTheseTeams } from "#server/teams/recount-teams.ts";
import { aFinishedContest, contestTime } from "#tests/world/finished-contest.ts";
import { flipped, packOf, rebuilt } from "#tests/world/packs.ts";
import { reckonAnew } from "#tests/world/reckon-anew.ts";
import { codeOf, told } from "#tests/world/tell.ts";
import { decideSanction } from "./decide-sanction.ts";
import { getSanction } from "./get-sanction.ts";
import { liftSanction } from "./lift-sanction.ts";
import { proposeSanction } from "./propose-sanction.ts";

const PEOPLE = 25;
const PER_TEAM = 3;
const PER_BRANCH = 5;
const later = contestTime(400);
const rowsOf = async (statement: ReturnType<typeof sql>) => (await database("judge").execute(statement)).rows;
type Score = "mean" | "sum" | "top_n";
type World = Awaited<ReturnType<typeof aTeamsContest>>;

/** A finished contest whose people make eight teams of three; the last person is in none. */
async function aTeamsContest(score: Score, seed: string) {
  const team = { min: 2, max: 5, substitutes: 0, branches: "mixed", play: "everyone", score, topN: 2, fixed: "opens" } as const;
  const world = await aFinishedContest({ people: PEOPLE, seed, rules: { team } });
  const { contestId, sitters } = world;
  const teams: { id: number; entryIds: number[] }[] = [];
  for (let nth = 0; (nth + 1) * PER_TEAM <= PEOPLE; nth += 1) {
    const players = sitters.slice(nth * PER_TEAM, (nth + 1) * PER_TEAM);
    const { rows } = await database("desk").execute<{ id: string }>(sql`insert into teams (contest_id, name, code, created_at)
      values (${contestId}, ${`第${nth}队`}, ${`SB${contestId}${nth}`}, ${contestTime(-10)}) returning id`);
    const id = Number(rows[0]?.id);
    for (const [place, { personId, entryId }] of players.entries()) {
      await database("desk").execute(sql`insert into team_members (contest_id, person_id, team_id, role, joined_at)
        values (${contestId}, ${personId}, ${id}, ${place === 0 ? "captain" : "member"}, ${contestTime(-10)})`);
      await database("desk").execute(sql`update entries set team_id = ${id} where id = ${entryId}`);
    }
    teams.push({ id, entryIds: players.map(({ entryId }) => entryId) });
  }
  const ids = teams.map(({ id }) => id);
  await database("judge").transaction((tx) => recountTheseTeams(tx, { id: contestId, rules: { team } }, ids, contestTime(201)));
  return { ...world, teams, score };
}

type Figures = { milli: number; right: number; ms: number; last: number };
type Side = { rank: number; scoreMilli: number };
const halfUp = (over: number, under: number) => Math.floor((2 * over + under) / (2 * under));
const before = (a: Figures, b: Figures) => b.milli - a.milli || b.right - a.right || a.ms - b.ms || a.last - b.last;
const placed = (lines: [number, Figures][]): Map<number, Side> =>
  new Map(lines.map(([id, own]) => [id, { rank: 1 + lines.filter(([, one]) => before(one, own) < 0).length, scoreMilli: own.milli }]));

/** Both boards out of the answers, with so much off an entry's score, or the entry left out: nothing of the product but the marking of an answer. */
async function reckoned(world: World, struck: { entryId: number; off: number | "out" } | null) {
  const counted = new Map<number, Figures>();
  for (const { entryId, scoreMilli, rightCount, totalMs, lastScoringAt } of (await reckonAnew(world, null)).values()) {
    const off = struck?.entryId === entryId ? struck.off : 0;
    if (off === "out") continue;
    const last = Math.max(0, lastScoringAt - contestTime(0).getTime());
    counted.set(entryId, { milli: Math.max(0, scoreMilli - off), right: rightCount, ms: totalMs, last });
  }
  const teams = world.teams.flatMap(({ id, entryIds }): [number, Figures][] => {
    const results = entryIds.flatMap((entryId) => counted.get(entryId) ?? []).sort(before);
    const best = world.score === "top_n" ? results.slice(0, 2) : results;
    if (best.length === 0) return [];
    const sum = (of: (one: Figures) => number) => best.reduce((all, one) => all + of(one), 0);
    const milli =
      world.score === "mean"
        ? halfUp(
            sum((one) => one.milli),
            PER_TEAM,
          )
        : sum((one) => one.milli);
    return [[id, { milli, right: sum(({ right }) => right), ms: sum(({ ms }) => ms), last: Math.max(...best.map(({ last }) => last)) }]];
  });
  const total = [...counted.values()].reduce((all, { milli }) => all + milli, 0);
  // Per head, and five eligible people are few: (5·x̄ + 5·μ) / 10.
  const branches = world.branches.map(({ id }, nth): [number, Figures] => {
    const own = world.sitters.filter((_, at) => at % world.branches.length === nth).flatMap(({ entryId }) => counted.get(entryId) ?? []);
    const sum = own.reduce((all, { milli }) => all + milli, 0);
    const ms = own.reduce((all, one) => all + one.ms, 0);
    return [id, { milli: halfUp(PER_BRANCH * sum + total, PEOPLE * 2), right: own.length, ms, last: 0 }];
  });
  return { teams: placed(teams), branches: placed(branches) };
}

/** What two boards differ in, by number. */
const differing = (was: Map<number, Side>, is: Map<number, Side>) =>
  [...new Set([...was.keys(), ...is.keys()])]
    .map((id) => ({ id, before: was.get(id) ?? null, after: is.get(id) ?? null }))
    .filter((move) => JSON.stringify(move.before) !== JSON.stringify(move.after))
    .sort((a, b) => a.id - b.id);
const toldOf = (found: { moves: readonly { id: number; before: Side | null; after: Side | null }[] | null } | null) =>
  found?.moves?.map(({ id, before: was, after }) => ({ id, before: was, after })).sort((a, b) => a.id - b.id);

const stateOf = async ({ contestId }: World) => ({
  persons: await rowsOf(sql`select entry_id, score_milli, rank_key, counts from standings where contest_id = ${contestId} order by 1`),
  teams: await rowsOf(sql`select team_id, score_milli, right_count, total_ms, last_scoring_ms, rank_key, members, played, counted, counts
    from team_standings where contest_id = ${contestId} order by 1`),
});
const propose = async (world: World, entryId: number, wish: object) => {
  const proposal = { slug: world.slug, entryId, reason: "代答，本人承认", ...wish };
  return (await told(proposeSanction, world.organizer, proposal, later)).id;
};
const keptOf = (id: number) => rowsOf(sql`select moment, rows, teams from board_snapshots where sanction_id = ${id} order by id`);

describe.each(["mean", "sum", "top_n"] as const)("teams by %s", (score) => {
  test.each([
    ["points", { kind: "points", points: 40 }, 40_000],
    ["disqualified", { kind: "disqualified" }, "out"],
  ] as const)("%s: the preview is the effect on the boards of teams and branches, and lifted all is as before", async (name, wish, off) => {
    const world = await aTeamsContest(score, `sb-${score}-${name}`);
    const state = await stateOf(world);
    // The best of its team: whom it is made of moves it by every formula.
    const scoreOf = (entry: number) => Number(state.persons.find((row) => Number(row["entry_id"]) === entry)?.["score_milli"]);
    const [entryId = 0] = world.teams[1]?.entryIds.toSorted((a, b) => scoreOf(b) - scoreOf(a)) ?? [];
    const [plain, struck] = [await reckoned(world, null), await reckoned(world, { entryId, off })];
    const id = await propose(world, entryId, wish);
    const seen = await told(getSanction, world.approver, { id }, later);
    expect(await stateOf(world)).toEqual(state);
    expect(toldOf(seen.teams)).toEqual(differing(plain.teams, struck.teams));
    expect(toldOf(seen.branches)).toEqual(differing(plain.branches, struck.branches));
    expect(seen.branches?.moved).toBe(5);
    expect(seen.teams?.moves?.some((move) => move.id === world.teams[1]?.id)).toBe(true);
    await told(decideSanction, world.approver, { id, verdict: "approve" }, later);
    const after = await stateOf(world);
    expect(await told(getSanction, world.organizer, { id }, later)).toEqual({ ...seen, state: "applied" });
    // A second run changes nothing: decided is decided, and all that is stored is what the whole recompute gives.
    expect(await codeOf(decideSanction, world.approver, { id, verdict: "approve" }, later)).toBe("sanction-decided");
    expect(await recompute(later)).toMatchObject({ differences: 0 });
    expect(await stateOf(world)).toEqual(after);
    await told(liftSanction, world.approver, { id, reason: "申诉成立" }, later);
    expect(await stateOf(world)).toEqual(state);
    // What moved then stays readable.
    expect(await told(getSanction, world.organizer, { id }, later)).toEqual({ ...seen, state: "lifted" });
  });
});

test("a contest of persons without a board of branches tells of neither; one of before teams were kept says that it is not known", async () => {
  const alone = await aFinishedContest({ people: 4, seed: "sb-alone", rules: { board: { branches: false } } });
  const proposal = { slug: alone.slug, entryId: alone.sitters[0]?.entryId, kind: "disqualified", reason: "代答" };
  const own = await told(proposeSanction, alone.organizer, proposal, later);
  expect(await told(getSanction, alone.approver, { id: own.id }, later)).toMatchObject({ teams: null, branches: null });
  const world = await aTeamsContest("mean", "sb-old");
  const id = await propose(world, world.teams[0]?.entryIds[0] ?? 0, { kind: "points", points: 3 });
  await told(decideSanction, world.approver, { id, verdict: "approve" }, later);
  const seen = await told(getSanction, world.approver, { id }, later);
  await database("judge").execute(sql`update board_snapshots set teams = null, inputs = null where contest_id = ${world.contestId}`);
  const unknown = { moves: null, moved: 0 };
  expect(await told(getSanction, world.approver, { id }, later)).toEqual({ ...seen, teams: unknown, branches: unknown });
});

test("the boards that are kept hold the teams with whose results they are made of, and the pack is checked by them", async () => {
  const world = await aTeamsContest("top_n", "sb-kept");
  const id = await propose(world, world.teams[2]?.entryIds[1] ?? 0, { kind: "disqualified" });
  const shown = async () => (await stateOf(world)).teams.map((row) => [Number(row["team_id"]), Number(row["score_milli"]), row["counted"]]);
  const was = await shown();
  await told(decideSanction, world.approver, { id, verdict: "approve" }, later);
  type Kept = { teamId: number; scoreMilli: number; counted: number; rank: number; entryIds: number[] };
  const kept = (await keptOf(id)).map(({ moment, teams }) => ({ moment, teams: teams as Kept[] }));
  expect(kept.map(({ moment }) => moment)).toEqual(["before-sanction", "after-sanction"]);
  for (const [at, figures] of [was, await shown()].entries()) {
    const lines = (kept[at]?.teams ?? []).map(({ teamId, scoreMilli, counted }) => [teamId, scoreMilli, counted]);
    expect(lines.sort((a, b) => Number(a[0]) - Number(b[0]))).toEqual(figures);
  }
  const entriesOf = (at: number) => new Map(kept[at]?.teams.map(({ teamId, entryIds }) => [teamId, entryIds.toSorted((a, b) => a - b)]));
  expect(entriesOf(0)).toEqual(new Map(world.teams.map((team) => [team.id, team.entryIds])));
  expect(entriesOf(1).get(world.teams[2]?.id ?? 0)).toHaveLength(2);

  const folder = await mkdtemp(join(tmpdir(), "zhixing-kept-teams-"));
  try {
    const path = await packOf(world.slug, world.organizer, folder, later);
    expect((await checkPack(path)).problems).toEqual([]);
    const pack = await openPack(path);
    const file = pack.files.find((one) => one.name.startsWith("boards/after-sanction-"));
    await pack.handle.close();
    const board = file?.name ?? "";
    for (const at of [0, 1, 2].map((part) => (file?.start ?? 0) + ((part * ((file?.packed ?? 1) - 1)) >> 1)))
      expect((await checkPack(await flipped(path, folder, at))).problems.map(({ name }) => name)).toEqual([board]);
    type Packed = { teams: Kept[] | null };
    /** The pack with hashes that fit, after somebody changed the teams of that board. */
    const forged = async (change: (packed: Packed) => unknown) => {
      const rewrite = (name: string, text: string) => {
        if (name !== board) return text;
        const packed = JSON.parse(text) as Packed;
        change(packed);
        return `${JSON.stringify(packed)}\n`;
      };
      return (await checkPack(await rebuilt(path, folder, rewrite))).problems;
    };
    const [first, second] = kept[1]?.teams ?? [];
    const edit = (at: number, figures: Partial<Kept>) => (packed: Packed) => Object.assign(packed.teams?.[at] ?? {}, figures);
    const sum = { name: board, why: `team ${first?.teamId}: sum` };
    expect(await forged(edit(0, { scoreMilli: (first?.scoreMilli ?? 0) + 1 }))).toEqual([sum]);
    expect(await forged(edit(0, { entryIds: second?.entryIds ?? [] }))).toEqual([sum]);
    expect(await forged(edit(0, { entryIds: first?.entryIds.slice(0, 2) ?? [] }))).toEqual([sum]);
    expect(await forged(edit(0, { entryIds: first?.entryIds.toReversed() ?? [] }))).toEqual([sum]);
    expect(await forged(edit(1, { rank: 1 }))).toEqual([{ name: board, why: `team ${second?.teamId}: place` }]);
    // A pack of before teams were kept says nothing of them, and is whole.
    expect(await forged((packed) => Object.assign(packed, { teams: null }))).toEqual([]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
