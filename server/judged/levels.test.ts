// Above 150 lines: a contest of levels from its first question to its evidence pack.
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "#db/client.ts";
import { getResult } from "#server/attempts/get-result.ts";
import { handIn } from "#server/attempts/hand-in.ts";
import { getBoard } from "#server/boards/get-board.ts";
import { makeContest } from "#server/contests/make-contest.ts";
import { startAttempt } from "#server/contests/start-attempt.ts";
import { buildEvidenceJob } from "#server/evidence/build-evidence-job.ts";
import { checkPack } from "#server/evidence/check-pack.ts";
import { downloadEvidence } from "#server/evidence/download-evidence.ts";
import { listEvidence } from "#server/evidence/list-evidence.ts";
import { makeEvidence } from "#server/evidence/make-evidence.ts";
import { closeContests, openContests } from "#server/jobs/open-and-close-contests.ts";
import { recompute } from "#server/jobs/recompute.ts";
import { runNextJob } from "#server/jobs/run-jobs.ts";
import { applyRuling } from "#server/rulings/apply-ruling.ts";
import { decideRuling } from "#server/rulings/decide-ruling.ts";
import { proposeRuling } from "#server/rulings/propose-ruling.ts";
import { takeBackRuling } from "#server/rulings/take-back-ruling.ts";
import { aContest, at } from "#tests/world/contest.ts";
import { refusalOf, valueOf } from "#tests/world/outcome.ts";
import { aPerson, as } from "#tests/world/people.ts";
import { told } from "#tests/world/tell.ts";
import { getJudged } from "./get-judged.ts";
import { judgeTry } from "./judge-try.ts";
import { showQuestion } from "./show-question.ts";

/** Two levels of three, ten points a question; 20 to leave the first, 30 for the second. */
const FORMAT = { kind: "levels", levels: 2, perLevel: 3, gateMilli: 20_000, gateStepMilli: 10_000, perQuestionMs: 45_000 };
const RULES = { shuffleOptions: false, review: { score: "submitted", answers: "submitted", keys: "published" } };
const BLUEPRINT = [{ kind: "single", count: 6, worth: 10_000 }];

async function responseTo(attemptId: number, slot: number, isRight: boolean): Promise<object> {
  const { rows } = await database("desk").execute<{ key: { correct: number } }>(sql`
    select k.key from attempts a join question_keys k on k.version_id = a.version_ids[${slot} + 1] where a.id = ${attemptId}`);
  const correct = rows[0]?.key.correct ?? 0;
  return { picks: [isRight ? correct : (correct + 1) % 2] };
}

async function aSitting(rules: object = {}) {
  const contest = await aContest({ rules: { ...RULES, format: FORMAT, ...rules }, blueprint: BLUEPRINT });
  await openContests(at(0));
  const begin = async (name: string) => {
    const person = await aPerson(contest.left.id, { name });
    const { attemptId } = valueOf(await startAttempt.call(await as(person, at(1)), { slug: contest.slug }));
    const give = async (slot: number, isRight: boolean, ms = 1_000) => {
      valueOf(await showQuestion.call(await as(person, at(2 + slot)), { id: attemptId }));
      const asked = { id: attemptId, slot, number: 1, response: await responseTo(attemptId, slot, isRight) };
      return valueOf(await judgeTry.call(await as(person, at(2 + slot, ms)), asked));
    };
    const play = async (signs: string) => {
      for (const [slot, sign] of [...signs].entries()) await give(slot, sign === "+");
    };
    const look = async (when: Date) => valueOf(await getJudged.call(await as(person, when), { id: attemptId }));
    return { person, attemptId, give, play, look };
  };
  return { ...contest, begin };
}

const standingOf = async (person: number) => {
  const { rows } = await database("desk").execute<{ score_milli: number; right_count: number }>(sql`
    select s.score_milli, s.right_count from standings s join entries e on e.id = s.entry_id where e.person_id = ${person}`);
  return rows[0];
};

/** What does not follow from what it is made of in the contest's evidence pack. */
async function packProblems(slug: string, organizer: number): Promise<unknown[]> {
  const folder = await mkdtemp(join(tmpdir(), "zhixing-levels-test-"));
  const path = join(folder, "pack.zip");
  await told(makeEvidence, organizer, { slug }, at(130));
  const listed = async () => (await told(listEvidence, organizer, { slug }, at(131))).packs[0];
  while (!(await listed()))
    await runNextJob(() => at(130), { "build-evidence": buildEvidenceJob, statistics: async () => null, "find-flags": async () => null });
  const { parts } = await told(downloadEvidence, organizer, { slug, id: (await listed())?.id }, at(132));
  await pipeline(Readable.from(parts), createWriteStream(path));
  const { problems } = await checkPack(path);
  await rm(folder, { recursive: true });
  return [...problems];
}

test("levels: rows earn more and the last counts twice, told with every verdict; the gate lets on by its own level's points", async () => {
  const { begin, slug } = await aSitting();
  const ada = await begin("甲");
  expect((await ada.look(at(1, 1))).levels).toMatchObject({ level: 1, levels: 2, gate: 20_000, points: 0, last: null });
  expect((await ada.give(0, true)).levels).toMatchObject({ points: 10_000, row: 1, last: 10_000 });
  expect((await ada.give(1, true)).levels).toMatchObject({ points: 40_000, row: 2, last: 30_000 });
  expect(await ada.give(2, false)).toMatchObject({ isOver: false, levels: { points: 20_000, row: 0, last: -20_000, score: 20_000 } });
  expect((await ada.look(at(4, 2_000))).levels).toMatchObject({ level: 1, answered: 3 });
  // Too late is wrong, and takes.
  expect(await ada.give(3, true, 48_001)).toMatchObject({ isLate: true, levels: { level: 2, gate: 30_000, points: -10_000 } });
  expect((await ada.give(4, true)).levels).toMatchObject({ points: 0, row: 1, score: 20_000 });
  expect(await ada.give(5, true)).toMatchObject({ isOver: true, levels: { points: 60_000, last: 60_000, score: 80_000 } });
  expect(await standingOf(ada.person)).toEqual({ score_milli: 80_000, right_count: 4 });

  // 10 − 10 + 20 would do; 10 − 10 − 20 does not: out, and never below nothing.
  const bob = await begin("乙");
  await bob.give(0, true);
  await bob.give(1, false);
  expect(await bob.give(2, false)).toMatchObject({ isOver: true, levels: { level: 1, points: -20_000, score: 0 } });
  expect(refusalOf(await showQuestion.call(await as(bob.person, at(9)), { id: bob.attemptId }))).toBe("attempt-over");
  expect(await standingOf(bob.person)).toEqual({ score_milli: 0, right_count: 1 });

  const result = valueOf(await getResult.call(await as(bob.person, at(10)), { id: bob.attemptId }));
  expect(result.items.map(({ mark }) => mark?.milli)).toEqual([10_000, -10_000, -20_000]);
  // 10, 10+20, (10+30)·2, 10+40, 10+50, (10+60)·2.
  expect(result).toMatchObject({ worth: 370_000, score: { milli: 0, right: 1 } });
  const board = valueOf(await getBoard.call(await as(bob.person, at(10)), { slug }));
  expect(board.places.map(({ name, scoreMilli }) => [name, scoreMilli])).toEqual([
    ["甲", 80_000],
    ["乙", 0],
  ]);
  // Who stops in the middle of a level keeps what is there; what was shown and not answered takes nothing.
  const eve = await begin("丙");
  await eve.play("++");
  valueOf(await showQuestion.call(await as(eve.person, at(9)), { id: eve.attemptId }));
  await told(handIn, eve.person, { id: eve.attemptId }, at(10));
  expect(await standingOf(eve.person)).toEqual({ score_milli: 40_000, right_count: 2 });
  expect((await recompute(at(11))).differences).toBe(0);
});

test("a ruling makes the points anew, the row of those after it too, and gives them back when it is taken back; nothing is taken out", async () => {
  const { begin, slug, organizer, root } = await aSitting();
  const approver = await aPerson(root.id, { held: [{ office: "organizer", branchId: root.id }] });
  const ada = await begin("甲");
  // 10, −10, 20, and on with the row: 10+20, −10, 20.
  await ada.play("+-++-+");
  const score = async () => (await standingOf(ada.person))?.score_milli;
  expect(await score()).toBe(10_000 - 10_000 + 20_000 + 30_000 - 10_000 + 20_000);
  await closeContests(at(121));
  const { rows } = await database("desk").execute<{ ids: string[] }>(
    sql`select version_ids as ids from attempts where id = ${ada.attemptId}`,
  );
  const asked = (slot: number) => ({ slug, versionId: Number(rows[0]?.ids[slot]), reason: "题干有误", answer: null });
  const out = { ...asked(1), kind: "void_exclude" };
  expect(refusalOf(await proposeRuling.call(await as(organizer, at(122)), out))).toBe("levels-stay-whole");

  const rule = async (slot: number, minute: number) => {
    const { id } = await told(proposeRuling, organizer, { ...asked(slot), kind: "void_full" }, at(minute));
    await told(decideRuling, approver, { id, verdict: "approve" }, at(minute, 1));
    await told(applyRuling, approver, { id }, at(minute, 2));
    return id;
  };
  const first = await rule(1, 125);
  // One row of four: 10, 30, (10+30)·2, 10+40; then −10 and 20.
  expect(await score()).toBe(10_000 + 30_000 + 80_000 + 50_000 - 10_000 + 20_000);
  await rule(4, 126);
  // One row of six.
  expect(await score()).toBe(370_000);
  expect((await recompute(at(127))).differences).toBe(0);
  const result = valueOf(await getResult.call(await as(ada.person, at(127)), { id: ada.attemptId }));
  expect(result.corrections.map(({ slot, milliBefore, milliAfter }) => [slot, milliBefore, milliAfter])).toEqual([
    [1, -10_000, 30_000],
    [4, -10_000, 60_000],
  ]);

  const { id } = await told(takeBackRuling, organizer, { id: first, reason: "原题无误" }, at(128));
  await told(decideRuling, approver, { id, verdict: "approve" }, at(128, 1));
  await told(applyRuling, approver, { id }, at(128, 2));
  // 10, −10, 20, then a row from the third: 30… the third is the first of it, so 10+20, 10+30, (10+40)·2.
  expect(await score()).toBe(10_000 - 10_000 + 20_000 + 30_000 + 40_000 + 100_000);
  expect((await recompute(at(129))).differences).toBe(0);
  expect(await packProblems(slug, organizer)).toEqual([]);
});

test("a paper that does not fill the levels, or whose questions differ in worth, is refused where that is typed", async () => {
  const { form, organizer } = await aContest({ rules: RULES, blueprint: BLUEPRINT });
  const made = async (format: object, blueprint: object[]) =>
    refusalOf(await makeContest.call(await as(organizer, at(-90)), { ...form, rules: { ...form.rules, format }, blueprint }));
  expect(await made(FORMAT, [{ ...BLUEPRINT[0], count: 5 }])).toBe("levels-questions@blueprint");
  expect(
    await made(FORMAT, [
      { ...BLUEPRINT[0], count: 3 },
      { ...BLUEPRINT[0], count: 3, worth: 5_000 },
    ]),
  ).toBe("levels-worth@blueprint.1.worth");
  expect(await made(FORMAT, [{ ...BLUEPRINT[0], worth: 20_001 }])).toBe("levels-worth@blueprint.0.worth");
  expect(await made(FORMAT, BLUEPRINT)).toBe("ok");
});
