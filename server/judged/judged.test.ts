// Above 150 lines: what the formats that judge at once may and may not tell stands together.
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "#db/client.ts";
import { findAttemptTime } from "#server/attempts/attempt-times.ts";
import { getAttempt } from "#server/attempts/get-attempt.ts";
import { getResult } from "#server/attempts/get-result.ts";
import { handIn } from "#server/attempts/hand-in.ts";
import { takeAnswer } from "#server/attempts/take-answers.ts";
import { readTicket } from "#server/attempts/ticket.ts";
import { getBoard } from "#server/boards/get-board.ts";
import { makeContest } from "#server/contests/make-contest.ts";
import { pauseContest } from "#server/contests/pause-contest.ts";
import { startAttempt } from "#server/contests/start-attempt.ts";
import { closeContests, openContests } from "#server/jobs/open-and-close-contests.ts";
import { recompute } from "#server/jobs/recompute.ts";
import { createQuestion } from "#server/questions/create-question.ts";
import { reviewQuestion } from "#server/questions/review-question.ts";
import { applyRuling } from "#server/rulings/apply-ruling.ts";
import { decideRuling } from "#server/rulings/decide-ruling.ts";
import { proposeRuling } from "#server/rulings/propose-ruling.ts";
import { aContest, at } from "#tests/world/contest.ts";
import { refusalOf, valueOf } from "#tests/world/outcome.ts";
import { aPerson, as } from "#tests/world/people.ts";
import { told } from "#tests/world/tell.ts";
import { getJudged } from "./get-judged.ts";
import { judgeTry } from "./judge-try.ts";
import { showQuestion } from "./show-question.ts";

const inBank = (branchId: number) => ({ held: [{ office: "reviewer" as const, branchId }] });

type Key = { kind: "single"; correct: number } | { kind: "truefalse"; correct: boolean } | { kind: "multiple"; correct: number[] };

/** A contest of five questions in that format, open, and somebody who has begun at the first minute. */
async function aSitting(format: object, wishes: { rules?: object; blueprint?: object[]; timePercent?: number } = {}) {
  const blueprint = wishes.blueprint ?? [{ kind: "single", count: 5, worth: 10_000 }];
  const contest = await aContest({ rules: { format, shuffleOptions: false, ...wishes.rules }, blueprint });
  await openContests(at(0));
  const begin = async (name: string) => {
    const person = await aPerson(contest.left.id, { name });
    if (wishes.timePercent)
      await database("desk").execute(sql`update people set time_percent = ${wishes.timePercent} where id = ${person}`);
    const { attemptId } = valueOf(await startAttempt.call(await as(person, at(1)), { slug: contest.slug }));
    const context = (when: Date) => as(person, when);
    return {
      person,
      attemptId,
      show: async (when: Date) => showQuestion.call(await context(when), { id: attemptId }),
      look: async (when: Date) => valueOf(await getJudged.call(await context(when), { id: attemptId })),
      give: async (slot: number, number: number, response: object | null, when: Date) =>
        judgeTry.call(await context(when), { id: attemptId, slot, number, response }),
      right: (slot: number) => responseTo(attemptId, slot, true),
      wrong: (slot: number) => responseTo(attemptId, slot, false),
      handIn: async (when: Date) => valueOf(await handIn.call(await context(when), { id: attemptId })),
    };
  };
  return { ...contest, begin, ada: await begin("甲") };
}

async function keyOf(attemptId: number, slot: number): Promise<Key> {
  const { rows } = await database("desk").execute<{ key: Key }>(sql`
    select k.key from attempts a join question_keys k on k.version_id = a.version_ids[${slot} + 1] where a.id = ${attemptId}`);
  const key = rows[0]?.key;
  if (!key) throw new Error("no key");
  return key;
}

async function responseTo(attemptId: number, slot: number, isRight: boolean): Promise<object> {
  const key = await keyOf(attemptId, slot);
  if (key.kind === "multiple") throw new Error("asked one by one");
  if (key.kind === "truefalse") return { truth: key.correct === isRight };
  return { picks: [isRight ? key.correct : (key.correct + 1) % 2] };
}

const standingOf = async (person: number) => {
  const { rows } = await database("desk").execute<{ score_milli: number; right_count: number; total_ms: number }>(sql`
    select s.score_milli, s.right_count, s.total_ms from standings s join entries e on e.id = s.entry_id where e.person_id = ${person}`);
  return rows[0];
};

test("survival: one question at a time by its own clock, told at once, and over with the last life", async () => {
  const { ada, slug } = await aSitting(
    { kind: "survival", perQuestionMs: 45_000, lives: 2 },
    { rules: { review: { score: "submitted", answers: "submitted", keys: "published" } } },
  );
  const { attemptId } = ada;
  const paper = valueOf(await getAttempt.call(await as(ada.person, at(1, 500)), { id: attemptId }));
  expect(paper.items).toEqual([]);
  await expect(
    takeAnswer(attemptId, { ticket: paper.ticket, slot: 3, seq: 1, response: await ada.right(3) }, at(1, 600)),
  ).rejects.toMatchObject({ code: "judged-at-once" });

  expect(await ada.look(at(2))).toMatchObject({ current: null, items: [], livesLeft: 2, total: 5 });
  expect(refusalOf(await ada.give(0, 1, await ada.right(0), at(2)))).toBe("not-shown-yet");
  valueOf(await ada.show(at(2)));
  valueOf(await ada.show(at(2, 30_000)));
  expect((await ada.look(at(2, 31_000))).current).toMatchObject({ slot: 0, endsAt: at(2, 45_000), response: null });
  expect(refusalOf(await ada.give(1, 1, await ada.right(1), at(2, 32_000)))).toBe("no-such-slot");

  // In the last millisecond that the network is given.
  const first = valueOf(await ada.give(0, 1, await ada.right(0), at(2, 48_000)));
  expect(first).toEqual({ slot: 0, number: 1, isRight: true, isLate: false, isOver: false, levels: null });
  expect(valueOf(await ada.give(0, 1, await ada.wrong(0), at(3)))).toEqual(first);
  expect(refusalOf(await ada.give(1, 1, await ada.right(1), at(3)))).toBe("not-shown-yet");

  valueOf(await ada.show(at(3)));
  expect(valueOf(await ada.give(1, 1, await ada.wrong(1), at(3, 1_000)))).toMatchObject({ isRight: false, isOver: false });
  expect(await ada.look(at(3, 2_000))).toMatchObject({ livesLeft: 1, right: 1, answered: 2 });
  valueOf(await ada.show(at(4)));
  expect(valueOf(await ada.give(2, 1, await ada.right(2), at(4, 48_001)))).toMatchObject({ isRight: false, isLate: true, isOver: true });

  expect(await standingOf(ada.person)).toMatchObject({ score_milli: 10_000, right_count: 1 });
  expect(refusalOf(await ada.show(at(5)))).toBe("attempt-over");
  const result = valueOf(await getResult.call(await as(ada.person, at(6)), { id: attemptId }));
  // Of the two that were never shown nothing is seen, and no key of any.
  expect(result.items.map(({ slot, mark, reveal }) => [slot, mark?.isRight, reveal])).toEqual([
    [0, true, null],
    [1, false, null],
    [2, false, null],
  ]);
  expect(valueOf(await getBoard.call(await as(ada.person, at(6)), { slug })).places).toMatchObject([{ scoreMilli: 10_000, rightCount: 1 }]);
  expect((await recompute(at(7))).differences).toBe(0);
});

test("survival: whoever has more time has more for each question", async () => {
  const { ada } = await aSitting({ kind: "survival", perQuestionMs: 45_000, lives: 1 }, { timePercent: 200 });
  valueOf(await ada.show(at(2)));
  expect((await ada.look(at(2))).current?.endsAt).toEqual(at(2, 90_000));
  expect(valueOf(await ada.give(0, 1, await ada.right(0), at(2, 90_000)))).toMatchObject({ isRight: true });
});

test("ICPC style: time of what was solved, twenty minutes for each wrong try before it, the unsolved free; a try sent twice is one", async () => {
  const { ada, begin, slug } = await aSitting({ kind: "icpc", tries: 3, penaltyMs: 20 * 60_000 });
  const bob = await begin("乙");
  // Ada: 0 after 5 min at the second try, 1 after 10 min; 2 tried and never solved.
  expect(valueOf(await ada.give(0, 1, await ada.wrong(0), at(2)))).toEqual({
    slot: 0,
    number: 1,
    isRight: false,
    isLate: false,
    isOver: false,
    levels: null,
  });
  valueOf(await ada.give(0, 1, await ada.wrong(0), at(3)));
  expect(refusalOf(await ada.give(0, 3, await ada.right(0), at(3)))).toBe("no-such-try");
  valueOf(await ada.give(0, 2, await ada.right(0), at(6)));
  expect(refusalOf(await ada.give(0, 3, await ada.wrong(0), at(6)))).toBe("already-right");
  valueOf(await ada.give(1, 1, await ada.right(1), at(11)));
  for (const number of [1, 2, 3]) valueOf(await ada.give(2, number, await ada.wrong(2), at(12)));
  expect(refusalOf(await ada.give(2, 4, await ada.right(2), at(13)))).toBe("no-tries-left");
  expect(refusalOf(await ada.give(3, 1, null, at(13)))).toBe("no-answer@response");
  expect((await ada.look(at(13))).items.map(({ used, most, isRight }) => [used, most, isRight])).toEqual([
    [2, 3, true],
    [1, 3, true],
    [3, 3, false],
    [0, 3, false],
    [0, 3, false],
  ]);
  // Bob: two as well, after 20 and 21 minutes, without a wrong try.
  valueOf(await bob.give(0, 1, await bob.right(0), at(21)));
  valueOf(await bob.give(4, 1, await bob.right(4), at(22)));
  await ada.handIn(at(25));
  await bob.handIn(at(25));
  expect(await standingOf(ada.person)).toEqual({ score_milli: 20_000, right_count: 2, total_ms: (5 + 20 + 10) * 60_000 });
  expect(await standingOf(bob.person)).toEqual({ score_milli: 20_000, right_count: 2, total_ms: 41 * 60_000 });
  const board = valueOf(await getBoard.call(await as(bob.person, at(26)), { slug }));
  expect([board.beside, ...board.places.map(({ name }) => name)]).toEqual(["solved", "甲", "乙"]);
  expect((await recompute(at(27))).differences).toBe(0);
});

test("IOI style: the best try of each counts, a worse one takes nothing away, and the number right orders nobody", async () => {
  const { ada } = await aSitting(
    { kind: "ioi", tries: 5 },
    {
      blueprint: [
        { kind: "single", count: 1, worth: 10_000 },
        { kind: "multiple", count: 1, worth: 12_000 },
        { kind: "truefalse", count: 1, worth: 5_000 },
      ],
      rules: { shuffleQuestions: false, multipleMode: "partial_no_wrong" },
    },
  );
  expect((await ada.look(at(2))).items.map(({ most }) => most)).toEqual([3, 5, 1]);
  valueOf(await ada.give(0, 1, await ada.wrong(0), at(3)));
  valueOf(await ada.give(0, 2, await ada.right(0), at(5)));
  // A part of the second, then everything ticked, which is worse.
  const correct = await keyOf(ada.attemptId, 1);
  if (correct.kind !== "multiple") throw new Error("no multiple choice");
  expect(valueOf(await ada.give(1, 1, { picks: correct.correct.slice(0, 1) }, at(6)))).toMatchObject({ isRight: false });
  valueOf(await ada.give(1, 2, { picks: [0, 1, 2, 3].filter((place) => !correct.correct.includes(place)) }, at(7)));
  valueOf(await ada.give(2, 1, await ada.wrong(2), at(7, 1_000)));
  expect(refusalOf(await ada.give(2, 2, await ada.right(2), at(8)))).toBe("no-tries-left");
  await ada.handIn(at(20));
  const part = Math.round(12_000 / correct.correct.length);
  // The last that changed what stands is the one try of the third.
  expect(await standingOf(ada.person)).toEqual({ score_milli: 10_000 + part, right_count: 0, total_ms: 6 * 60_000 + 1_000 });
  expect((await recompute(at(21))).differences).toBe(0);
});

test("the page gets a ticket for the contest's stream that names the attempt; what is heard there of a pause is in the next reading", async () => {
  const { ada, slug, organizer } = await aSitting({ kind: "ioi", tries: 3 });
  const before = await ada.look(at(2));
  const { rows } = await database("desk").execute<{ id: string }>(sql`select id from contests where slug = ${slug}`);
  const named = { attemptId: ada.attemptId, contestId: Number(rows[0]?.id), personId: ada.person };
  expect(readTicket("stream", before.streamTicket, at(3))).toMatchObject(named);
  expect(await findAttemptTime(ada.attemptId)).toMatchObject({ state: "in_progress", endsAt: before.endsAt });
  await told(pauseContest, organizer, { slug, to: "all", minutes: 10, reason: "停电" }, at(4));
  const heard = await findAttemptTime(ada.attemptId);
  expect(heard?.endsAt).not.toEqual(before.endsAt);
  expect(await ada.look(at(5))).toMatchObject({ endsAt: heard?.endsAt, pausedUntil: at(14) });
  expect(refusalOf(await ada.give(0, 1, await ada.right(0), at(5)))).toBe("paused");
});

test("another device, another person and another format are refused; ten tries at once are one", async () => {
  const { ada, left } = await aSitting({ kind: "icpc", tries: 3 });
  const wrong = await ada.wrong(0);
  const all = await Promise.all(Array.from({ length: 10 }, async () => valueOf(await ada.give(0, 1, wrong, at(2)))));
  expect(new Set(all.map((one) => JSON.stringify(one))).size).toBe(1);
  const { rows } = await database("desk").execute<{ n: number }>(
    sql`select count(*)::int as n from item_tries where attempt_id = ${ada.attemptId}`,
  );
  expect(rows[0]?.n).toBe(1);
  const bob = await aPerson(left.id);
  expect(refusalOf(await getJudged.call(await as(bob, at(3)), { id: ada.attemptId }))).toBe("not-found");
  expect(refusalOf(await ada.show(at(3)))).toBe("not-judged-at-once");
  await database("desk").execute(sql`update attempts set seat = gen_random_uuid() where id = ${ada.attemptId}`);
  expect(refusalOf(await ada.give(1, 1, await ada.right(1), at(3)))).toBe("taken-over");
});

test("a ruling is about what was shown: of a question that nobody came to, nobody is given the mark", async () => {
  const { ada, slug, organizer, root } = await aSitting({ kind: "survival", lives: 1 }, { rules: { review: { keys: "published" } } });
  const approver = await aPerson(root.id, { held: [{ office: "organizer", branchId: root.id }] });
  valueOf(await ada.show(at(2)));
  expect(valueOf(await ada.give(0, 1, await ada.wrong(0), at(2, 1_000)))).toMatchObject({ isOver: true });
  await closeContests(at(121));
  const { rows } = await database("desk").execute<{ ids: string[] }>(
    sql`select version_ids as ids from attempts where id = ${ada.attemptId}`,
  );
  for (const [slot, score] of [
    [3, 0],
    [0, 10_000],
  ] as const) {
    const asked = { slug, versionId: Number(rows[0]?.ids[slot]), kind: "void_full", reason: "题干有误", answer: null };
    const { id } = await told(proposeRuling, organizer, asked, at(125));
    await told(decideRuling, approver, { id, verdict: "approve" }, at(126));
    await told(applyRuling, approver, { id }, at(127));
    expect((await standingOf(ada.person))?.score_milli).toBe(score);
  }
  expect((await recompute(at(130))).differences).toBe(0);
});

test("what would ask an essay is refused at its line: nobody marks one at once", async () => {
  const { form, organizer, root } = await aContest();
  const reviewers = [await aPerson(root.id, inBank(root.id)), await aPerson(root.id, inBank(root.id))] as const;
  const essay = {
    body: { kind: "essay", stem: "谈谈你的体会。" },
    key: { kind: "essay" },
    explanation: "见要点。",
    category: "论述",
    difficulty: 3,
  };
  const { id } = await told(createQuestion, reviewers[0], { ...essay, submit: true });
  await told(reviewQuestion, reviewers[1], { id, number: 1, verdict: "publish" });
  const made = async (format: object | null, kind: string | null) => {
    const rules = { ...form.rules, ...(format && { format }) };
    const blueprint = [form.blueprint[0], { kind, category: kind === null ? "论述" : null, count: 1, worth: 1_000 }];
    return refusalOf(await makeContest.call(await as(organizer, at(-90)), { ...form, rules, blueprint }));
  };
  expect(await made({ kind: "ioi" }, null)).toBe("essays-wait@blueprint.1.kind");
  expect(await made({ kind: "ioi" }, "truefalse")).toBe("ok");
  expect(await made(null, null)).toBe("ok");
});
