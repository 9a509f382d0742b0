// Above 150 lines: one story, told of each of the four rulings in both formats of several tries.
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { getBoard } from "#server/boards/get-board.ts";
import { findCertifying } from "#server/certificates/find-programme.ts";
import { giveCertificates } from "#server/certificates/give-certificates.ts";
import { recompute } from "#server/jobs/recompute.ts";
import { settleTasks } from "#server/outcomes/settle-tasks.ts";
import { getTeamBoard } from "#server/teams/get-team-board.ts";
import { at } from "#tests/world/contest.ts";
import { aProgramme } from "#tests/world/programme.ts";
import { placed, type RuledTries, reckonTries } from "#tests/world/reckon-tries.ts";
import { told } from "#tests/world/tell.ts";
import { aTriedContest } from "#tests/world/tried-contest.ts";
import { applyRuling } from "./apply-ruling.ts";
import { decideRuling } from "./decide-ruling.ts";
import { getRuling } from "./get-ruling.ts";
import { proposeRuling } from "./propose-ruling.ts";
import { takeBackRuling } from "./take-back-ruling.ts";

type World = Awaited<ReturnType<typeof aTriedContest>>;
type Kind = "void_full" | "void_exclude" | "accept_also" | "change_key";
const FORMATS = { icpc: { kind: "icpc", tries: 3, penaltyMs: 20 * 60_000 }, ioi: { kind: "ioi", tries: 3 } } as const;
const CASES = Object.keys(FORMATS).flatMap((name) =>
  (["void_full", "void_exclude", "accept_also", "change_key"] as const).map((kind) => [name as keyof typeof FORMATS, kind] as const),
);
/** The second option is right, or right as well. */
const NEW_KEY = { kind: "single" as const, correct: 1 };
const MASTERY = 4_000;
const FULL = 55_000;
const rowsOf = async (statement: ReturnType<typeof sql>) => (await database("judge").execute(statement)).rows;

const stateOf = async ({ contestId }: World) => ({
  answers: await rowsOf(sql`select n.attempt_id, n.slot, n.response, n.seq, n.received_at, n.milli, n.is_right from answers n
    join attempts a on a.id = n.attempt_id join entries e on e.id = a.entry_id where e.contest_id = ${contestId} and n.milli + n.seq > 0 order by 1, 2`),
  standings: await rowsOf(sql`select entry_id, score_milli, right_count, total_ms, last_scoring_ms, rank_key from standings
    where contest_id = ${contestId} order by 1`),
  teams: await rowsOf(sql`select team_id, score_milli, right_count, total_ms, last_scoring_ms, rank_key from team_standings
    where contest_id = ${contestId} order by 1`),
  outcomes: await rowsOf(sql`select person_id, best from outcomes where kind = 'contest' and subject_id = ${contestId} order by 1`),
});

async function approved(
  { slug, organizer, approver, versions }: World,
  kind: Kind,
  minute: number,
  slot = 0,
  picks = [1],
): Promise<number> {
  const answer = kind === "accept_also" || kind === "change_key" ? { picks } : null;
  const asked = { slug, versionId: versions[slot], kind, reason: "答案有争议", answer };
  const { id } = await told(proposeRuling, organizer, asked, at(minute));
  await told(decideRuling, approver, { id, verdict: "approve" }, at(minute, 1));
  return id;
}

/** Boards of persons and of teams as members see them, against what the printed rules give. */
async function expectReckoned(world: World, format: (typeof FORMATS)[keyof typeof FORMATS], ruled: RuledTries | null, minute: number) {
  const results = await reckonTries(world.contestId, format, ruled);
  const places = placed(results);
  const stored = await rowsOf(sql`select e.person_id, s.score_milli, s.right_count, s.total_ms, s.last_scoring_ms from standings s
    join entries e on e.id = s.entry_id where s.contest_id = ${world.contestId} order by 1`);
  expect(
    stored.map((row) => ({
      ...{ person: Number(row["person_id"]), milli: row["score_milli"], right: row["right_count"] },
      ...{ ms: Number(row["total_ms"]), lastMs: Number(row["last_scoring_ms"]) },
    })),
  ).toEqual(results);
  const names = await rowsOf(
    sql`select p.id, p.name from people p where p.id = any(${sql.param(results.map(({ person }) => person))}::bigint[])`,
  );
  const nameOf = new Map(names.map((row) => [Number(row["id"]), String(row["name"])]));
  const sorted = (lines: { rank: number; name: string | null | undefined; milli: number }[]) =>
    lines.toSorted((a, b) => a.rank - b.rank || (String(a.name) < String(b.name) ? -1 : 1));
  const viewer = world.sitters[0]?.personId ?? 0;
  const board = await told(getBoard, viewer, { slug: world.slug }, at(minute));
  expect(sorted(board.places.map(({ rank, name, scoreMilli }) => ({ rank, name: String(name), milli: scoreMilli })))).toEqual(
    sorted(places.map(({ rank, person, milli }) => ({ rank, name: nameOf.get(person), milli }))),
  );
  const byPerson = new Map(results.map((one) => [one.person, one]));
  const teams = world.sitters.flatMap((_, nth) => {
    const pair = world.sitters.slice(nth, nth + 2).flatMap(({ personId }) => byPerson.get(personId) ?? []);
    if (nth % 2 === 1) return [];
    const sum = (of: (one: (typeof results)[number]) => number) => pair.reduce((all, one) => all + of(one), 0);
    const own = { milli: sum(({ milli }) => milli), right: sum(({ right }) => right), ms: sum(({ ms }) => ms) };
    return [{ name: `队${nth / 2}`, ...own, lastMs: Math.max(...pair.map(({ lastMs }) => lastMs)) }];
  });
  const teamBoard = await told(getTeamBoard, viewer, { slug: world.slug }, at(minute));
  expect(sorted(teamBoard.rows.map(({ rank, name, scoreMilli }) => ({ rank, name, milli: scoreMilli })))).toEqual(
    sorted(placed(teams).map(({ rank, name, milli }) => ({ rank, name, milli }))),
  );
  return results;
}

/** A programme that asks to pass, and certificates for everybody who did. */
async function certified(world: World): Promise<number> {
  const peopleIds = world.sitters.map(({ personId }) => personId);
  const items = [{ kind: "contest" as const, contestId: world.contestId, moveOn: "Passed" as const, mastery: MASTERY }];
  const wish = { branchId: world.root.id, opensAt: at(-600), peopleIds, certificateTitle: "结业证书", items };
  const { id } = await aProgramme(wish);
  await database("judge").transaction((tx) => settleTasks(tx, sql`t.programme_id = ${id}`));
  const certifying = await findCertifying(database("judge"), { id });
  if (!certifying) throw new Error("the programme gives no certificate");
  const done = await rowsOf(sql`select person_id from tasks where programme_id = ${id} and done_at is not null`);
  const giving = { personId: null, now: at(122), origin: "http://study.test" };
  await database("desk").transaction((tx) =>
    giveCertificates(
      tx,
      certifying,
      done.map((row) => Number(row["person_id"])),
      giving,
    ),
  );
  return id;
}

describe.each(CASES)("%s, %s", (name, kind) => {
  const format = FORMATS[name];
  const key = kind === "accept_also" || kind === "change_key" ? NEW_KEY : null;
  let world: World;
  let programme: number;
  let id: number;
  let before: Awaited<ReturnType<typeof stateOf>>;
  const ruled = () => ({ versionId: world.versions[0] ?? 0, kind, key });

  beforeAll(async () => {
    world = await aTriedContest({ format, seed: "t2" });
    programme = await certified(world);
    before = await stateOf(world);
    id = await approved(world, kind, 125);
  });

  test("what was tried and told stands as the printed rules say", async () => {
    const results = await expectReckoned(world, format, null, 126);
    expect(new Set(results.map(({ ms }) => ms)).size).toBeGreaterThan(4);
    // Somebody tried a second time, and somebody never the first question.
    expect(before.answers.some((row) => Number(row["seq"]) > 1)).toBe(true);
    expect(before.answers.filter((row) => row["slot"] === 0)).toHaveLength(7);
  });

  test("every try is judged anew: the effect is the preview, and boards of persons and teams and certificates follow", async () => {
    const { effect: preview, problem } = await told(getRuling, world.approver, { id }, at(127));
    expect(problem).toBeNull();
    expect(await stateOf(world)).toEqual(before);
    const was = await reckonTries(world.contestId, format, null);
    const { effect } = await told(applyRuling, world.approver, { id }, at(128));
    expect(effect).toEqual(preview);
    const now = await expectReckoned(world, format, ruled(), 129);
    expect(now).not.toEqual(was);
    expect(effect.lines.length).toBeGreaterThan(0);
    if (kind === "accept_also" || kind === "void_full")
      for (const [nth, one] of now.entries()) expect(one.milli).toBeGreaterThanOrEqual(was[nth]?.milli ?? 0);
    const passed = now.filter(({ milli }) => Math.floor((milli * 10_000) / FULL) >= MASTERY).map(({ person }) => person);
    const had = was.filter(({ milli }) => Math.floor((milli * 10_000) / FULL) >= MASTERY).map(({ person }) => person);
    expect(had.length).toBeGreaterThan(0);
    const held = await rowsOf(sql`select person_id from certificates where programme_id = ${programme} and revoked_at is null order by 1`);
    expect(held.map((row) => Number(row["person_id"]))).toEqual(had.filter((person) => passed.includes(person)));
    if (kind === "change_key") expect(held.length).toBeLessThan(had.length);
    expect((await recompute(at(130))).differences).toBe(0);
  });

  test("a second run changes nothing", async () => {
    const stood = await stateOf(world);
    expect((await told(applyRuling, world.approver, { id }, at(131))).isAgain).toBe(true);
    const again = await approved(world, kind, 132);
    const { effect } = await told(applyRuling, world.approver, { id: again }, at(133));
    expect(effect).toMatchObject({ papers: 0, gained: 0, lost: 0, moved: 0, lines: [], outcomes: 0 });
    expect(await stateOf(world)).toEqual(stood);
  });

  test("taken back, every answer, time and place is what it was", async () => {
    const { id: back } = await told(takeBackRuling, world.organizer, { id, reason: "裁定有误" }, at(134));
    await told(decideRuling, world.approver, { id: back, verdict: "approve" }, at(134, 1));
    const { effect: said } = await told(getRuling, world.approver, { id: back }, at(135));
    expect((await told(applyRuling, world.approver, { id: back }, at(136))).effect).toEqual(said);
    expect(await stateOf(world)).toEqual(before);
    await expectReckoned(world, format, null, 137);
    expect((await recompute(at(138))).differences).toBe(0);
  });
});
