// Above 150 lines: one story, told of each of the four rulings.
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { getBoard } from "#server/boards/get-board.ts";
import { getBranchBoard } from "#server/boards/get-branch-board.ts";
import { findCertifying } from "#server/certificates/find-programme.ts";
import { giveCertificates } from "#server/certificates/give-certificates.ts";
import { noteContestMistakes } from "#server/jobs/note-contest-mistakes.ts";
import { recompute } from "#server/jobs/recompute.ts";
import { settleTasks } from "#server/outcomes/settle-tasks.ts";
import { tableChecksums } from "#tests/doors/table-checksums.ts";
import { aFinishedContest, contestTime } from "#tests/world/finished-contest.ts";
import { anOrganisation } from "#tests/world/people.ts";
import { aProgramme } from "#tests/world/programme.ts";
import { type Reckoned, reckonAnew } from "#tests/world/reckon-anew.ts";
import { codeOf, told } from "#tests/world/tell.ts";
import { applyRuling } from "./apply-ruling.ts";
import { decideRuling } from "./decide-ruling.ts";
import type { Effect } from "./effect.ts";
import { getRuling } from "./get-ruling.ts";
import { proposeRuling } from "./propose-ruling.ts";
import { takeBackRuling } from "./take-back-ruling.ts";

type World = Awaited<ReturnType<typeof aFinishedContest>>;
const judge = () => database("judge");
const rowsOf = async (statement: ReturnType<typeof sql>) => (await judge().execute(statement)).rows;
const PEOPLE = 60;
const MASTERY = 6_000;
/** The full mark of a paper of ten: 4 × 15 + 6 × 10 points. */
const FULL = 120_000;
const shareOf = ({ scoreMilli }: Reckoned) => Math.floor((scoreMilli * 10_000) / FULL);

/** Contests whose keys are open, with a programme that asks to pass and one that asks to take part; half of who passed hold a certificate. */
async function aWorld(seed: string) {
  const rules = { review: { score: "closed", answers: "closed", keys: "closed" }, board: { places: null } };
  const world = await aFinishedContest({ people: PEOPLE, seed, rules });
  const wish = { branchId: world.root.id, opensAt: contestTime(-60), peopleIds: world.sitters.map(({ personId }) => personId) };
  const passing = await aProgramme({
    ...{ ...wish, certificateTitle: "结业证书" },
    items: [{ kind: "contest", contestId: world.contestId, moveOn: "Passed", mastery: MASTERY }],
  });
  const taking = await aProgramme({ ...wish, items: [{ kind: "contest", contestId: world.contestId, moveOn: "Completed" }] });
  await judge().transaction((tx) => settleTasks(tx, sql`t.programme_id in (${passing.id}, ${taking.id})`));
  const certifying = await findCertifying(judge(), { id: passing.id });
  if (!certifying) throw new Error("the programme gives no certificate");
  const finished = await doneOf(passing.id);
  const giving = { personId: null, now: contestTime(205), origin: "http://study.test" };
  const some = finished.filter((_, at) => at % 2 === 0);
  await database("desk").transaction((tx) => giveCertificates(tx, certifying, some, giving));
  while ((await noteContestMistakes(contestTime(210))) > 0);
  return { ...world, passing: passing.id, taking: taking.id };
}

const idsOf = (rows: readonly Record<string, unknown>[], name = "person_id") => rows.map((row) => Number(row[name])).sort((a, b) => a - b);
const doneOf = async (programmeId: number) =>
  idsOf(await rowsOf(sql`select person_id from tasks where programme_id = ${programmeId} and done_at is not null`));
const validOf = async (programmeId: number) =>
  idsOf(await rowsOf(sql`select person_id from certificates where programme_id = ${programmeId} and revoked_at is null`));
/** Who has the question in the wrong-book. */
const inBook = async (versionId: number | undefined) =>
  idsOf(
    await rowsOf(sql`select c.person_id from review_cards c join question_versions v on v.question_id = c.question_id
      where v.id = ${versionId} and c.removed_at is null`),
  );
const cardsOf = ({ sitters }: World) =>
  rowsOf(sql`select person_id, question_id, wrong_count, wrong_at, stability, difficulty, due_at, reviews, lapses, good_in_row from review_cards
    where removed_at is null and person_id = any(${sql.param(sitters.map(({ personId }) => personId))}::bigint[]) order by 1, 2`);

async function previewOf({ approver }: World, id: number): Promise<Effect> {
  const { effect, problem } = await told(getRuling, approver, { id });
  expect(problem).toBeNull();
  if (!effect) throw new Error("there is no preview");
  return effect;
}

/** The order of a board by what was reckoned anew: score, right ones, time, the last that scored; equals share a rank (D4.1). */
function ranksOf(reckoned: readonly Reckoned[]): Map<number, number> {
  const isBefore = (a: Reckoned, b: Reckoned) =>
    [b.scoreMilli - a.scoreMilli, b.rightCount - a.rightCount, a.totalMs - b.totalMs, a.lastScoringAt - b.lastScoringAt].find(
      (by) => by !== 0,
    ) ?? 0;
  return new Map(reckoned.map((own) => [own.entryId, 1 + reckoned.filter((other) => isBefore(other, own) < 0).length]));
}

/** Σ of a branch's people over its people, drawn towards the mean of all by five (D5), in milli-points. */
function branchValues(
  { sitters }: World,
  reckoned: ReadonlyMap<number, Reckoned>,
  branchOf: ReadonlyMap<number, number>,
): Map<number, number> {
  const sums = new Map<number, { sum: number; people: number }>();
  for (const { personId, attemptIds } of sitters) {
    const at = branchOf.get(personId) ?? 0;
    const { sum, people } = sums.get(at) ?? { sum: 0, people: 0 };
    sums.set(at, { sum: sum + (reckoned.get(attemptIds[0] ?? 0)?.scoreMilli ?? 0), people: people + 1 });
  }
  const all = [...sums.values()].reduce((whole, { sum }) => whole + sum, 0);
  return new Map(
    [...sums].map(([at, { sum, people }]) => {
      const [over, under] = [BigInt(sum * sitters.length + 5 * all), BigInt((people + 5) * sitters.length)];
      return [at, Number((2n * over + under) / (2n * under))];
    }),
  );
}

describe.each(["void_full", "void_exclude", "accept_also", "change_key"] as const)("%s: everything follows", (kind) => {
  const ruled = { at: 1, kind, key: 3 };
  const answer = kind === "accept_also" || kind === "change_key" ? { picks: [3] } : null;
  let world: Awaited<ReturnType<typeof aWorld>>;
  let effect: Effect;
  let id: number;
  let after: Map<number, Reckoned>;
  let before: { done: number[]; valid: number[]; book: number[]; cards: unknown[] };
  const passersOf = (reckoned: ReadonlyMap<number, Reckoned>) =>
    world.sitters
      .filter(({ attemptIds }) => shareOf(reckoned.get(attemptIds[0] ?? 0) as Reckoned) >= MASTERY)
      .map(({ personId }) => personId);

  beforeAll(async () => {
    await anOrganisation();
    world = await aWorld(`all-${kind}`);
    before = {
      ...{ done: await doneOf(world.passing), valid: await validOf(world.passing) },
      ...{ book: await inBook(world.versions[1]), cards: await cardsOf(world) },
    };
    const proposal = { slug: world.slug, versionId: world.versions[1], kind, reason: "答案有争议", answer };
    id = (await told(proposeRuling, world.organizer, proposal)).id;
    await told(decideRuling, world.approver, { id, verdict: "approve" });
  });

  test("the dry run says what will be, and touches nothing", async () => {
    const url = process.env["ZX_DATABASE_URL"] ?? "";
    const stood = await tableChecksums(url);
    effect = await previewOf(world, id);
    expect(await tableChecksums(url)).toEqual(stood);
    expect(effect.papers).toBeGreaterThan(0);
    expect(before.done.length).toBeGreaterThan(4);
    expect((await told(applyRuling, world.approver, { id })).effect).toEqual(effect);
    after = await reckonAnew(world, ruled);
  });

  test("the person board that people see is the one reckoned anew, to the milli-point and the place", async () => {
    const ranks = ranksOf([...after.values()]);
    const member = world.sitters[0]?.personId ?? 0;
    const pages = [await told(getBoard, member, { slug: world.slug }), await told(getBoard, member, { slug: world.slug, page: 2 })];
    const places = pages.flatMap((page) => page.places);
    expect(places).toHaveLength(PEOPLE);
    const scores = await rowsOf(sql`select entry_id, score_milli from standings where contest_id = ${world.contestId}`);
    for (const { entryId, scoreMilli } of after.values())
      expect(Number(scores.find((row) => Number(row["entry_id"]) === entryId)?.["score_milli"])).toBe(scoreMilli);
    const shown = places.map(({ rank, scoreMilli }) => `${rank} ${scoreMilli}`);
    expect(shown).toEqual(
      [...after.values()]
        .map((own) => ({ rank: ranks.get(own.entryId) ?? 0, scoreMilli: own.scoreMilli }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ rank, scoreMilli }) => `${rank} ${scoreMilli}`),
    );
    for (const line of effect.lines)
      expect([line.scoreAfter, line.rankAfter]).toEqual([reckonedBy(line.entryId).scoreMilli, ranks.get(line.entryId)]);
  });
  const reckonedBy = (entryId: number) => [...after.values()].find((own) => own.entryId === entryId) as Reckoned;

  test("the branch board and the sums follow", async () => {
    const roster = await rowsOf(sql`select person_id, branch_id from contest_roster where contest_id = ${world.contestId}`);
    const values = branchValues(world, after, new Map(roster.map((row) => [Number(row["person_id"]), Number(row["branch_id"])])));
    const { rows } = await told(getBranchBoard, world.sitters[0]?.personId ?? 0, { slug: world.slug });
    expect(rows.map(({ branchId, adjustedMilli }) => [branchId, adjustedMilli])).toHaveLength(5);
    for (const { branchId, adjustedMilli, rank } of rows) {
      expect(adjustedMilli).toBe(values.get(branchId));
      const changed = effect.branches.find((branch) => branch.branchId === branchId);
      if (changed) expect([changed.valueAfter, changed.rankAfter]).toEqual([adjustedMilli, rank]);
    }
    expect(effect.branches.length).toBeGreaterThan(0);
  });

  test("completion follows: done is who passes, and taking part stays done", async () => {
    const passers = passersOf(after).sort((a, b) => a - b);
    const done = await doneOf(world.passing);
    expect(done).toEqual(passers);
    const completed = done.filter((person) => !before.done.includes(person)).length;
    const reopened = before.done.filter((person) => !done.includes(person)).length;
    const said = effect.programmes.find(({ programmeId }) => programmeId === world.passing) ?? { completed: 0, reopened: 0 };
    expect([said.completed, said.reopened]).toEqual([completed, reopened]);
    expect(await doneOf(world.taking)).toHaveLength(PEOPLE);
    // The four between them show both ways.
    if (kind === "void_full") expect(completed).toBeGreaterThan(0);
    if (kind === "change_key") expect(reopened).toBeGreaterThan(0);
  });

  test("certificates follow: who no longer passes loses it with the reason; who newly does is named and given none by the way", async () => {
    const passers = new Set(passersOf(after));
    const lost = before.valid.filter((person) => !passers.has(person));
    expect(idsOf(effect.certificates, "personId")).toEqual(lost);
    expect(await validOf(world.passing)).toEqual(before.valid.filter((person) => passers.has(person)));
    const revoked = await rowsOf(
      sql`select distinct revocation_reason, revoked_by from certificates where programme_id = ${world.passing} and revoked_at is not null`,
    );
    expect(revoked).toEqual(lost.length === 0 ? [] : [{ revocation_reason: "答案有争议", revoked_by: String(world.approver) }]);
    const newly = [...passers].filter((person) => !before.done.includes(person));
    expect(idsOf(effect.deserving, "personId")).toEqual(newly.sort((a, b) => a - b));
    const notices = await rowsOf(
      sql`select person_id, path from notices where kind = 'ruling-certificate' and dedupe = ${`ruling ${id} certificate`}`,
    );
    expect(idsOf(notices)).toEqual(lost);
    if (kind === "change_key") expect(lost.length).toBeGreaterThan(0);
  });

  test("the wrong-book follows: in it is whose answer is a mistake now, and no lapse is left of what was none", async () => {
    const mistaken = world.sitters.filter(({ attemptIds }) => after.get(attemptIds[0] ?? 0)?.isMistake).map(({ personId }) => personId);
    expect(await inBook(world.versions[1])).toEqual(mistaken.sort((a, b) => a - b));
    const freed = await rowsOf(sql`select distinct c.removed_by, c.wrong_count, c.lapses, c.reviews from review_cards c
      join question_versions v on v.question_id = c.question_id where v.id = ${world.versions[1]} and c.removed_at is not null`);
    expect(freed).toEqual(
      before.book.every((person) => mistaken.includes(person)) ? [] : [{ removed_by: "ruling", wrong_count: 0, lapses: 0, reviews: 0 }],
    );
    const moved = [
      ...before.book.filter((person) => !mistaken.includes(person)),
      ...mistaken.filter((person) => !before.book.includes(person)),
    ];
    expect(effect.cards).toBe(moved.length);
    if (kind !== "accept_also") expect(moved.length).toBeGreaterThan(0);
  });

  test("applied again it changes no row anywhere, and the nightly recompute finds no difference", async () => {
    const url = process.env["ZX_DATABASE_URL"] ?? "";
    const kept = () =>
      rowsOf(
        sql`select (select count(*) from board_snapshots)::int as boards, (select count(*) from live_changes)::int as changes, (select count(*) from jobs)::int as jobs`,
      );
    const stood = [await tableChecksums(url), await kept()];
    expect(await told(applyRuling, world.approver, { id })).toEqual({ effect, isAgain: true });
    expect([await tableChecksums(url), await kept()]).toEqual(stood);
    expect(await recompute(contestTime(400))).toMatchObject({ differences: 0 });
  });

  test("taken back, boards, completion and the wrong-book are as before; a revoked certificate stays revoked and its holder is named", async () => {
    const lost = effect.certificates.map(({ personId }) => personId);
    const { id: back } = await told(takeBackRuling, world.organizer, { id, reason: "裁定有误" });
    await told(decideRuling, world.approver, { id: back, verdict: "approve" });
    const said = await previewOf(world, back);
    expect((await told(applyRuling, world.approver, { id: back })).effect).toEqual(said);
    expect(await doneOf(world.passing)).toEqual(before.done);
    expect(await cardsOf(world)).toEqual(before.cards);
    expect(await validOf(world.passing)).toEqual(before.valid.filter((person) => !lost.includes(person)));
    const passers = passersOf(after);
    expect(idsOf(said.deserving, "personId")).toEqual(before.done.filter((person) => !passers.includes(person)));
    expect(await recompute(contestTime(401))).toMatchObject({ differences: 0 });
    expect(await codeOf(takeBackRuling, world.organizer, { id: back, reason: "再" })).toBe("ruling-not-applied");
  });
});
