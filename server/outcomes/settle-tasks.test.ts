import { sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { ITEM_KINDS, MOVE_ON, subjectsOf } from "#domain/programmes/item.ts";
import { satisfiedAt } from "#domain/programmes/move-on.ts";
import type { Outcome } from "#domain/programmes/outcome.ts";
import { aPerson } from "#tests/world/people.ts";
import { aText } from "#tests/world/programme.ts";
import { aCounty, day } from "#tests/world/study-plan.ts";
import { recordOutcome } from "./record-outcome.ts";
import { settleTasks } from "./settle-tasks.ts";

const db = () => database("desk");
const world = { programmeId: 0, moduleId: 0, branchId: 0, contestId: 0, personId: 0, organizer: 0 };
const one = async (statement: ReturnType<typeof sql>) => Number((await db().execute<{ id: string }>(statement)).rows[0]?.id);

beforeAll(async () => {
  const { root, organizer } = await aCounty();
  world.branchId = root.id;
  world.organizer = organizer;
  world.programmeId = await one(sql`insert into programmes (slug, title, branch_id, opens_at, closes_at, created_at, published_at)
    values ('p', 'p', ${root.id}, ${day(0)}, ${day(30)}, ${day(-2)}, ${day(-1)}) returning id`);
  world.moduleId = await one(
    sql`insert into programme_modules (programme_id, place, title) values (${world.programmeId}, 0, 'm') returning id`,
  );
  world.contestId = await one(sql`insert into contests (slug, title, branch_id, rules, blueprint, opens_at, closes_at)
    values ('c', 'c', ${root.id}, '{}', '[]', ${day(0)}, ${day(30)}) returning id`);
});

type Case = {
  kind: (typeof ITEM_KINDS)[number];
  moveOn: (typeof MOVE_ON)[number];
  mastery: number | null;
  completes: Outcome;
  scores: Outcome;
};
const moment = fc.integer({ min: 0, max: 20 }).map(day);
const outcome: fc.Arbitrary<Outcome> = fc
  .record({ completedAt: fc.option(moment), score: fc.option(fc.record({ best: fc.integer({ min: 0, max: 10_000 }), bestAt: moment })) })
  .map(({ completedAt, score }) => ({ completedAt, best: score?.best ?? null, bestAt: score?.bestAt ?? null }));
const aCase: fc.Arbitrary<Case> = fc.record({
  kind: fc.constantFrom(...ITEM_KINDS),
  moveOn: fc.constantFrom(...MOVE_ON),
  mastery: fc.option(fc.constantFrom(0, 5_999, 6_000, 6_001, 10_000)),
  completes: outcome,
  // Around the masteries, so that "at least" is told from "more than".
  scores: fc.oneof(
    outcome,
    outcome.map((found) => (found.best === null ? found : { ...found, best: 6_000 })),
  ),
});

async function aTask({ kind, moveOn, mastery }: Case): Promise<{ taskId: number; item: Parameters<typeof subjectsOf>[0] }> {
  const materialId = kind === "reading" || kind === "unit" ? (await aText()).id : null;
  const contestId = kind === "contest" ? world.contestId : null;
  const id =
    await one(sql`insert into programme_items (programme_id, module_id, place, kind, title, material_id, contest_id, move_on, mastery)
    values (${world.programmeId}, ${world.moduleId}, 0, ${kind}, 'i', ${materialId}, ${contestId}, ${moveOn}, ${mastery}) returning id`);
  const personId = await aPerson(world.branchId);
  world.personId = personId;
  const taskId = await one(sql`insert into tasks (programme_id, item_id, person_id, branch_id, created_at)
    values (${world.programmeId}, ${id}, ${personId}, ${world.branchId}, ${day(-1)}) returning id`);
  return { taskId, item: { id, kind, materialId, contestId } };
}

async function write(of: { kind: string; id: number }, { completedAt, best, bestAt }: Outcome): Promise<void> {
  await db().execute(sql`insert into outcomes (person_id, kind, subject_id, completed_at, best, best_at)
    values (${world.personId}, ${of.kind}, ${of.id}, ${completedAt}, ${best}, ${bestAt})`);
}

const doneAt = async (taskId: number): Promise<Date | null> => {
  const { rows } = await db().execute<{ done_at: Date | null }>(sql`select done_at from tasks where id = ${taskId}`);
  return rows[0]?.done_at ? new Date(rows[0].done_at) : null;
};

test("the statement that ends tasks says what satisfiedAt and subjectsOf say", async () => {
  let ended = 0;
  await fc.assert(
    fc.asyncProperty(aCase, async (drawn) => {
      const { taskId, item } = await aTask(drawn);
      const subjects = subjectsOf(item);
      const isOne = subjects.completes.kind === subjects.scores.kind;
      await write(subjects.completes, drawn.completes);
      if (!isOne) await write(subjects.scores, drawn.scores);
      await settleTasks(db(), sql`t.id = ${taskId}`);
      const scores = isOne ? drawn.completes : drawn.scores;
      const said = satisfiedAt({ moveOn: drawn.moveOn, mastery: drawn.mastery, publishedAt: day(-1) }, drawn.completes, scores);
      if (said) ended += 1;
      expect(await doneAt(taskId)).toEqual(said);
    }),
    { numRuns: 250 },
  );
  expect(ended).toBeGreaterThan(50);
});

test("what is ended, waived or cancelled stays as it is", async () => {
  const { taskId, item } = await aTask({ kind: "quiz", moveOn: "Passed", mastery: null, completes: NONE, scores: NONE });
  const say = (score: number, at: Date) =>
    db().transaction((tx) =>
      recordOutcome(tx, { personId: world.personId, kind: "quiz", subjectId: item.id, score, completedAt: at, now: at }),
    );
  await say(7_000, day(1));
  await say(9_000, day(2));
  expect(await doneAt(taskId)).toEqual(day(1));
  for (const ending of [sql`waived_at = ${day(0)}, waiver_reason = '病假'`, sql`cancelled_at = ${day(0)}`]) {
    const other = await aTask({ kind: "quiz", moveOn: "Passed", mastery: null, completes: NONE, scores: NONE });
    await db().execute(sql`update tasks set ${ending} where id = ${other.taskId}`);
    await db().transaction((tx) =>
      recordOutcome(tx, { personId: world.personId, kind: "quiz", subjectId: other.item.id, score: 10_000, now: day(1) }),
    );
    expect(await doneAt(other.taskId)).toBe(null);
  }
});

const NONE: Outcome = { completedAt: null, best: null, bestAt: null };
const rowOf = async (subjectId: number) =>
  (
    await db().execute(
      sql`select completed_at, best, best_at from outcomes where person_id = ${world.personId} and kind = 'quiz' and subject_id = ${subjectId}`,
    )
  ).rows;

test("saying an outcome twice, or twenty times at once, changes nothing (I23)", async () => {
  const { item, taskId } = await aTask({ kind: "quiz", moveOn: "CompletedAndPassed", mastery: 6_000, completes: NONE, scores: NONE });
  const say = (score: number, at: Date) =>
    db().transaction((tx) =>
      recordOutcome(tx, { personId: world.personId, kind: "quiz", subjectId: item.id, score, completedAt: at, now: at }),
    );
  await say(6_000, day(3));
  const before = await rowOf(item.id);
  await say(6_000, day(4));
  expect(await rowOf(item.id)).toEqual(before);
  await Promise.all(Array.from({ length: 20 }, (_, at) => say(at * 200, day(5 + at))));
  expect(await rowOf(item.id)).toEqual(before);
  expect(await doneAt(taskId)).toEqual(day(3));
});

test("twenty first outcomes at once leave the earliest end and the best score", async () => {
  const { item } = await aTask({ kind: "quiz", moveOn: "Completed", mastery: null, completes: NONE, scores: NONE });
  await Promise.all(
    Array.from({ length: 20 }, (_, at) =>
      db().transaction((tx) =>
        recordOutcome(tx, {
          personId: world.personId,
          kind: "quiz",
          subjectId: item.id,
          score: 1_000 + at,
          completedAt: day(20 - at),
          now: day(20 - at),
        }),
      ),
    ),
  );
  const [row] = await rowOf(item.id);
  expect(row).toMatchObject({ best: 1_019 });
  expect(new Date(String(row?.["completed_at"]))).toEqual(day(1));
});
