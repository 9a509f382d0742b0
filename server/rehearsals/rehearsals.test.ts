import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "#db/client.ts";
import { getAttempt } from "#server/attempts/get-attempt.ts";
import { getResult } from "#server/attempts/get-result.ts";
import { handIn } from "#server/attempts/hand-in.ts";
import { takeAnswer } from "#server/attempts/take-answers.ts";
import { getBoard } from "#server/boards/get-board.ts";
import { getContest } from "#server/contests/get-contest.ts";
import { startAttempt } from "#server/contests/start-attempt.ts";
import { closeContests, openContests } from "#server/jobs/open-and-close-contests.ts";
import { recompute } from "#server/jobs/recompute.ts";
import { exportMyData } from "#server/people/export-my-data.ts";
import { aContest, at } from "#tests/world/contest.ts";
import { refusalOf, valueOf } from "#tests/world/outcome.ts";
import { aPerson, as } from "#tests/world/people.ts";
import { startRehearsal } from "./start-rehearsal.ts";

const MINUTE = 60_000;
/** From fifty minutes before the opening up to it. */
const WINDOW = { fromMs: -50 * MINUTE, untilMs: 0, attempts: 2 };

async function aRehearsal(rehearsal: object = {}, review: object = {}) {
  const contest = await aContest({ rules: { rehearsal: { ...WINDOW, ...rehearsal }, review } });
  const ada = await aPerson(contest.left.id);
  const { slug } = contest;
  const start = async (minute: number, who = ada) => startRehearsal.call(await as(who, at(minute)), { slug });
  return { ...contest, ada, start };
}

const versionsOf = async (attemptId: number): Promise<number[]> => {
  const { rows } = await database("desk").execute<{ ids: string[] }>(sql`select version_ids as ids from attempts where id = ${attemptId}`);
  return (rows[0]?.ids ?? []).map(Number);
};

/** How many of an attempt's questions stand in the pool of the contest, in any wording. */
async function ofPool(slug: string, attemptId: number): Promise<number> {
  const { rows } = await database("desk").execute<{ n: number }>(sql`
    select count(*)::int as n from question_versions v where v.id = any(${sql.param(await versionsOf(attemptId))}::bigint[])
      and v.question_id in (select w.question_id from contest_pool p join contests c on c.id = p.contest_id
        join question_versions w on w.id = p.version_id where c.slug = ${slug})`);
  return rows[0]?.n ?? -1;
}

const answerAll = async (attemptId: number, minute: number) =>
  database("judge").execute(sql`
    insert into answers (attempt_id, slot, response, seq, received_at, milli, is_right)
    select ${attemptId}, s, '{"truth":true}', 1, ${at(minute)}, 0, false from generate_series(0, 4) s on conflict do nothing`);

test("before the opening it is tried on the same page, with other questions; nothing that counts hears of it", async () => {
  const { slug, ada, start } = await aRehearsal();
  const { attemptId, resumed } = valueOf(await start(-40));
  expect(resumed).toBe(false);
  expect(await start(-39)).toMatchObject({ value: { attemptId, resumed: true } });
  expect(await versionsOf(attemptId)).toHaveLength(5);
  expect(await ofPool(slug, attemptId)).toBe(0);

  const paper = valueOf(await getAttempt.call(await as(ada, at(-38)), { id: attemptId }));
  expect(paper).toMatchObject({ isRehearsal: true, contest: { slug }, integrity: { records: false } });
  // Through the live door, which finds the contest's marking by the rehearsal.
  const body = { ticket: paper.ticket, slot: 0, seq: 1, response: null };
  expect(await takeAnswer(attemptId, body, at(-37))).toMatchObject({ outcome: "saved" });
  await answerAll(attemptId, -37);
  valueOf(await handIn.call(await as(ada, at(-30)), { id: attemptId }));
  const result = valueOf(await getResult.call(await as(ada, at(-29)), { id: attemptId }));
  expect(result).toMatchObject({ isRehearsal: true, score: { right: 0 } });
  expect(result.items.every(({ mark, reveal }) => mark !== null && reveal !== null)).toBe(true);

  await openContests(at(0));
  const page = valueOf(await getContest.call(await as(ada, at(1)), { slug }));
  expect(page).toMatchObject({ attempts: [], tries: { used: 0 }, rehearsal: { allowed: 2, attempts: [{ id: attemptId, number: 1 }] } });
  expect(valueOf(await getBoard.call(await as(ada, at(1)), { slug })).total).toBe(0);
  const { rows } = await database("desk").execute(sql`
    select (select count(*) from entries e join contests c on c.id = e.contest_id where c.slug = ${slug})::int as entries,
      (select count(*) from outcomes where person_id = ${ada})::int as outcomes,
      (select count(*) from point_entries where person_id = ${ada})::int as points`);
  expect(rows).toEqual([{ entries: 0, outcomes: 0, points: 0 }]);
  const started = valueOf(await startAttempt.call(await as(ada, at(2)), { slug }));
  expect(valueOf(await getAttempt.call(await as(ada, at(3)), { id: started.attemptId }))).toMatchObject({ isRehearsal: false, number: 1 });
  expect((await recompute(at(4))).differences).toBe(0);
  expect(valueOf(await exportMyData.call(await as(ada, at(5)), {})).rehearsals).toMatchObject([{ contest: slug, attempt: attemptId }]);
});

test("with the contest's own questions, where its rules say so, no verdict and no key is told before it is over", async () => {
  const { slug, ada, start } = await aRehearsal({ fromPool: true }, { score: "submitted", answers: "submitted", keys: "submitted" });
  const { attemptId } = valueOf(await start(-40));
  expect(await ofPool(slug, attemptId)).toBe(5);
  await answerAll(attemptId, -39);
  valueOf(await handIn.call(await as(ada, at(-30)), { id: attemptId }));
  const seen = async (minute: number) => valueOf(await getResult.call(await as(ada, at(minute)), { id: attemptId }));
  expect(await seen(-20)).toMatchObject({ score: { right: 0 }, items: [] });
  expect(await seen(60)).toMatchObject({ items: [] });
  // Other contests of this file ask the same bank, and would keep its questions still.
  await database("desk").execute(sql`update contests set cancelled_at = ${at(100)} where slug <> ${slug}`);
  await openContests(at(0));
  await closeContests(at(121));
  expect((await seen(122)).items.every(({ reveal }) => reveal !== null)).toBe(true);
});

test("a question that a contest took since is no longer told, verdict or key", async () => {
  const { ada, left, start } = await aRehearsal();
  const { attemptId } = valueOf(await start(-40));
  valueOf(await handIn.call(await as(ada, at(-30)), { id: attemptId }));
  const [first = 0] = await versionsOf(attemptId);
  await database("desk").execute(sql`
    with made as (insert into contests (slug, title, branch_id, rules, blueprint, opens_at, closes_at, published_at)
      select 'later' || ${attemptId}, 'x', ${left.id}, rules, blueprint, ${at(600)}, ${at(700)}, ${at(-25)} from contests limit 1 returning id)
    insert into contest_pool (contest_id, version_id) select id, ${first} from made`);
  const { items } = valueOf(await getResult.call(await as(ada, at(-20)), { id: attemptId }));
  expect(items.map(({ mark, reveal }) => mark === null && reveal === null)).toEqual([true, false, false, false, false]);
});

test("asked for ten times at once it begins one paper; outside its window, its number and its audience none", async () => {
  const { slug, root, ada, start } = await aRehearsal();
  const all = await Promise.all(Array.from({ length: 10 }, async () => valueOf(await start(-45))));
  expect(new Set(all.map(({ attemptId }) => attemptId)).size).toBe(1);
  valueOf(await handIn.call(await as(ada, at(-44)), { id: all[0]?.attemptId ?? 0 }));
  const second = valueOf(await start(-43));
  valueOf(await handIn.call(await as(ada, at(-42)), { id: second.attemptId }));
  expect(refusalOf(await start(-41))).toBe("no-attempts-left");
  const bob = await aPerson(root.id);
  expect([refusalOf(await start(-51, bob)), refusalOf(await start(0, bob))]).toEqual(["not-open", "closed"]);
  const stranger = await aPerson((await aContest()).root.id);
  expect(refusalOf(await start(-40, stranger))).toBe("not-found");
  const without = await aContest();
  expect(refusalOf(await startRehearsal.call(await as(await aPerson(without.left.id), at(-40)), { slug: without.slug }))).toBe(
    "no-rehearsal",
  );
  expect(valueOf(await getContest.call(await as(bob, at(-40)), { slug })).rehearsal?.attempts).toEqual([]);
});
