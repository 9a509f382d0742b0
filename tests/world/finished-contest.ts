import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { chanceOf, shuffled } from "#domain/chance.ts";
import { contestRulesSchema } from "#domain/contests/rules.ts";
import { markOf } from "#domain/questions/mark.ts";
import { type QuestionBody, type QuestionKey, questionKeySchema, type Response } from "#domain/questions/question.ts";
import { finishAttempt } from "#server/attempts/finish-attempt.ts";
import { closeContests } from "#server/jobs/open-and-close-contests.ts";
import { aBranch, aPerson } from "./people.ts";

const MINUTE_MS = 60_000;
const OPENS = new Date("2026-11-10T01:00:00Z");
/** Minutes after a finished contest's opening; it closes at 120. */
export const contestTime = (minutes: number): Date => new Date(OPENS.getTime() + minutes * MINUTE_MS);

type Made = { body: QuestionBody; key: QuestionKey };
const options = ["甲", "乙", "丙", "丁"].map((text) => ({ text }));

/** Twelve questions of many kinds: 0–4 single, 5–6 multiple, 7–8 true or false, 9 fill, 10 short, 11 numeric. */
function questionsOf(name: string): Made[] {
  const single = Array.from({ length: 5 }, (_, at) => ({
    body: { kind: "single" as const, stem: `${name}单选${at}？`, options },
    key: { kind: "single" as const, correct: at % 4 },
  }));
  const multiple = Array.from({ length: 2 }, (_, at) => ({
    body: { kind: "multiple" as const, stem: `${name}多选${at}？`, options },
    key: { kind: "multiple" as const, correct: at === 0 ? [0, 2] : [1, 2, 3] },
  }));
  const truths = Array.from({ length: 2 }, (_, at) => ({
    body: { kind: "truefalse" as const, stem: `${name}判断${at}。` },
    key: { kind: "truefalse" as const, correct: at === 0 },
  }));
  const typed: Made[] = [
    { body: { kind: "fill", stem: `${name}填空____。`, blanks: 1 }, key: questionKeySchema.parse({ kind: "fill", blanks: [["四强"]] }) },
    { body: { kind: "short", stem: `${name}简答？` }, key: questionKeySchema.parse({ kind: "short", accepted: [{ text: "民心" }] }) },
    { body: { kind: "numeric", stem: `${name}数值？` }, key: questionKeySchema.parse({ kind: "numeric", answers: [{ value: 7 }] }) },
  ];
  return [...single, ...multiple, ...truths, ...typed];
}

const WRONG_TEXTS = ["四化", "四有", "十"];

/** An answer as somebody of this luck gives it: right, wrong or none. */
function answerOf({ body, key }: Made, chance: ReturnType<typeof chanceOf>, skill: number): Response {
  const luck = chance.below(100);
  if (luck > 95) return null;
  const isRight = luck < skill;
  const pick = chance.below(4);
  if (key.kind === "single") return { picks: [isRight ? key.correct : pick] };
  if (key.kind === "multiple") return { picks: isRight ? key.correct : key.correct.slice(0, 1 + (pick % 2)) };
  if (key.kind === "truefalse") return { truth: isRight ? key.correct : !key.correct };
  if (key.kind === "fill") return { texts: [isRight ? "四强" : (WRONG_TEXTS[pick % 3] ?? "")] };
  if (body.kind === "essay") return { text: `我的看法${luck}` };
  return { text: isRight ? (key.kind === "short" ? "民心" : "7") : (WRONG_TEXTS[pick % 3] ?? "") };
}

const json = (value: unknown) => JSON.stringify(value);
const ids = async (statement: ReturnType<typeof sql>) =>
  (await database("desk").execute<{ id: string }>(statement)).rows.map(({ id }) => Number(id));

async function writeQuestions(branchId: number, made: readonly Made[]): Promise<number[]> {
  const versions: number[] = [];
  for (const { body, key } of made) {
    const [question = 0] = await ids(sql`insert into questions (branch_id, state) values (${branchId}, 'published') returning id`);
    const [version = 0] = await ids(sql`
      insert into question_versions (question_id, number, kind, body, stem, stem_key, difficulty, content_hash)
      values (${question}, 1, ${body.kind}, ${json(body)}::jsonb, ${body.stem}, ${body.stem}, 3, ${body.stem}) returning id`);
    await database("desk").execute(sql`insert into question_keys (version_id, key) values (${version}, ${json(key)}::jsonb)`);
    await database("desk").execute(
      sql`update questions set published_version_id = ${version}, latest_version_id = ${version} where id = ${question}`,
    );
    versions.push(version);
  }
  return versions;
}

type Wishes = {
  people?: number;
  seed?: string;
  rules?: Record<string, unknown>;
  perPerson?: number;
  essays?: number;
  attempts?: number;
  /** A make-up of another contest, sat by these people. */
  makesUpFor?: { contestId: number; personIds: readonly number[] };
};

/**
 * A contest that is over, sat by many people of five branches under a county, each with the questions `perPerson` asks for out of twelve (and
 * the essays). Two hold the office of organizer over it. What anybody answered follows from the seed.
 */
export async function aFinishedContest({
  people = 60,
  seed = "finished",
  rules = {},
  perPerson = 10,
  essays = 0,
  attempts = 1,
  makesUpFor,
}: Wishes = {}) {
  const root = await aBranch();
  const branches = await Promise.all(Array.from({ length: 5 }, () => aBranch(root.id)));
  const organizers = [root, root].map(({ id }) => aPerson(id, { held: [{ office: "organizer", branchId: id }] }));
  const [organizer = 0, approver = 0] = await Promise.all(organizers);
  const written = Array.from({ length: essays }, (_, at) => ({
    body: { kind: "essay" as const, stem: `${seed}论述${at}？` },
    key: { kind: "essay" as const, guide: "要点：初心；担当。" },
  }));
  const made = [...questionsOf(seed), ...written];
  const versions = await writeQuestions(root.id, made);
  const ruled = contestRulesSchema.parse({ limitMs: 60 * MINUTE_MS, attempts, shuffleOptions: false, ...rules });
  const worths = Array.from({ length: perPerson + essays }, (_, slot) => (slot % 3 === 0 ? 15_000 : 10_000));
  const blueprint = [15_000, 10_000].map((worth) => ({
    ...{ category: null, kind: null, difficulty: [1, 5], worth, count: worths.filter((each) => each === worth).length },
  }));
  const slug = `c-${seed}-${root.id}`;
  const [contestId = 0] = await ids(sql`
    insert into contests (slug, title, branch_id, rules, blueprint, opens_at, closes_at, published_at, roster_taken_at, makes_up_for, created_by)
    values (${slug}, ${`竞赛${seed}`}, ${root.id}, ${json(ruled)}::jsonb, ${json(blueprint)}::jsonb, ${OPENS}, ${contestTime(120)}, ${contestTime(-60)},
      ${OPENS}, ${makesUpFor?.contestId ?? null}, ${organizer}) returning id`);
  await database("desk").execute(sql`insert into contest_pool select ${contestId}, unnest(${sql.param(versions)}::bigint[])`);
  const chance = chanceOf(seed);
  const sitters: { personId: number; entryId: number; attemptIds: number[] }[] = [];
  for (let at = 0; at < people; at += 1) {
    const branch = branches[at % branches.length];
    if (!branch) continue;
    const personId = makesUpFor?.personIds[at] ?? (await aPerson(branch.id));
    const [entryId = 0] = await ids(sql`
      insert into entries (contest_id, person_id, branch_id, entered_at) values (${contestId}, ${personId}, ${branch.id}, ${contestTime(1)}) returning id`);
    await database("desk").execute(sql`insert into contest_roster values (${contestId}, ${personId}, ${branch.id})`);
    const attemptIds: number[] = [];
    for (let number = 1; number <= attempts; number += 1) attemptIds.push(await sit(entryId, personId, number));
    sitters.push({ personId, entryId, attemptIds });
  }
  await closeContests(contestTime(200));
  const [standing = 0] = await ids(sql`select id from contests where id = ${contestId}`);
  return { slug, contestId: standing, root, branches, organizer, approver, versions, made, sitters };

  async function sit(entryId: number, personId: number, number: number): Promise<number> {
    const drawn = shuffled(
      made.slice(0, 12).map((_, place) => place),
      chance,
    ).slice(0, perPerson);
    const paper = [...drawn, ...written.map((_, place) => 12 + place)];
    const skill = 25 + chance.below(70);
    const startedAt = contestTime(1 + (number - 1) * 40 + chance.below(20));
    const [attemptId = 0] = await ids(sql`
      insert into attempts (person_id, entry_id, number, seed, version_ids, worths, started_at, due_at, ends_at, seen_at)
      values (${personId}, ${entryId}, ${number}, ${`${seed}/${entryId}`}, ${sql.param(paper.map((place) => versions[place]))}::bigint[],
        ${sql.param(worths)}::int[], ${startedAt}, ${contestTime(119)}, ${contestTime(119)}, ${startedAt}) returning id`);
    const rows = paper.flatMap((place, slot) => {
      const one = made[place];
      const response = one ? answerOf(one, chance, skill) : null;
      if (!one || response === null) return [];
      const mark = markOf({ ...one, response, worth: worths[slot] ?? 0, mode: ruled.multipleMode });
      const at = new Date(startedAt.getTime() + (slot + 1) * 20_000 + chance.below(15_000));
      return [{ slot, response, milli: mark.milli, right: mark.right, at }];
    });
    await database("judge").transaction(async (tx) => {
      await tx.execute(sql`
        insert into answers (attempt_id, slot, response, seq, received_at, milli, is_right)
        select ${attemptId}, slot, response, 1, at, milli, "right"
        from jsonb_to_recordset(${json(rows)}::jsonb) as r(slot int, response jsonb, milli int, "right" bool, at timestamptz)`);
      await finishAttempt(tx, attemptId, "person", new Date(startedAt.getTime() + 15 * MINUTE_MS));
    });
    return attemptId;
  }
}
