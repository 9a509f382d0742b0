import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { chanceOf } from "#domain/chance.ts";
import { handIn } from "#server/attempts/hand-in.ts";
import { getBoard } from "#server/boards/get-board.ts";
import { startAttempt } from "#server/contests/start-attempt.ts";
import { closeContests, openContests } from "#server/jobs/open-and-close-contests.ts";
import { recompute } from "#server/jobs/recompute.ts";
import { judgeTry } from "#server/judged/judge-try.ts";
import { showQuestion } from "#server/judged/show-question.ts";
import { applyRuling } from "#server/rulings/apply-ruling.ts";
import { decideRuling } from "#server/rulings/decide-ruling.ts";
import { proposeRuling } from "#server/rulings/propose-ruling.ts";
import { aContest, at, OPENS } from "#tests/world/contest.ts";
import { aPerson } from "#tests/world/people.ts";
import { askedOf, cameTo, inPlaces, type LevelsSat, teamsOf } from "#tests/world/reckon-levels.ts";
import { aTeam } from "#tests/world/team-contest.ts";
import { told } from "#tests/world/tell.ts";
import { getTeamBoard } from "./get-team-board.ts";

/** Three levels of three at ten points: 20 to leave the first, 30 the second. */
const FORMAT = { kind: "levels", levels: 3, perLevel: 3, gateMilli: 20_000, gateStepMilli: 10_000, perQuestionMs: 45_000 };
const PRINTED = { perLevel: 3, worth: 10_000, gates: [20_000, 30_000] };
const PLAYERS = 3;
const opensMs = OPENS.getTime();

type Place = { attemptId: number; versions: number[]; rights: number[]; sat: LevelsSat };

/** The paper with the place of the right option in each question. */
async function paperOf(attemptId: number): Promise<{ versions: number[]; rights: number[] }> {
  const { rows } = await database("desk").execute<{ id: string; key: { correct: number } }>(sql`
    select u.id, k.key from attempts a cross join lateral unnest(a.version_ids) with ordinality as u(id, n) join question_keys k on k.version_id = u.id
    where a.id = ${attemptId} order by u.n`);
  return { versions: rows.map(({ id }) => Number(id)), rights: rows.map(({ key }) => key.correct) };
}

/** Plays as far as the gates let on, some answers by chance too late; hands in where it is not over by itself. */
async function play(slug: string, person: number, nth: number, team: string): Promise<Place> {
  const chance = chanceOf(`${team}/${nth}`);
  const signs = Array.from({ length: 9 }, () => chance.below(10) < 7);
  const started = at(1 + nth);
  const { attemptId } = await told(startAttempt, person, { slug }, started);
  const { versions, rights } = await paperOf(attemptId);
  const asked = askedOf(signs, PRINTED);
  // The last team's people stop early, one of them before the first answer.
  const stops = nth >= 9 ? Math.min(asked, nth - 9) : asked;
  const answers: { isRight: boolean; atMs: number }[] = [];
  for (const [slot, isRight] of signs.slice(0, stops).entries()) {
    await told(showQuestion, person, { id: attemptId }, at(2 + nth + slot));
    const isLate = !isRight && chance.below(2) === 0;
    const when = at(2 + nth + slot, isLate ? 48_001 : 1_000 + 10 * nth);
    const right = rights[slot] ?? 0;
    const picks = [isRight || isLate ? right : (right + 1) % 2];
    const verdict = await told(judgeTry, person, { id: attemptId, slot, number: 1, response: { picks } }, when);
    expect(verdict).toMatchObject({ isRight, isLate, isOver: slot + 1 === asked && (asked < 9 || slot === 8) });
    answers.push({ isRight, atMs: when.getTime() });
  }
  if (stops < asked) await told(handIn, person, { id: attemptId }, at(25 + nth));
  return { attemptId, versions, rights, sat: { person, team, startedMs: started.getTime(), answers } };
}

async function aPlayedContest(team: object) {
  const contest = await aContest({
    rules: { format: FORMAT, shuffleOptions: false, team: { min: 2, max: PLAYERS, branches: "mixed", ...team }, board: { places: null } },
    blueprint: [{ kind: "single", count: 9, worth: 10_000 }],
  });
  const { slug, left, right, root } = contest;
  const people: number[] = [];
  for (let nth = 0; nth < 12; nth += 1) people.push(await aPerson(nth % 2 === 0 ? left.id : right.id, { name: `闯关${nth}` }));
  const names = ["甲队", "乙队", "丙队", "丁队"];
  for (const [nth, name] of names.entries()) await aTeam(slug, name, people.slice(3 * nth, 3 * nth + 3));
  await openContests(at(0));
  return {
    slug,
    people,
    names,
    organizer: contest.organizer,
    approver: await aPerson(root.id, { held: [{ office: "organizer", branchId: root.id }] }),
  };
}

type World = Awaited<ReturnType<typeof aPlayedContest>>;
const SCORES = [
  ["mean", { score: "mean" }],
  ["sum", { score: "sum" }],
  ["the best two", { score: "top_n", topN: 2 }],
  ["the captain's", { play: "captain" }],
] as const;

describe.each(SCORES)("teams over levels, %s", (_name, team) => {
  test("their board is what the printed rules give, and again after a ruling", async () => {
    const isCaptains = "play" in team;
    const world: World = await aPlayedContest(team);
    const { slug, people, names, organizer, approver } = world;
    const places: Place[] = [];
    // One of the second team does not come; with captains nobody but they plays.
    for (const [nth, person] of people.entries())
      if (nth !== 5 && (!isCaptains || nth % 3 === 0)) places.push(await play(slug, person, nth, names[Math.floor(nth / 3)] ?? ""));
    await closeContests(at(121));
    const captains = isCaptains ? new Set(people.filter((_, nth) => nth % 3 === 0)) : undefined;
    const printed = {
      ...{ score: "score" in team ? team.score : ("mean" as const), topN: 2, players: PLAYERS, ...(captains && { captains }) },
    };
    const expectPrinted = async (sat: readonly LevelsSat[], minute: number) => {
      const viewer = people[0] ?? 0;
      const teams = teamsOf(sat, PRINTED, printed, opensMs);
      const board = await told(getTeamBoard, viewer, { slug }, at(minute));
      const lines = board.rows.map(({ rank, name, scoreMilli, rightCount, totalMs }) => [rank, name, scoreMilli, rightCount, totalMs]);
      expect(lines.sort((a, b) => Number(a[0]) - Number(b[0]) || (String(a[1]) < String(b[1]) ? -1 : 1))).toEqual(
        teams.map(({ rank, name, milli, right, ms }) => [rank, name, milli, right, ms]),
      );
      const own = await told(getBoard, viewer, { slug }, at(minute));
      expect(own.places.map(({ rank, scoreMilli, rightCount }) => [rank, scoreMilli, rightCount]).sort()).toEqual(
        inPlaces(sat.map((one) => cameTo(one, PRINTED, opensMs)))
          .map(({ rank, milli, right }) => [rank, milli, right])
          .sort(),
      );
      expect((await recompute(at(minute))).differences).toBe(0);
      return teams;
    };
    const sat = places.map((one) => one.sat);
    const before = await expectPrinted(sat, 122);
    expect(new Set(before.map(({ milli }) => milli)).size).toBeGreaterThan(1);

    // The first question that somebody got wrong: whoever was shown it has it right, and every row after it with it.
    const wrong = places.find(({ sat: one }) => one.answers.some(({ isRight }) => !isRight));
    const slot = wrong?.sat.answers.findIndex(({ isRight }) => !isRight) ?? 0;
    const versionId = wrong?.versions[slot];
    const { id } = await told(proposeRuling, organizer, { slug, versionId, kind: "void_full", reason: "题干有误", answer: null }, at(123));
    await told(decideRuling, approver, { id, verdict: "approve" }, at(123, 1));
    await told(applyRuling, approver, { id }, at(123, 2));
    const ruled = places.map(({ sat: one, versions }) => ({
      ...one,
      answers: one.answers.map((given, at) => (versions[at] === versionId ? { ...given, isRight: true } : given)),
    }));
    expect(await expectPrinted(ruled, 124)).not.toEqual(before);
  });
});
