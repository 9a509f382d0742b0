// Above 150 lines: one pack of a contest that is judged at once, every way to spoil it, and the same of another format.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { startAttempt } from "#server/contests/start-attempt.ts";
import { closeContests, openContests } from "#server/jobs/open-and-close-contests.ts";
import { judgeTry } from "#server/judged/judge-try.ts";
import { showQuestion } from "#server/judged/show-question.ts";
import { startRehearsal } from "#server/rehearsals/start-rehearsal.ts";
import { applyRuling } from "#server/rulings/apply-ruling.ts";
import { decideRuling } from "#server/rulings/decide-ruling.ts";
import { proposeRuling } from "#server/rulings/propose-ruling.ts";
import { takeBackRuling } from "#server/rulings/take-back-ruling.ts";
import { aContest, at } from "#tests/world/contest.ts";
import { flipped, packOf, type Rewrite, rebuilt, rowsIn } from "#tests/world/packs.ts";
import { aPerson } from "#tests/world/people.ts";
import { told } from "#tests/world/tell.ts";
import { aTriedContest } from "#tests/world/tried-contest.ts";
import { checkPack } from "./check-pack.ts";
import { openPack } from "./open-pack.ts";

const MINUTE = 60_000;
const WINDOW = { fromMs: -50 * MINUTE, untilMs: 0, attempts: 1, fromPool: true };

let world: Awaited<ReturnType<typeof aTriedContest>>;
let folder: string;
let path: string;
let rehearsed: number;

async function applied(id: number, minute: number): Promise<void> {
  await told(decideRuling, world.approver, { id, verdict: "approve" }, at(minute, 1));
  await told(applyRuling, world.approver, { id }, at(minute, 2));
}

async function ruled(slot: number, kind: string, pick: number | null, minute: number): Promise<number> {
  const answer = pick === null ? null : { picks: [pick] };
  const asked = { slug: world.slug, versionId: world.versions[slot], kind, reason: "答案有争议", answer };
  const { id } = await told(proposeRuling, world.organizer, asked, at(minute));
  await applied(id, minute);
  return id;
}

/** A contest of ICPC style that was rehearsed, with every ruling there is about its questions, one of them taken back. */
beforeAll(async () => {
  const rehearse = async (slug: string, personId: number) => {
    const { attemptId: id } = await told(startRehearsal, personId, { slug }, at(-40));
    for (const slot of [0, 1]) await told(judgeTry, personId, { id, slot, number: 1, response: { picks: [2] } }, at(-39, slot));
    return id;
  };
  const rules = { rehearsal: WINDOW };
  world = await aTriedContest({
    format: { kind: "icpc", tries: 3, penaltyMs: 20 * MINUTE },
    seed: "pack",
    rules,
    before: async (slug, [first]) => {
      rehearsed = await rehearse(slug, first ?? 0);
    },
  });
  await ruled(0, "accept_also", 1, 125);
  const back = await ruled(1, "change_key", 1, 126);
  const { id } = await told(takeBackRuling, world.organizer, { id: back, reason: "原题无误" }, at(127));
  await applied(id, 127);
  await ruled(2, "void_full", null, 128);
  await ruled(3, "void_exclude", null, 129);
  await ruled(0, "change_key", 3, 130);
  folder = await mkdtemp(join(tmpdir(), "zhixing-judged-pack-"));
  path = await packOf(world.slug, world.organizer, folder, at(140));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const problemsOf = async (file: string) => (await checkPack(file)).problems;

test("every try is in the pack with its time, the question's revision and the verdict that was told, and all follows after rulings", async () => {
  expect(await problemsOf(path)).toEqual([]);
  const { rows } = await database("judge").execute<Record<string, unknown>>(sql`
    select t.attempt_id::int, t.slot, t.number, t.is_right from item_tries t join attempts a on a.id = t.attempt_id
      join entries e on e.id = a.entry_id where e.contest_id = ${world.contestId} order by 1, 2, 3`);
  const tries = await rowsIn(path, "tries.jsonl");
  expect(tries).toMatchObject(rows);
  expect(tries[0]).toMatchObject({ version_id: expect.any(Number), revision: 1, received_at: expect.any(String), is_late: false });
  expect(tries.length).toBeGreaterThan(40);
});

test("rehearsals stand apart, marked as such, and nothing of them among the results", async () => {
  const papers = await rowsIn(path, "rehearsals/papers.jsonl");
  expect(papers).toMatchObject([{ attempt_id: rehearsed, is_rehearsal: true, number: 1, person_id: world.sitters[0]?.personId }]);
  expect((await rowsIn(path, "rehearsals/tries.jsonl")).map((row) => [row["attempt_id"], row["slot"]])).toEqual([
    [rehearsed, 0],
    [rehearsed, 1],
  ]);
  expect((await rowsIn(path, "rehearsals/questions.jsonl")).map((row) => row["version_id"])).toEqual(papers[0]?.["version_ids"]);
  for (const name of ["papers.jsonl", "answers.jsonl", "tries.jsonl", "events.jsonl"])
    expect((await rowsIn(path, name)).filter((row) => row["attempt_id"] === rehearsed)).toEqual([]);
});

test("a byte changed in any of these files names that file and no other", async () => {
  const pack = await openPack(path);
  await pack.handle.close();
  const files = pack.files.filter(({ name }) => name === "tries.jsonl" || name.startsWith("rehearsals/"));
  expect(files).toHaveLength(6);
  for (const { name, start, packed } of files)
    for (const place of packed > 0 ? [start, start + (packed >> 1), start + packed - 1] : [])
      expect([name, ...(await problemsOf(await flipped(path, folder, place))).map((one) => one.name)]).toEqual([name, name]);
});

test("a verdict, a time, a sum or a ruling changed with hashes that fit does not follow any more", async () => {
  const namesAfter = async (change: Rewrite) => [
    ...new Set((await problemsOf(await rebuilt(path, folder, change))).map(({ name }) => name)),
  ];
  const within =
    (file: string, from: RegExp, to: string): Rewrite =>
    (name, text) => {
      if (name !== file) return text;
      expect(text).toMatch(from);
      return text.replace(from, to);
    };
  expect(await namesAfter(within("tries.jsonl", /"is_right": true/, '"is_right": false'))).toEqual(["tries.jsonl"]);
  expect(await namesAfter(within("rehearsals/tries.jsonl", /"milli": 0/, '"milli": 10000'))).toEqual(["rehearsals/tries.jsonl"]);
  // The time of an answer that stands is the penalty.
  const [first] = (await rowsIn(path, "answers.jsonl")).filter((row) => Number(row["seq"]) > 0 && row["is_right"] === true);
  const time = String(first?.["received_at"]);
  const later: Rewrite = (name, text) => (name === "answers.jsonl" ? text.replace(time, time.replace(/T\d\d:/, "T00:")) : text);
  expect(await namesAfter(later)).toEqual(["answers.jsonl"]);
  expect(await namesAfter(within("answers.jsonl", /"seq": 2/, '"seq": 1'))).toEqual(["answers.jsonl"]);
  expect(await namesAfter(within("rehearsals/papers.jsonl", /"score_milli": 0/, '"score_milli": 10000'))).toEqual([
    "rehearsals/papers.jsonl",
  ]);
  expect(await namesAfter((name, text) => (name === "rulings.jsonl" ? "" : text))).toContain("rulings.jsonl");
  expect(await namesAfter(within("rulings.jsonl", /"correct": 3/, '"correct": 2'))).toContain("answers.jsonl");
});

test("survival: too late is wrong in the pack too, rulings are about what was shown, and all follows", async () => {
  const format = { kind: "survival", perQuestionMs: 45_000, lives: 2 };
  const contest = await aContest({ rules: { format, shuffleOptions: false }, blueprint: [{ kind: "single", count: 5, worth: 10_000 }] });
  const { slug, organizer, root, left } = contest;
  await openContests(at(0));
  const person = await aPerson(left.id);
  const { attemptId: id } = await told(startAttempt, person, { slug }, at(1));
  for (let slot = 0, isOver = false; !isOver; slot += 1) {
    await told(showQuestion, person, { id }, at(2 + slot));
    const tried = { id, slot, number: 1, response: { picks: [0] } };
    ({ isOver } = await told(judgeTry, person, tried, at(2 + slot, slot === 0 ? 48_001 : 1_000)));
  }
  await closeContests(at(121));
  const { rows } = await database("judge").execute<{ ids: string[]; n: number }>(sql`
    select a.version_ids as ids, (select count(*)::int from item_tries t where t.attempt_id = a.id) as n from attempts a where a.id = ${id}`);
  const { ids = [], n = 0 } = rows[0] ?? {};
  const approver = await aPerson(root.id, { held: [{ office: "organizer", branchId: root.id }] });
  // Of what came too late, of what was answered last, and of one that nobody was shown.
  for (const [nth, slot] of [0, n - 1, 4].entries()) {
    const kind = nth === 1 ? "void_exclude" : "void_full";
    const asked = { slug, versionId: Number(ids[slot]), kind, reason: "题干有误", answer: null };
    const { id: ruling } = await told(proposeRuling, organizer, asked, at(125 + nth));
    await told(decideRuling, approver, { id: ruling, verdict: "approve" }, at(125 + nth, 1));
    await told(applyRuling, approver, { id: ruling }, at(125 + nth, 2));
  }
  const pack = await packOf(slug, organizer, folder, at(140));
  expect(await problemsOf(pack)).toEqual([]);
  expect((await rowsIn(pack, "tries.jsonl")).map((row) => row["is_late"])).toEqual(Array.from({ length: n }, (_, nth) => nth === 0));
  const paid = await rebuilt(pack, folder, (name, text) => (name === "tries.jsonl" ? text.replace('"milli": 0', '"milli": 10000') : text));
  expect((await problemsOf(paid)).map(({ name }) => name)).toEqual(["tries.jsonl"]);
});
