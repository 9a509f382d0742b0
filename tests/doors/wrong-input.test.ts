import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { type Asker, fiveBranches, type World } from "./five-branches.ts";
import { nothingChanges } from "./nothing-changes.ts";

const house = inject("house");
const client = new pg.Client({ connectionString: house.databaseUrl });
let world: World;
let admin: Asker;

type Refused = { status: number; refused: string; fields: { path: string; code: string }[]; params: Record<string, unknown> };
async function said(reply: Promise<Response>): Promise<Refused> {
  const got = await reply;
  return { status: got.status, ...((await got.json()) as Omit<Refused, "status">) };
}
const post = (path: string, body: unknown, who = admin) => said(who.caller.post(path, body));
const places = ({ fields }: Refused) => fields.map(({ path, code }) => `${path} ${code}`);

/** The refusal of a request that must leave every table as it was. */
async function refusedWhole(work: () => Promise<Refused>): Promise<Refused> {
  const told = await nothingChanges(house, work);
  expect(told.status).toBeGreaterThanOrEqual(400);
  expect(told.status).toBeLessThan(500);
  return told;
}

function upload(
  path: string,
  name: string,
  bytes: string | Uint8Array<ArrayBuffer>,
  more: Record<string, string> = { dryRun: "false" },
): Promise<Refused> {
  const form = new FormData();
  form.set("file", new File([bytes], name));
  for (const [key, value] of Object.entries(more)) form.set(key, value);
  return said(fetch(house.url + path, { method: "POST", headers: admin.caller.headers(), body: form }));
}

beforeAll(async () => {
  world = await fiveBranches(house);
  admin = world.askers.admin;
  await client.connect();
}, 60_000);
afterAll(() => client.end());

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
const OLD_EXCEL = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const wrongFiles: [string, string | Uint8Array<ArrayBuffer>, string][] = [
  ["名册.png", PNG, "file-kind"],
  ["名册.xlsx", PNG, "file-not-a-table"],
  ["名册.xls", OLD_EXCEL, "file-old-excel"],
  ["名册.xlsx", new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0]), "file-damaged"],
  ["名册.csv", "", "file-empty"],
];

test.each(wrongFiles)("a wrong file for a roster: %s", async (name, bytes, code) => {
  expect((await refusedWhole(() => upload("/api/desk/people/import", name, bytes))).refused).toBe(code);
  expect((await refusedWhole(() => upload("/api/desk/branches/import", name, bytes))).refused).toBe(code);
});

test("no file at all, and a picture for a text", async () => {
  expect(places(await refusedWhole(() => post("/api/desk/people/import", { dryRun: true })))).toEqual(["file invalid_type"]);
  expect((await refusedWhole(() => upload("/api/desk/materials/propose", "文.md", PNG, {}))).refused).toBe("file-not-text");
});

test("a roster with one bad line writes no line", async () => {
  const code = (await client.query<{ code: string }>("select code from branches where id = $1", [admin.own.branch])).rows[0]?.code;
  await nothingChanges(house, async () => {
    const form = new FormData();
    form.set("file", new File([`工号,姓名,组织编码\n${world.tag}new1,好人,${code}\n${world.tag}new2,另一人,没有这个编码\n`], "名册.csv"));
    form.set("dryRun", "false");
    const reply = await fetch(`${house.url}/api/desk/people/import`, { method: "POST", headers: admin.caller.headers(), body: form });
    const plan = (await reply.json()) as { committed: boolean; problems: { row: number }[] };
    expect(plan.committed).toBe(false);
    expect(plan.problems.length).toBeGreaterThan(0);
  });
});

test("a text that is too long, and a field nobody knows", async () => {
  const material = { branchId: admin.own.branch, title: "文", body: "一段。" };
  expect(places(await refusedWhole(() => post("/api/desk/materials", { ...material, title: "长".repeat(121) })))).toEqual([
    "title too_big",
  ]);
  expect(places(await refusedWhole(() => post("/api/desk/materials", { ...material, body: "长".repeat(200_001) })))).toEqual([
    "body too_big",
  ]);
  expect(places(await refusedWhole(() => post("/api/complaints", { body: "长".repeat(2_001) })))).toEqual(["body too_big"]);
  const unknown = await refusedWhole(() => post("/api/desk/materials", { ...material, isAdmin: true }));
  expect(places(unknown)).toEqual([" unrecognized_keys"]);
  expect(JSON.stringify(unknown.fields)).toContain("isAdmin");
});

test("fields that are not one's own to say: role, branch, score, times (TB4, TC8)", async () => {
  for (const extra of [{ role: "admin" }, { passwordHash: "x" }, { id: 1, offices: [] }]) {
    expect((await refusedWhole(() => post(`/api/desk/people/${admin.own.person}`, { timePercent: 100, ...extra }))).refused).toBe(
      "invalid",
    );
  }
  for (const extra of [{ userId: 1 }, { score: 1000 }, { startedAt: "2020-01-01T00:00:00Z" }, { deadline: 9e15 }, { state: "submitted" }]) {
    expect((await refusedWhole(() => post(`/api/attempts/${admin.own.attempt}/hand-in`, extra))).refused).toBe("invalid");
    expect((await refusedWhole(() => post(`/api/contests/${admin.own.contest}/attempts`, extra))).refused).toBe("invalid");
  }
});

test("a question without a right answer", async () => {
  const ask = (body: unknown, key: unknown) =>
    refusedWhole(() => post("/api/desk/questions", { body, key, difficulty: 1, branchId: admin.own.branch }));
  const stem = `${world.tag}问什么？`;
  const options = [{ text: "甲" }, { text: "乙" }];
  expect(places(await ask({ kind: "single", stem, options }, { kind: "single", correct: 2 }))).toEqual(["key key-out-of-range"]);
  expect(places(await ask({ kind: "single", stem, options }, { kind: "single" }))).toEqual(["key.correct invalid_type"]);
  expect(places(await ask({ kind: "multiple", stem, options }, { kind: "multiple", correct: [] }))).toEqual([
    "key.correct too_small",
    "key key-empty",
  ]);
  expect(places(await ask({ kind: "truefalse", stem }, { kind: "truefalse" }))).toEqual(["key.correct invalid_type"]);
  expect(places(await ask({ kind: "truefalse", stem }, undefined))[0]).toMatch(/^key(\.kind)? /);
  expect(places(await ask({ kind: "fill", stem: `${stem}____`, blanks: 1 }, { kind: "fill", blanks: [[]] }))).toEqual([
    "key.blanks.0 too_small",
  ]);
  expect(places(await ask({ kind: "fill", stem: `${stem}____和____`, blanks: 2 }, { kind: "fill", blanks: [["甲"]] }))).toEqual([
    "key blanks-without-answer",
  ]);
  expect(places(await ask({ kind: "ordering", stem, items: ["甲", "乙", "丙"] }, { kind: "ordering", order: [0, 1] }))).toEqual([
    "key key-not-every-item",
  ]);
  expect(places(await ask({ kind: "single", stem, options }, { kind: "multiple", correct: [0] }))).toEqual(["key kinds-differ"]);
});

test("a contest that cannot be: too few questions, a window that closes before it opens, too many questions", async () => {
  const [opensAt, closesAt] = ["2030-01-02T00:00:00Z", "2030-01-03T00:00:00Z"];
  const contest = {
    title: "竞赛",
    branchId: admin.own.branch,
    opensAt,
    closesAt,
    rules: { limitMs: 600_000 },
    blueprint: [{ category: world.tag, count: 1 }],
  };
  const make = (change: Record<string, unknown>) => refusedWhole(() => post("/api/desk/contests", { ...contest, ...change }));
  const small = await make({
    blueprint: [
      { category: world.tag, count: 1 },
      { category: world.tag, count: 150 },
    ],
  });
  expect([small.refused, ...places(small)]).toEqual(["pool-too-small", "blueprint.1.count pool-too-small"]);
  expect(places(await make({ opensAt: closesAt, closesAt: opensAt }))).toEqual(["closesAt closes-before-it-opens"]);
  expect(places(await make({ closesAt: opensAt }))).toEqual(["closesAt closes-before-it-opens"]);
  expect(places(await make({ closesAt: "2040-01-03T00:00:00Z" }))).toEqual(["closesAt window-too-long"]);
  expect(places(await make({ opensAt: "2030-01-02T00:00:00" }))).toEqual(["opensAt invalid_format"]);
  expect(places(await make({ blueprint: [{ count: 150 }, { count: 150 }] }))).toEqual(["blueprint too-many-questions"]);
  expect(places(await make({ rules: { limitMs: 600_000, earliestHandInMs: 600_000 } }))).toEqual([
    "rules.earliestHandInMs longer-than-the-limit",
  ]);
  expect(places(await make({ rules: { limitMs: -1 } }))).toContain("rules.limitMs too_small");
  expect(places(await make({ title: "  " }))).toEqual(["title blank"]);
});

test("a cycle in the tree", async () => {
  const child = world.by.child.branch;
  const made = (await (
    await admin.caller.post("/api/desk/branches", { parentId: child, code: `${world.tag}deep`, name: "更下级" })
  ).json()) as { id: number };
  for (const parentId of [made.id, child]) {
    const cycle = await refusedWhole(() => post(`/api/desk/branches/${child}`, { parentId }));
    expect([cycle.refused, ...places(cycle)]).toEqual(["branch-below-itself", "parentId branch-below-itself"]);
  }
  const lifted = await refusedWhole(() => post(`/api/desk/branches/${admin.own.branch}`, { parentId: world.by.none.branch }));
  expect([lifted.refused, ...places(lifted)]).toEqual(["forbidden", "parentId forbidden"]);
});

type Answered = { outcome: string; seq: number; refused: string };
const standing = async (attempt: number) =>
  (
    await client.query<{ response: unknown; seq: number }>("select response, seq from answers where attempt_id = $1 order by slot", [
      attempt,
    ])
  ).rows;

test("answers that are late, repeated, out of order, of another's attempt, or no answer to this question", async () => {
  const { caller, own } = world.askers.organizer;
  const { ticket } = (await (await caller.get(`/api/attempts/${own.attempt}`)).json()) as { ticket: string };
  const save = async (body: Record<string, unknown>, attempt = own.attempt) => {
    const reply = await caller.post(`/api/attempts/${attempt}/answers`, { ticket, slot: 0, ...body });
    const { outcome, seq, refused } = (await reply.json()) as Answered;
    return refused ? `${reply.status} ${refused}` : `${outcome} ${seq}`;
  };
  expect(await save({ seq: 2, response: { truth: false } })).toBe("saved 2");
  expect(await save({ seq: 2, response: { truth: false } })).toBe("saved 2");
  expect(await save({ seq: 1, response: { truth: true } })).toBe("stale 2");
  expect(await save({ seq: 2, response: { truth: true } })).toBe("stale 2");
  await nothingChanges(house, async () => {
    expect(await save({ seq: 3, response: { truth: true } }, world.by.own.attempt)).toBe("404 not-found");
    expect(await save({ seq: 3, response: { truth: true } }, world.askers.admin.own.attempt)).toBe("404 not-found");
    expect(await save({ seq: 3, response: { truth: true }, ticket: `${ticket.slice(0, -4)}AAAA` })).toBe("401 not-signed-in");
    expect(await save({ seq: 3, response: { truth: true }, ticket: "" })).toBe("401 not-signed-in");
    expect(await save({ seq: 3, response: { truth: true }, slot: 1 })).toBe("422 no-such-slot");
    expect(await save({ seq: 3, response: { picks: [0] } })).toBe("422 answer-shape");
    expect(await save({ seq: 3, response: { texts: ["\u0000"] } })).toBe("422 answer-shape");
    for (const seq of [-1, 0, 1.5, 1e308, "3", null]) expect(await save({ seq, response: { truth: true } })).toBe("400 invalid");
    for (const response of [
      { truth: "yes" },
      { picks: [-1] },
      { picks: new Array(11).fill(0) },
      { texts: ["x".repeat(201)] },
      { truth: true, milli: 1_000 },
      "x",
      1,
    ])
      expect(await save({ seq: 3, response })).toBe("400 invalid");
    expect(await save({ seq: 3, response: { truth: true }, receivedAt: 0 })).toBe("400 invalid");
  });
  expect(await standing(own.attempt)).toEqual([{ response: { truth: false }, seq: 2 }]);

  await client.query("update attempts set due_at = now() - interval '2 ms', ends_at = now() - interval '1 ms' where id = $1", [
    own.attempt,
  ]);
  expect(await save({ seq: 4, response: { truth: true } })).toMatch(/^(late|ended) 2$/);
  await caller.post(`/api/attempts/${own.attempt}/hand-in`);
  expect(await save({ seq: 5, response: { truth: true } })).toBe("ended 2");
  expect(await standing(own.attempt)).toEqual([{ response: { truth: false }, seq: 2 }]);
});
