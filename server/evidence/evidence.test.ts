// Above 150 lines: one pack, and every way to spoil it.
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { rankKeyOf } from "#domain/boards/rank-key.ts";
import zh from "#messages/zh-CN.json" with { type: "json" };
import { aFinishedContest, contestTime } from "#tests/world/finished-contest.ts";
import { aHall, playedHall } from "#tests/world/hall.ts";
import { flipped, packOf, rebuilt, rowsIn as rowsOf, textIn as textOf } from "#tests/world/packs.ts";
import { aPerson } from "#tests/world/people.ts";
import { codeOf, told } from "#tests/world/tell.ts";
import { checkPack } from "./check-pack.ts";
import { downloadEvidence } from "./download-evidence.ts";
import { listEvidence } from "./list-evidence.ts";
import { makeEvidence } from "./make-evidence.ts";
import { openPack } from "./open-pack.ts";

let world: Awaited<ReturnType<typeof aFinishedContest>>;
let folder: string;
let path: string;

/** Teams, two lists of who goes on, an award, a sanction, a pause, an answered question and a final: one thing of each kind a pack holds. */
async function withEverything({ contestId, sitters, branches, organizer, approver }: typeof world): Promise<void> {
  const at = contestTime(210);
  const one = async (statement: ReturnType<typeof sql>): Promise<number> =>
    Number((await database("desk").execute<{ id: string }>(statement)).rows[0]?.id);
  const branch = branches[0]?.id ?? 0;
  for (const [nth, name] of ["红旗队", "星火队"].entries()) {
    const members = sitters.slice(nth * 3, nth * 3 + 3);
    const team = await one(sql`insert into teams (contest_id, name, branch_id, code, created_at)
      values (${contestId}, ${name}, ${branch}, ${`EV${contestId}${nth}`}, ${at}) returning id`);
    for (const [place, { personId }] of members.entries())
      await database("desk").execute(sql`insert into team_members (contest_id, person_id, team_id, role, joined_at)
        values (${contestId}, ${personId}, ${team}, ${["captain", "member", "substitute"][place]}, ${at})`);
    const result = { scoreMilli: 90_000 - nth * 10_000, rightCount: 8, totalMs: 60_000, lastScoringMs: 50_000 };
    await database("desk").execute(sql`insert into team_standings (team_id, contest_id, score_milli, right_count, total_ms, last_scoring_ms,
      rank_key, members, played, counted, counted_at) values (${team}, ${contestId}, ${result.scoreMilli}, 8, 60000, 50000, ${rankKeyOf(result)}, 2, 2, 2, ${at})`);
  }
  for (const [nth, people] of [sitters.slice(0, 2), sitters.slice(1, 3)].entries()) {
    const list = await one(sql`insert into promotions (contest_id, number, rules, published_at, published_by, reason)
      values (${contestId}, ${nth + 1}, '{}', ${at}, ${organizer}, ${nth === 0 ? "" : "更正"}) returning id`);
    for (const [place, { personId }] of people.entries())
      await database(
        "desk",
      ).execute(sql`insert into promotion_rows (promotion_id, place, person_id, kind, name, branch_name, rank, score_milli, why)
        values (${list}, ${place + 1}, ${personId}, 'promoted', ${`晋级者${personId}`}, '支部', ${place + 1}, 1000, '{top}')`);
  }
  const grant = await one(
    sql`insert into award_grants (contest_id, number, rules, granted_at, granted_by) values (${contestId}, 1, '{}', ${at}, ${organizer}) returning id`,
  );
  const award = await one(sql`insert into awards (grant_id, award, person_id, name, branch_name, rank, score_milli)
    values (${grant}, 'gold', ${sitters[0]?.personId}, '第一名', '支部', 1, 1000) returning id`);
  await database("desk").execute(sql`insert into certificates (serial, person_id, award_id, branch_id, snapshot, issued_at)
    values (${`EV-2026-${contestId}`}, ${sitters[0]?.personId}, ${award}, ${branch}, '{}', ${at})`);
  await database(
    "desk",
  ).execute(sql`insert into sanctions (contest_id, entry_id, kind, reason, state, proposed_by, proposed_at, decided_by, decided_at)
    values (${contestId}, ${sitters[4]?.entryId}, 'warning', '提醒', 'applied', ${organizer}, ${at}, ${approver}, ${at})`);
  await database("desk").execute(sql`insert into clarifications (contest_id, asked_by, question, asked_at, answer, answered_by, answered_at)
    values (${contestId}, ${sitters[5]?.personId}, '哪一年？', ${at}, '以题面为准', ${organizer}, ${at})`);
  await database("desk").execute(sql`insert into contest_pauses (contest_id, starts_at, ends_at, reason, paused_by)
    values (${contestId}, ${contestTime(30)}, ${contestTime(31)}, '停电', ${organizer})`);
  const hall = await aHall({ rounds: [{ kind: "individual", title: "必答题", perSide: 1 }] });
  await database("desk").execute(sql`update halls set contest_id = ${contestId} where id = ${hall.id}`);
  await playedHall(hall);
}

/** A pack of the contest as a downloaded file. */
beforeAll(async () => {
  world = await aFinishedContest({ people: 30, seed: "evidence" });
  await withEverything(world);
  folder = await mkdtemp(join(tmpdir(), "zhixing-evidence-test-"));
  path = join(folder, "pack.zip");
  const { slug, organizer } = world;
  const { id } = await told(makeEvidence, organizer, { slug }, contestTime(300));
  expect(await told(makeEvidence, organizer, { slug }, contestTime(300))).toEqual({ id });
  path = await packOf(slug, organizer, folder, contestTime(300));
  expect((await readFile(path)).length).toBe((await told(listEvidence, organizer, { slug }, contestTime(301))).packs[0]?.size);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const namesOf = async (file: string) => [...new Set((await checkPack(file)).problems.map(({ name }) => name))];

test("the pack verifies with nothing but itself, and its root is the one the house shows", async () => {
  const report = await checkPack(path);
  expect(report.problems).toEqual([]);
  expect(report.files).toBeGreaterThan(20);
  // The end, now, the teams now, and the final's ledger.
  expect(report.boards).toBe(4);
  const { packs } = await told(listEvidence, world.organizer, { slug: world.slug }, contestTime(303));
  expect(packs[0]?.rootHash).toBe(report.manifest?.root);
  expect((await checkPack(path, "0".repeat(64))).problems).toEqual([{ name: "manifest.json", why: "other-root" }]);
});

const textIn = (name: string) => textOf(path, name);
const rowsIn = (name: string) => rowsOf(path, name);

test("it holds teams with captain, members and substitutes, every list of who goes on, awards with serials, and the final", async () => {
  const teams = await rowsIn("teams.jsonl");
  expect(teams.map(({ name, members }) => [name, (members as { role: string }[]).map(({ role }) => role)])).toEqual([
    ["红旗队", ["captain", "member", "substitute"]],
    ["星火队", ["captain", "member", "substitute"]],
  ]);
  expect((await rowsIn("boards/teams-now.jsonl")).map(({ rank, name }) => [rank, name])).toEqual([
    [1, "红旗队"],
    [2, "星火队"],
  ]);
  const [first, second] = await rowsIn("promotions.jsonl");
  const name = (which: number) => `晋级者${world.sitters[which]?.personId}`;
  expect([first?.["difference"], second?.["reason"]]).toEqual([null, "更正"]);
  expect(second?.["difference"]).toEqual({ joins: [name(2)], leaves: [name(0)], moves: [name(1)] });
  expect((await rowsIn("awards.jsonl"))[0]).toMatchObject({ award: "gold", serials: [`EV-2026-${world.contestId}`] });
  expect((await rowsIn("certificates.jsonl")).map(({ serial }) => serial)).toEqual([`EV-2026-${world.contestId}`]);
  for (const file of ["sanctions", "clarifications", "pauses", "stages", "halls/halls"])
    expect(await rowsIn(`${file}.jsonl`)).toHaveLength(1);
  expect(await rowsIn("halls/sides.jsonl")).toHaveLength(6);
  expect((await rowsIn("halls/events.jsonl")).length).toBeGreaterThan(5);
});

test("the rules stand in it as the contest prints them, a sentence each", async () => {
  const text = await textIn("rules.txt");
  expect(text).toContain("竞赛evidence");
  expect(text).toContain(zh.rules.zero);
  expect(text).toContain("每次限时 1 小时，从进入时算起，到时自动交卷。");
  expect(text).toContain("2026年11月10日 09:00:00 开放，2026年11月10日 11:00:00 截止");
  expect(text).not.toMatch(/[{}<>]|rules\./);
});

test("what makes it loads in the worker, whose modules are those of a server without a browser", async () => {
  const load = 'await import("./server/evidence/build-evidence-job.ts")';
  const argv = ["--disable-warning=ExperimentalWarning", "--conditions=react-server", "--input-type=module", "--eval", load];
  await expect(promisify(execFile)(process.execPath, argv)).resolves.toBeDefined();
});

test("it holds everybody's paper, every answer and the end board", async () => {
  const pack = await openPack(path);
  const linesIn = async (name: string) => (await rowsIn(name)).length;
  const answers = await database("judge").execute<{
    n: number;
  }>(sql`select count(*)::int as n from answers n join attempts a on a.id = n.attempt_id
    join entries e on e.id = a.entry_id where e.contest_id = ${world.contestId}`);
  expect(await linesIn("roster.jsonl")).toBe(30);
  expect(await linesIn("papers.jsonl")).toBe(30);
  expect(await linesIn("standings.jsonl")).toBe(30);
  expect(await linesIn("boards/now.jsonl")).toBe(30);
  expect(await linesIn("questions.jsonl")).toBe(12);
  expect(await linesIn("answers.jsonl")).toBe(answers.rows[0]?.n);
  expect(pack.files.some(({ name }) => name.startsWith("boards/end-"))).toBe(true);
  await pack.handle.close();
});

test("a byte changed in any file, first, middle or last, names that file and no other", async () => {
  const pack = await openPack(path);
  await pack.handle.close();
  for (const { name, start, packed } of pack.files) {
    for (const at of new Set([start, start + (packed >> 1), start + packed - 1])) {
      if (packed > 0) expect([name, at, await namesOf(await flipped(path, folder, at))]).toEqual([name, at, [name]]);
    }
  }
});

test("a byte changed in the head of a file, or cut from the end, is named too", async () => {
  const pack = await openPack(path);
  await pack.handle.close();
  for (const { name, start } of pack.files) {
    const head = start - 30 - Buffer.byteLength(name);
    for (const at of [head, head + 10, head + 14, start - 1])
      expect([name, at, await namesOf(await flipped(path, folder, at))]).toEqual([name, at, [name]]);
  }
  const short = join(folder, "short.zip");
  await writeFile(short, (await readFile(path)).subarray(0, -1));
  expect(await namesOf(short)).toContain("(zip)");
});

test("a file that was taken out or put in is named", async () => {
  const without = await rebuilt(path, folder, (name, text) => (name === "rulings.jsonl" ? null : text), {
    more: { "note.txt": "x" },
    fits: false,
  });
  expect((await checkPack(without)).problems).toEqual([
    { name: "note.txt", why: "extra" },
    { name: "rulings.jsonl", why: "missing" },
  ]);
});

test("a score changed with hashes that fit does not give the board any more", async () => {
  const forged = await rebuilt(path, folder, (name, text) =>
    name === "standings.jsonl" ? text.replace(/"score_milli": (\d+)/, (_all, milli) => `"score_milli": ${Number(milli) + 5_000}`) : text,
  );
  const { problems } = await checkPack(forged);
  expect(problems.map(({ name }) => name)).toContain("standings.jsonl");
  expect(problems.map(({ name }) => name)).toContain("boards/now.jsonl");
  const paid = await rebuilt(path, folder, (name, text) =>
    name === "answers.jsonl" ? text.replace(/"milli": 0/, '"milli": 10000') : text,
  );
  expect((await checkPack(paid)).problems.map(({ name }) => name)).toEqual(["papers.jsonl"]);
});

test("a score of the final, or of a team, changed with hashes that fit does not follow from its figures any more", async () => {
  const cheated = await rebuilt(path, folder, (name, text) =>
    name === "halls/events.jsonl" ? text.replace(/"points": (\d+)/, (_all, points) => `"points": ${Number(points) + 10_000}`) : text,
  );
  expect((await checkPack(cheated)).problems.map(({ name }) => name)).toEqual(["halls/events.jsonl"]);
  const swapped = await rebuilt(path, folder, (name, text) =>
    name === "boards/teams-now.jsonl" ? text.replace('"rank": 2', '"rank": 1') : text,
  );
  expect((await checkPack(swapped)).problems.map(({ name }) => name)).toEqual(["boards/teams-now.jsonl"]);
});

test("only who runs the contest makes and takes it, after the contest, and the ledger knows who took it", async () => {
  const { slug, organizer, contestId, root } = world;
  const [pack] = (await told(listEvidence, organizer, { slug }, contestTime(303))).packs;
  const reviewer = await aPerson(root.id, { held: [{ office: "reviewer", branchId: root.id }] });
  expect(await codeOf(makeEvidence, reviewer, { slug }, contestTime(303))).toBe("not-found");
  expect(await codeOf(listEvidence, reviewer, { slug }, contestTime(303))).toBe("not-found");
  expect(await codeOf(downloadEvidence, reviewer, { slug, id: pack?.id }, contestTime(303))).toBe("not-found");
  expect(await codeOf(makeEvidence, organizer, { slug }, contestTime(60))).toBe("not-closed-yet");
  const { rows } = await database("desk").execute(
    sql`select action, actor_id from audit where object = 'contest' and object_id = ${contestId} and action like 'evidence.%' order by id`,
  );
  expect(rows).toEqual([
    { action: "evidence.make", actor_id: String(organizer) },
    { action: "evidence.download", actor_id: String(organizer) },
  ]);
});
