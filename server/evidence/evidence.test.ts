// Above 150 lines: one pack, and every way to spoil it.
import { createWriteStream } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { runNextJob } from "#server/jobs/run-jobs.ts";
import { ZipFile } from "#server/printing/write-zip.ts";
import { aFinishedContest, contestTime } from "#tests/world/finished-contest.ts";
import { aPerson } from "#tests/world/people.ts";
import { codeOf, told } from "#tests/world/tell.ts";
import { buildEvidenceJob } from "./build-evidence-job.ts";
import { checkPack } from "./check-pack.ts";
import { downloadEvidence } from "./download-evidence.ts";
import { listEvidence } from "./list-evidence.ts";
import { makeEvidence } from "./make-evidence.ts";
import { manifestOf } from "./manifest.ts";
import { bytesOf, openPack } from "./open-pack.ts";

let world: Awaited<ReturnType<typeof aFinishedContest>>;
let folder: string;
let path: string;

/** A pack of the contest as a downloaded file. */
beforeAll(async () => {
  world = await aFinishedContest({ people: 30, seed: "evidence" });
  folder = await mkdtemp(join(tmpdir(), "zhixing-evidence-test-"));
  path = join(folder, "pack.zip");
  const { slug, organizer } = world;
  const { id } = await told(makeEvidence, organizer, { slug }, contestTime(300));
  expect(await told(makeEvidence, organizer, { slug }, contestTime(300))).toEqual({ id });
  await runNextJob(() => contestTime(300), { "build-evidence": buildEvidenceJob, statistics: async () => null });
  while ((await told(listEvidence, organizer, { slug }, contestTime(301))).packs.length === 0) {
    await runNextJob(() => contestTime(300), { "build-evidence": buildEvidenceJob, statistics: async () => null });
  }
  const [pack] = (await told(listEvidence, organizer, { slug }, contestTime(301))).packs;
  const { parts, size } = await told(downloadEvidence, organizer, { slug, id: pack?.id }, contestTime(302));
  await pipeline(Readable.from(parts), createWriteStream(path));
  expect((await readFile(path)).length).toBe(size);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The pack with one byte changed. */
async function flipped(at: number): Promise<string> {
  const bytes = await readFile(path);
  bytes[at] = (bytes[at] ?? 0) ^ 0x01;
  const other = join(folder, "flipped.zip");
  await writeFile(other, bytes);
  return other;
}

const namesOf = async (file: string) => [...new Set((await checkPack(file)).problems.map(({ name }) => name))];

test("the pack verifies with nothing but itself, and its root is the one the house shows", async () => {
  const report = await checkPack(path);
  expect(report.problems).toEqual([]);
  expect(report.files).toBeGreaterThan(20);
  expect(report.boards).toBe(2);
  const { packs } = await told(listEvidence, world.organizer, { slug: world.slug }, contestTime(303));
  expect(packs[0]?.rootHash).toBe(report.manifest?.root);
  expect((await checkPack(path, "0".repeat(64))).problems).toEqual([{ name: "manifest.json", why: "other-root" }]);
});

test("it holds everybody's paper, every answer and the end board", async () => {
  const pack = await openPack(path);
  const linesIn = async (name: string) => {
    const file = pack.files.find((one) => one.name === name);
    if (!file) throw new Error(name);
    const chunks: Buffer[] = [];
    for await (const chunk of bytesOf(pack, file)) chunks.push(chunk);
    return Buffer.concat(chunks).toString("utf8").split("\n").filter(Boolean).length;
  };
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
      if (packed > 0) expect([name, at, await namesOf(await flipped(at))]).toEqual([name, at, [name]]);
    }
  }
});

test("a byte changed in the head of a file, or cut from the end, is named too", async () => {
  const pack = await openPack(path);
  await pack.handle.close();
  for (const { name, start } of pack.files) {
    const head = start - 30 - Buffer.byteLength(name);
    for (const at of [head, head + 10, head + 14, start - 1])
      expect([name, at, await namesOf(await flipped(at))]).toEqual([name, at, [name]]);
  }
  const short = join(folder, "short.zip");
  await writeFile(short, (await readFile(path)).subarray(0, -1));
  expect(await namesOf(short)).toContain("(zip)");
});

type Rewrite = (name: string, text: string) => string | null;

/** The pack taken apart and put together by somebody who knows how, with a manifest that fits. */
async function rebuilt(change: Rewrite, more: Readonly<Record<string, string>> = {}, fits = true): Promise<string> {
  const pack = await openPack(path);
  const other = join(folder, "rebuilt.zip");
  const zip = new ZipFile(other);
  let manifestText = "";
  for (const file of pack.files) {
    const chunks: Buffer[] = [];
    for await (const chunk of bytesOf(pack, file)) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString("utf8");
    if (file.name === "manifest.json") manifestText = text;
    const changed = file.name === "manifest.json" ? null : change(file.name, text);
    if (changed !== null) await zip.add(file.name, changed);
  }
  for (const [name, text] of Object.entries(more)) await zip.add(name, text);
  const { contest, madeAt } = JSON.parse(manifestText);
  const fitting = manifestOf({ contest, madeAt, files: [...(await zip.listed())] }).text;
  await zip.add("manifest.json", fits ? fitting : manifestText, true);
  await zip.finish();
  await pack.handle.close();
  return other;
}

test("a file that was taken out or put in is named", async () => {
  const without = await rebuilt((name, text) => (name === "rulings.jsonl" ? null : text), { "note.txt": "x" }, false);
  expect((await checkPack(without)).problems).toEqual([
    { name: "note.txt", why: "extra" },
    { name: "rulings.jsonl", why: "missing" },
  ]);
});

test("a score changed with hashes that fit does not give the board any more", async () => {
  const forged = await rebuilt((name, text) =>
    name === "standings.jsonl" ? text.replace(/"score_milli": (\d+)/, (_all, milli) => `"score_milli": ${Number(milli) + 5_000}`) : text,
  );
  const { problems } = await checkPack(forged);
  expect(problems.map(({ name }) => name)).toContain("standings.jsonl");
  expect(problems.map(({ name }) => name)).toContain("boards/now.jsonl");
  const paid = await rebuilt((name, text) => (name === "answers.jsonl" ? text.replace(/"milli": 0/, '"milli": 10000') : text));
  expect((await checkPack(paid)).problems.map(({ name }) => name)).toEqual(["papers.jsonl"]);
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
