import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { noteContestMistakes } from "#server/jobs/note-contest-mistakes.ts";
import { applyRuling } from "#server/rulings/apply-ruling.ts";
import { decideRuling } from "#server/rulings/decide-ruling.ts";
import { proposeRuling } from "#server/rulings/propose-ruling.ts";
import { takeBackRuling } from "#server/rulings/take-back-ruling.ts";
import { aFinishedContest, contestTime } from "#tests/world/finished-contest.ts";
import { told } from "#tests/world/tell.ts";
import { noteAnswer } from "./note-answers.ts";

type World = Awaited<ReturnType<typeof aFinishedContest>>;
const KEYS_OPEN = { review: { score: "closed", answers: "closed", keys: "closed" } };
const judge = () => database("judge");
const DAY = 24 * 60;

async function ruleOut({ slug, organizer, approver, versions }: World, at: number, kind: string): Promise<number> {
  const { id } = await told(proposeRuling, organizer, { slug, versionId: versions[at], kind, reason: "题干有误" });
  await told(decideRuling, approver, { id, verdict: "approve" });
  await told(applyRuling, approver, { id });
  return id;
}

const cardOf = async (personId: number, versionId: number | undefined) => {
  const { rows } = await judge().execute<Record<string, unknown>>(sql`
    select c.wrong_count, c.lapses, c.reviews, c.good_in_row, c.stability, c.difficulty, c.removed_by, c.reviewed_at from review_cards c
    join question_versions v on v.question_id = c.question_id where c.person_id = ${personId} and v.id = ${versionId}`);
  return rows[0];
};

let world: World;
let versionId: number;
let questionId: number;
/** One whose answer in the contest was wrong, and one whose was right or was not asked: the card of the second is what the first's comes to. */
let mistaken: number;
let other: number;

beforeAll(async () => {
  world = await aFinishedContest({ people: 20, seed: "book", rules: KEYS_OPEN });
  versionId = world.versions[1] ?? 0;
  const { rows } = await judge().execute<{ question_id: string }>(sql`select question_id from question_versions where id = ${versionId}`);
  questionId = Number(rows[0]?.question_id);
  while ((await noteContestMistakes(contestTime(210))) > 0);
  const cards = await Promise.all(world.sitters.map(async ({ personId }) => ({ personId, card: await cardOf(personId, versionId) })));
  mistaken = cards.find(({ card }) => card !== undefined)?.personId ?? 0;
  other = cards.find(({ card }) => card === undefined)?.personId ?? 0;
});

let id: number;

test("what came after a mistake that is none stands as if it had come alone", async () => {
  const answer = (personId: number, isRight: boolean, minutes: number) =>
    judge().transaction((tx) => noteAnswer(tx, { personId, questionId, versionId, isRight, cause: "practice" }, contestTime(minutes)));
  for (const personId of [mistaken, other]) {
    await answer(personId, false, 210 + DAY);
    await answer(personId, true, 210 + 3 * DAY);
    await answer(personId, true, 210 + 9 * DAY);
  }
  const before = await cardOf(mistaken, versionId);
  expect(before).toMatchObject({ wrong_count: 2, reviews: 4 });
  id = await ruleOut(world, 1, "void_full");
  const after = await cardOf(mistaken, versionId);
  expect(after).toEqual(await cardOf(other, versionId));
  expect(after).toMatchObject({ wrong_count: 1, reviews: 3, removed_by: null });
  expect(after?.["stability"]).not.toBe(before?.["stability"]);
});

test("the next answer goes on from what counts; taken back, the mistake counts again, but not in a card that a changed key began anew", async () => {
  const back = async () => {
    const { id: own } = await told(takeBackRuling, world.organizer, { id, reason: "裁定有误" });
    await told(decideRuling, world.approver, { id: own, verdict: "approve" });
    await told(applyRuling, world.approver, { id: own });
  };
  await back();
  expect(await cardOf(mistaken, versionId)).toMatchObject({ wrong_count: 2, reviews: 4 });
  id = await ruleOut(world, 1, "void_full");
  const desk = database("desk");
  const { rows } = await desk.execute<{ id: string }>(sql`
    insert into question_versions (question_id, number, kind, body, stem, stem_key, difficulty, content_hash)
    select question_id, 2, kind, body, stem, stem_key, difficulty, 'second' from question_versions where id = ${versionId} returning id`);
  const second = Number(rows[0]?.id);
  await desk.execute(sql`insert into question_keys (version_id, key) values (${second}, '{"kind":"single","correct":3}')`);
  await desk.execute(sql`update questions set published_version_id = ${second}, latest_version_id = ${second} where id = ${questionId}`);
  expect(await cardOf(mistaken, versionId)).toMatchObject({ reviews: 0, stability: null });
  await back();
  expect(await cardOf(mistaken, versionId)).toMatchObject({ wrong_count: 2, reviews: 0, stability: null, removed_by: null });
});

test("papers that tell their mistakes after a ruling tell none of a question that is out, and an essay is never one", async () => {
  const late = await aFinishedContest({ people: 20, seed: "late", essays: 1, rules: KEYS_OPEN });
  await ruleOut(late, 1, "void_exclude");
  while ((await noteContestMistakes(contestTime(220))) > 0);
  const { rows } = await judge().execute<{ id: string }>(sql`
    select distinct v.id from review_cards c join question_versions v on v.question_id = c.question_id
    where c.person_id = any(${sql.param(late.sitters.map(({ personId }) => personId))}::bigint[])`);
  const noted = rows.map((row) => Number(row.id));
  expect(noted.length).toBeGreaterThan(8);
  expect(noted).not.toContain(late.versions[1]);
  expect(noted).not.toContain(late.versions[12]);
});
