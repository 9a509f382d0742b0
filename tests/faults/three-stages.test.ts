// Above 150 lines: three stages are one story, told from the first team to the last certificate.
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Caller } from "#tests/world/browser-less.ts";
import {
  branchSumsOf,
  type Entrant,
  goingOnFrom,
  honouredBranches,
  medalsOf,
  type Sitting,
  teamBoardOf,
} from "#tests/world/by-printed-rules.ts";
import { inTurns } from "#tests/world/many-members.ts";
import { PatientCaller } from "#tests/world/patient-caller.ts";
import { type RunningHouse, startHouse } from "#tests/world/running-house.ts";
import { IS_WHOLE } from "#tests/world/short-form.ts";
import { aCountyOf, authoredKeys, type StageMember, signIn, sitOverHttp } from "#tests/world/stage-members.ts";

// Three stages as members and their organizer play them, over HTTP and by the wall clock: sixty teams of fourteen branches in `npm run
// prove`, twenty here. What it must come to is reckoned from what the house acknowledged, by the rules as they are printed.
const BRANCHES = 14;
const [TEAMS, PLAYERS, FILL_TO] = IS_WHOLE ? [60, 3, 24] : [20, 2, 16];
const FINALISTS = 6;
const LANES = 6;
const RULES = {
  ...{ limitMs: 600_000, allowanceMs: 1_000, board: { places: null } },
  team: { min: 2, max: PLAYERS, score: "mean" },
  promotion: { perBranch: 1, fillTo: FILL_TO, ties: "order", reserve: 4 },
  awards: { organisation: { percent: 40, most: 5 } },
};
const MEDALS = [
  { medal: "gold", by: "count", number: 1 },
  { medal: "silver", by: "count", number: 2 },
  { medal: "bronze", by: "percent", number: 50 },
];
/** Worths that no half divides evenly: the mean must be rounded, once and rightly. */
const BLUEPRINT = [
  { kind: "single", count: 7, worth: 3_334 },
  { kind: "truefalse", count: 3, worth: 5_003 },
];
const WORDS: Record<string, string> = { gold: "金奖", silver: "银奖", bronze: "铜奖" };

type Team = Entrant & { members: StageMember[] };
let house: RunningHouse;
let organizer: Caller;
let countyId: number;
let members: StageMember[];
let teams: Team[];
/** How long one request takes this machine, of those that take longest. */
let tempoMs: number;
const keys = authoredKeys();

const iso = (ms: number) => new Date(ms).toISOString();
const until = (ms: number) => pause(Math.max(0, ms - Date.now()));
const windowFor = (requests: number) => 6_000 + Math.ceil(requests * tempoMs);
const desk = (slug: string, deed: string) => `/api/desk/contests/${slug}/${deed}`;

/** Asks until it is no longer too early. */
async function insist<T>(path: string, body: object, early: RegExp): Promise<T> {
  for (let more = 150; ; more -= 1) {
    const reply = await organizer.post(path, body);
    const text = await reply.text();
    if (reply.ok) return JSON.parse(text) as T;
    if (more === 0 || !early.test(text)) throw new Error(`${path}: ${reply.status} ${text}`);
    await pause(200);
  }
}

beforeAll(async () => {
  house = await startHouse();
  const known = house.accounts.find(({ account }) => account === "organizer");
  organizer = await new PatientCaller(house.url).signIn("organizer", known?.password ?? "");
  const perBranch = Math.ceil(TEAMS / BRANCHES) * PLAYERS;
  ({ countyId, members } = await aCountyOf(
    house,
    Array.from({ length: BRANCHES }, (_, at) => perBranch + 2 + (at % 5)),
  ));
  const free = new Map<string, StageMember[]>();
  for (const member of members) free.set(member.branch, [...(free.get(member.branch) ?? []), member]);
  const branches = [...free.keys()];
  teams = Array.from({ length: TEAMS }, (_, at) => {
    const branch = branches[at % BRANCHES] as string;
    return { name: `队${at + 1}`, branch, players: PLAYERS, members: (free.get(branch) ?? []).splice(0, PLAYERS) };
  });
  const players = teams.flatMap((team) => team.members);
  const startedAt = performance.now();
  await inTurns(players, LANES, signIn);
  tempoMs = (performance.now() - startedAt) / players.length;
}, 300_000);
afterAll(() => house?.remove());

/** Captains make their teams and tell the code, the others join by it, until the contest opens. */
const gather = (slug: string) =>
  inTurns(teams, LANES, async ({ name, members: [captain, ...others] }) => {
    const { code } = await (captain as StageMember).caller.read<{ code: string }>(
      (captain as StageMember).caller.post(`/api/contests/${slug}/teams`, { name }),
    );
    for (const { caller } of others)
      await caller.read(caller.post(`/api/contests/${slug}/teams/join`, { code: ` ${code.toLowerCase()} ` }));
  });

/** Everybody of these teams sits the contest at once, but who stays away; then it closes and its results are published. */
async function play(slug: string, entrants: readonly Team[], times: { opensMs: number; closesMs: number }): Promise<Sitting[]> {
  await until(times.opensMs + 20);
  const playing = entrants.flatMap(({ name, members: own }) =>
    own.filter((_, at) => name !== "队7" && !(name === "队9" && at === 1)).map((member) => ({ member, team: name })),
  );
  const sat = await inTurns(playing, LANES * 2, ({ member, team }, at) =>
    sitOverHttp(member, { slug, team, keys, walksAway: at % 11 === 5 }),
  );
  await until(times.closesMs);
  await insist(desk(slug, "results"), { appealHours: 0 }, /not-closed-yet|still-running/);
  return sat.filter((sitting) => sitting !== null);
}

/** The whole board of teams, as anybody reads it, page by page. */
async function shownBoard(reader: Caller, slug: string) {
  type Row = { rank: number; name: string; scoreMilli: number; rightCount: number; totalMs: number; lastScoringMs: number };
  const rows: Row[] = [];
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const board = await reader.read<{ rows: Row[]; pages: number }>(reader.get(`/api/contests/${slug}/team-board?page=${page}`));
    rows.push(...board.rows);
    pages = board.pages;
  }
  return rows
    .map(({ rank, name, scoreMilli, rightCount, totalMs, lastScoringMs }) => [rank, name, scoreMilli, rightCount, totalMs, lastScoringMs])
    .sort((a, b) => Number(a[0]) - Number(b[0]) || (String(a[1]) < String(b[1]) ? -1 : 1));
}
const asShown = (board: ReturnType<typeof teamBoardOf>) =>
  board.map(({ rank, name, milli, right, timeMs, lastMs }) => [rank, name, Number(milli), right, timeMs, lastMs]);

async function promotedOf(reader: Caller, slug: string): Promise<string[]> {
  type Told = { promotion: { rows: { kind: string; name: string }[] } | null };
  const { promotion } = await reader.read<Told>(reader.get(`/api/contests/${slug}/promotion`));
  return (promotion?.rows ?? [])
    .filter(({ kind }) => kind === "promoted")
    .map(({ name }) => name)
    .sort();
}

/** The next stage of a contest, by rules of its own, soon: entered by the promoted, who need no code. */
async function nextStage(of: string, title: string, requests: number, rules: object) {
  const far = iso(Date.now() + 86_400_000);
  const { slug } = await organizer.read<{ slug: string }>(organizer.post(desk(of, "copy"), { title, as: "next-stage", opensAt: far }));
  const { revision } = await organizer.read<{ revision: number }>(organizer.get(`/api/desk/contests/${slug}`));
  const opensMs = Date.now() + 1_500;
  const times = { opensMs, closesMs: opensMs + windowFor(requests) };
  const form = {
    revision,
    title,
    branchId: countyId,
    opensAt: iso(times.opensMs),
    closesAt: iso(times.closesMs),
    rules,
    blueprint: BLUEPRINT,
  };
  await organizer.read(organizer.post(`/api/desk/contests/${slug}`, form));
  await organizer.read(organizer.post(desk(slug, "publish")));
  return { slug, times };
}

/** Grants the awards, has the certificates made by the worker, and says how many there are. */
async function award(slug: string) {
  await organizer.read(organizer.post(desk(slug, "awards")));
  const { id } = await organizer.read<{ id: number }>(organizer.post(desk(slug, "awards/certificates")));
  for (let more = 300; ; more -= 1) {
    const { state } = await organizer.read<{ state: string }>(organizer.get(`/api/jobs/${id}`));
    if (state === "done") break;
    if (state === "failed" || more === 0) throw new Error(`the certificates of ${slug} are ${state}`);
    await pause(200);
  }
  type Granted = { granted: { rows: { award: string; name: string; rank: number }[] } };
  const { granted } = await organizer.read<Granted>(organizer.get(`/api/contests/${slug}/awards`));
  return granted.rows.map(({ award: medal, name, rank }) => [medal, name, rank]).sort();
}

test("members of fourteen branches play three stages over HTTP; boards, promotions, awards and certificates come to what the printed rules give, to the milli-point", async () => {
  const registrationMs = windowFor(TEAMS * PLAYERS);
  const opensMs = Date.now() + registrationMs;
  const times = { opensMs, closesMs: opensMs + windowFor(TEAMS * PLAYERS * 3) };
  const form = {
    title: "初赛",
    branchId: countyId,
    opensAt: iso(times.opensMs),
    closesAt: iso(times.closesMs),
    rules: RULES,
    blueprint: BLUEPRINT,
  };
  const { slug } = await organizer.read<{ slug: string }>(organizer.post("/api/desk/contests", form));
  await organizer.read(organizer.post(desk(slug, "publish")));
  await gather(slug);

  const sittings = await play(slug, teams, times);
  const board = teamBoardOf(teams, sittings, times);
  expect(sittings.length, "this machine let nearly everybody play").toBeGreaterThan(TEAMS);
  const reader = teams[0]?.members[0]?.caller as Caller;
  expect(await shownBoard(organizer, slug)).toEqual(asShown(board));
  expect(await shownBoard(reader, slug)).toEqual(asShown(board));

  const eligible = new Map<string, number>();
  for (const { branch } of members) eligible.set(branch, (eligible.get(branch) ?? 0) + 1);
  const sums = branchSumsOf(eligible, teams, sittings);
  type Rows = { rows: { name: string; eligible: number; participants: number; sumMilli: number }[] };
  const { rows } = await reader.read<Rows>(reader.get(`/api/contests/${slug}/branches`));
  expect(rows.map(({ name, eligible: of, participants, sumMilli }) => [name, of, participants, sumMilli]).sort()).toEqual(
    sums.map(({ branch, eligible: of, participants, sumMilli }) => [branch, of, participants, Number(sumMilli)]).sort(),
  );

  await organizer.read(organizer.post(desk(slug, "promotion")));
  const first = goingOnFrom(board, 1, FILL_TO);
  expect(await promotedOf(reader, slug)).toEqual(first);

  const inSemi = teams.filter(({ name }) => first.includes(name));
  const semiRules = { ...RULES, promotion: { top: FINALISTS, ties: "order" } };
  const semi = await nextStage(slug, "复赛", inSemi.length * PLAYERS * 3, semiRules);
  const outsider = teams.find(({ name }) => !first.includes(name))?.members[0]?.caller as Caller;
  expect((await outsider.post(`/api/contests/${semi.slug}/attempts`)).status).toBe(404);
  const semiBoard = teamBoardOf(inSemi, await play(semi.slug, inSemi, semi.times), semi.times);
  expect(await shownBoard(organizer, semi.slug)).toEqual(asShown(semiBoard));
  await organizer.read(organizer.post(desk(semi.slug, "promotion")));
  const second = semiBoard
    .filter(({ rank }) => rank <= FINALISTS)
    .map(({ name }) => name)
    .sort();
  expect(await promotedOf(organizer, semi.slug)).toEqual(second);

  const inFinal = teams.filter(({ name }) => second.includes(name));
  const finalRules = { ...RULES, promotion: undefined, awards: { medals: MEDALS } };
  const final = await nextStage(semi.slug, "决赛", inFinal.length * PLAYERS * 3, finalRules);
  const finalBoard = teamBoardOf(inFinal, await play(final.slug, inFinal, final.times), final.times);
  expect(await shownBoard(organizer, final.slug)).toEqual(asShown(finalBoard));

  const won = medalsOf(finalBoard, 2, 50);
  expect(await award(final.slug)).toEqual([...won].sort());
  type Mine = { certificates: { serial: string; programme: string; award: { name: string } | null; state: string }[] };
  for (const team of teams) {
    const medal = won.find(([, name]) => name === team.name)?.[0];
    const expected = medal === undefined ? [] : [["决赛", WORDS[medal], "valid"]];
    for (const { caller } of team.members.slice(0, medal ? PLAYERS : 1)) {
      const { certificates } = await caller.read<Mine>(caller.get("/api/me/certificates"));
      expect([team.name, certificates.map(({ programme, award: given, state }) => [programme, given?.name, state])]).toEqual([
        team.name,
        expected,
      ]);
      const [one] = certificates;
      if (!one) continue;
      const anybody = new PatientCaller(house.url);
      const found = await anybody.read<{ programme: string; state: string }>(anybody.get(`/api/verify/${one.serial}`));
      expect([found.programme, found.state]).toEqual(["决赛", "valid"]);
    }
  }

  const honoured = honouredBranches(sums, 40n, 5);
  expect(honoured.length).toBeGreaterThan(0);
  expect(await award(slug)).toEqual(honoured.map(([branch, rank]) => ["organisation", branch, rank]).sort());
}, 600_000);
