import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { getResult } from "#server/attempts/get-result.ts";
import { noteContestMistakes } from "#server/jobs/note-contest-mistakes.ts";
import { recompute } from "#server/jobs/recompute.ts";
import { applyRuling } from "#server/rulings/apply-ruling.ts";
import { decideRuling } from "#server/rulings/decide-ruling.ts";
import { proposeRuling } from "#server/rulings/propose-ruling.ts";
import { aFinishedContest, contestTime } from "#tests/world/finished-contest.ts";
import { as } from "#tests/world/people.ts";
import { codeOf, told } from "#tests/world/tell.ts";
import { listShortAnswers } from "./list-short-answers.ts";
import { overrideMark } from "./override-mark.ts";

let world: Awaited<ReturnType<typeof aFinishedContest>>;
const judge = () => database("judge");
const now = contestTime(300);
const list = () => told(listShortAnswers, world.organizer, { slug: world.slug });
const entryOf = async (attemptId: number) => {
  const { rows } = await judge().execute<{ entry_id: string; person_id: string; score_milli: number; rank: string }>(sql`
    select * from (select s.entry_id, e.person_id, a.id as attempt_id, s.score_milli, rank() over (order by s.rank_key desc) as rank
      from standings s join entries e on e.id = s.entry_id join attempts a on a.entry_id = e.id where s.contest_id = ${world.contestId}) r where attempt_id = ${attemptId}`);
  return rows[0];
};

beforeAll(async () => {
  const rules = { review: { score: "closed", answers: "closed", keys: "published" } };
  world = await aFinishedContest({ people: 30, seed: "by-hand", essays: 1, rules });
  while ((await noteContestMistakes(contestTime(210))) > 0);
});

let wrong: { attemptId: number; slot: number; worth: number };

test("the desk sees the short answers of a contest that is over without names; nobody else does, and nothing before its end", async () => {
  const seen = await list();
  expect(seen).toMatchObject({ isOver: true, questions: [{ versionId: world.versions[10] }], asked: { key: { kind: "short" } } });
  expect(seen.answers.length).toBeGreaterThan(5);
  expect(Object.keys(seen.answers[0] ?? {}).sort()).toEqual(["attemptId", "isByHand", "milli", "slot", "text", "worth"]);
  wrong = seen.answers.find(({ milli }) => milli === 0) ?? wrong;
  expect(await listShortAnswers.call(await as(world.organizer, contestTime(60)), { slug: world.slug })).toMatchObject({
    value: { isOver: false, answers: [], asked: null },
  });
  const change = { slug: world.slug, attemptId: wrong.attemptId, slot: wrong.slot, percent: 100, reason: "意思答对了" };
  const [one] = world.sitters;
  expect(await codeOf(listShortAnswers, one?.personId ?? 0, { slug: world.slug })).toBe("forbidden");
  expect(await codeOf(overrideMark, one?.personId ?? 0, change)).toBe("not-found");
  expect(await overrideMark.call(await as(world.organizer, contestTime(60)), change)).toMatchObject({ code: "not-closed-yet" });
  expect(await codeOf(overrideMark, world.organizer, { ...change, reason: " " })).toBe("invalid");
  expect(await codeOf(overrideMark, world.organizer, { ...change, percent: 0 })).toBe("override-same");
  expect(await codeOf(overrideMark, world.organizer, { ...change, slot: 10 })).toBe("override-only-short");
  const other = await aFinishedContest({ people: 2, seed: "not-this" });
  expect(await codeOf(overrideMark, other.organizer, { ...change, slug: other.slug })).toBe("not-found");
});

test("a mark set by hand is one more line of the ledger; score, place, board and recompute follow; its person reads it, with why once keys are open", async () => {
  const before = await entryOf(wrong.attemptId);
  const change = { slug: world.slug, attemptId: wrong.attemptId, slot: wrong.slot, percent: 50, reason: "意思答对了一半" };
  const half = Math.floor((wrong.worth + 1) / 2);
  expect(await told(overrideMark, world.organizer, change, now)).toMatchObject({ milliBefore: 0, milliAfter: half });
  const after = await entryOf(wrong.attemptId);
  expect(after?.score_milli).toBe((before?.score_milli ?? 0) + half);
  expect(Number(after?.rank)).toBeLessThanOrEqual(Number(before?.rank));
  expect((await list()).answers.find(({ attemptId }) => attemptId === wrong.attemptId)).toMatchObject({ milli: half, isByHand: true });
  const { rows } = await judge().execute(
    sql`select cause, milli_before, milli_after, reason, written_by from mark_entries where attempt_id = ${wrong.attemptId}`,
  );
  expect(rows).toEqual([
    { cause: "override", milli_before: 0, milli_after: half, reason: change.reason, written_by: String(world.organizer) },
  ]);
  const audit = await database("desk").execute(sql`select reason from audit where action = 'contest.override-mark'`);
  expect(audit.rows).toEqual([{ reason: change.reason }]);
  const personId = Number(before?.person_id);
  const said = await told(getResult, personId, { id: wrong.attemptId }, now);
  expect(said.corrections).toEqual([
    { ...{ slot: wrong.slot, milliBefore: 0, milliAfter: half, worth: null, cause: "override", kind: null, reason: "", at: now } },
  ]);
  await judge().execute(sql`update contests set results_at = ${now} where id = ${world.contestId}`);
  expect((await told(getResult, personId, { id: wrong.attemptId }, contestTime(301))).corrections[0]?.reason).toBe(change.reason);
  const notices = await judge().execute(
    sql`select kind, path, params from notices where person_id = ${personId} and kind like 'override%'`,
  );
  expect(notices.rows).toEqual([
    { kind: "override-marks", path: `/contests/${world.slug}/attempts/mine`, params: { title: "竞赛by-hand" } },
  ]);
  expect(await recompute(contestTime(400))).toMatchObject({ differences: 0 });
});

test("ten at once leave one after the other; a ruling goes on from what a hand gave; the mistake leaves the wrong-book", async () => {
  while ((await noteContestMistakes(contestTime(310))) > 0);
  const personId = Number((await entryOf(wrong.attemptId))?.person_id);
  const inBook = async () => {
    const { rows } = await judge().execute(sql`select 1 from review_cards c join question_versions v on v.question_id = c.question_id
      where v.id = ${world.versions[10]} and c.person_id = ${personId} and c.removed_at is null`);
    return rows.length;
  };
  expect(await inBook()).toBe(1);
  const change = { slug: world.slug, attemptId: wrong.attemptId, slot: wrong.slot, percent: 100, reason: "意思全对" };
  const codes = await Promise.all(Array.from({ length: 10 }, () => codeOf(overrideMark, world.organizer, change, contestTime(320))));
  expect(codes.sort()).toEqual(["done", ...Array.from({ length: 9 }, () => "override-same")]);
  expect(await inBook()).toBe(0);
  const { id } = await told(proposeRuling, world.organizer, {
    slug: world.slug,
    versionId: world.versions[10],
    kind: "void_exclude",
    reason: "题干有误",
  });
  await told(decideRuling, world.approver, { id, verdict: "approve" });
  await told(applyRuling, world.approver, { id });
  expect(await codeOf(overrideMark, world.organizer, { ...change, percent: 10 })).toBe("override-out");
  expect(await recompute(contestTime(401))).toMatchObject({ differences: 0 });
  const said = await told(getResult, personId, { id: wrong.attemptId }, contestTime(420));
  expect(said.corrections.map(({ cause }) => cause).slice(0, 3)).toEqual(["override", "override", "ruling"]);
  expect(said.items[wrong.slot]).toMatchObject({ worth: 0, mark: { milli: 0 } });
  expect(said.items.reduce((sum, item) => sum + item.worth, 0)).toBe(said.worth);
  expect(said.items.reduce((sum, item) => sum + (item.mark?.milli ?? 0), 0)).toBe(said.score?.milli);
});

test("a result says how many essays wait, until their marks are settled", async () => {
  const { rows } = await judge().execute<{ attempt_id: string; slot: number; person_id: string }>(sql`
    select n.attempt_id, n.slot, a.person_id from answers n join attempts a on a.id = n.attempt_id join entries e on e.id = a.entry_id
    where e.contest_id = ${world.contestId} and n.slot = 10 and jsonb_typeof(n.response) = 'object' limit 1`);
  const [essay] = rows;
  const waiting = async () =>
    (await told(getResult, Number(essay?.person_id), { id: Number(essay?.attempt_id) }, contestTime(420))).waiting;
  expect(await waiting()).toBe(1);
  await judge().execute(sql`insert into hand_marks (attempt_id, slot, marker_id, mark, comment, is_final, marked_at)
    values (${essay?.attempt_id}, ${essay?.slot}, ${world.organizer}, 0, '', false, ${now})`);
  expect(await waiting()).toBe(0);
});
