import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { beforeAll, expect, inject, test } from "vitest";
import { z } from "zod";
import { collectVerbs } from "#scripts/collect-verbs.ts";
import type { Caller } from "#tests/world/browser-less.ts";
import { inTurns } from "#tests/world/many-members.ts";
import { hasTurn } from "#tests/world/short-form.ts";
import { type CanaryWorld, canaryWorld } from "./canary-world.ts";
import { BORDER } from "./expectations.ts";
import { findSecrets } from "./find-secrets.ts";

const house = inject("house");
const routes = Object.entries(JSON.parse(readFileSync(".next/app-path-routes-manifest.json", "utf8")) as Record<string, string>);
const verbs = (await collectVerbs()).filter(({ at }) => at.startsWith("GET "));
let world: CanaryWorld;

/** Where each secret was found. */
type Hits = Map<string, Set<string>>;
function note(hits: Hits, bytes: Buffer, place: string): void {
  for (const name of findSecrets(bytes, world.secrets)) hits.set(name, (hits.get(name) ?? new Set()).add(place));
}

/** Every value that could stand in a part of an address: own, others', and neighbours that do not exist. */
function valuesOf(path: string, name: string): string[] {
  if (name === "slug" && /programmes/.test(path)) return [world.certified];
  if (name === "slug" && /groups/.test(path)) return world.groups;
  if (name === "id" && /groups/.test(path)) return world.groupMeetings.map(String);
  if (name === "slug") return /materials/.test(path) ? world.materials : [...Object.values(world.contests), world.stages.frozen];
  if (name === "serial") return world.serials;
  if (name === "code" && /hall|live/.test(path)) return world.stages.codes;
  if (name !== "id") return ["AAAA-BBBB"];
  const state = /contests\/.*-(\w+)\/attempts/.exec(path)?.[1];
  if (state) return [world.attempts.mine[state] ?? 0, world.attempts.theirs[state] ?? 0, world.attempts.mine["published"] ?? 0].map(String);
  if (/attempts/.test(path)) return [...Object.values(world.attempts.mine), ...Object.values(world.attempts.theirs)].map(String);
  if (/flags/.test(path)) return world.flags.map(String);
  if (/tasks/.test(path)) return world.tasks.map(String);
  if (/certificates/.test(path)) return world.certificates.map(String);
  if (/\/meetings\/.*\/room/.test(path)) return world.groupMeetings.map(String);
  if (/\/meetings/.test(path)) return world.meetings.map(String);
  if (/annotation|reflection/.test(path)) return world.writings.map(String);
  if (/halls/.test(path)) return world.stages.halls.map(String);
  if (/games/.test(path)) return world.stages.games.map(String);
  if (/sanctions/.test(path)) return world.stages.sanctions.map(String);
  // The world has none of these yet: a number stands for somebody else's, and two are as good as forty.
  if (/evidence|absences/.test(path)) return world.people.slice(0, 2).map(String);
  if (/rulings/.test(path)) return world.rulings.map(String);
  if (/question-imports|questions\/import/.test(path)) return world.imports.map(String);
  if (/questions/.test(path)) return world.questions.map(String);
  return [...world.people, ...world.complaints, ...world.questions].map(String);
}

/** A pattern with every combination of values in its places. */
function addressesOf(pattern: string): string[] {
  const part = /\[\.*(\w+)\]|:(\w+)/.exec(pattern);
  if (!part) return [pattern];
  return valuesOf(pattern, part[1] ?? part[2] ?? "").flatMap((value) => addressesOf(pattern.replace(part[0], value)));
}

const RSC: Record<string, string>[] = [
  { rsc: "1" },
  { rsc: "1", "next-router-prefetch": "1" },
  { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" },
];

async function fetchAll(hits: Hits, caller: Caller, path: string, headers: Record<string, string>): Promise<void> {
  let reply = await caller.get(path, headers);
  const leads = reply.headers.get("location") ?? "";
  // The framework names the right `_rsc` itself.
  if (reply.status === 307 && leads.split("?")[0] === path.split("?")[0]) reply = await caller.get(leads, headers);
  const head = JSON.stringify([...reply.headers]);
  note(hits, Buffer.concat([Buffer.from(head), Buffer.from(await reply.arrayBuffer())]), `${path} ${headers["rsc"] ? "RSC" : ""}`);
}

/** What to ask for besides addresses: half of a secret, so that a reply that only repeats the question is no hit. */
const searches = () =>
  Object.entries(world.secrets)
    .filter(([name]) =>
      /^(open|closed|draft question) (key|stem|explanation)|open answer|text of|hash|other (staff|account|complaint)/.test(name),
    )
    .map(([, word]) => word.slice(0, 13));

async function crawl(caller: Caller, only = /./): Promise<Hits> {
  const hits: Hits = new Map();
  const pages = routes.filter(([file]) => file.endsWith("/page")).flatMap(([, at]) => addressesOf(at));
  const apis = verbs.flatMap(({ at }) => addressesOf(at.split(" ")[1] ?? ""));
  const asked = verbs
    .filter(
      ({ input }) => "q" in ((z.toJSONSchema(input, { io: "input", unrepresentable: "any" }) as { properties?: object }).properties ?? {}),
    )
    .flatMap(({ at }) => searches().map((half) => `${addressesOf(at.split(" ")[1] ?? "")[0]}?q=${half}`));
  const rest = [
    "/nowhere",
    "/api/nowhere",
    "/contests/nowhere",
    "/materials/nowhere",
    "/api/attempts/0",
    ...BORDER.filter((path) => !path.includes("[")),
    ...searches().map((half) => `/study?q=${half}`),
  ];
  const plain = [...pages, ...apis, ...asked, ...rest]
    .filter((path) => only.test(path))
    .map((path) => ({ path, headers: { accept: path.startsWith("/api") ? "application/json" : "text/html" } as Record<string, string> }));
  const flights = pages
    .filter((path) => only.test(path))
    .flatMap((path, at) =>
      [...RSC.map((headers) => ({ path: `${path}?_rsc=1`, headers })), { path: `${path}.rsc`, headers: {} }].filter((_, f) =>
        hasTurn(at + f, 4),
      ),
    );
  await inTurns([...plain, ...flights], 6, ({ path, headers }) => fetchAll(hits, caller, path, headers));
  return hits;
}

const named = (hits: Hits) => [...hits.keys()].sort();
const told = (hits: Hits) => Object.fromEntries([...hits].map(([name, places]) => [name, [...places].slice(0, 3)]));

beforeAll(async () => {
  world = await canaryWorld(house);
}, 60_000);

/** What a member may read: the own running paper, the own paper with its key once results are published, and what is said to all. */
const MEMBER_MAY = [
  "before title",
  "open title",
  "closed title",
  "published title",
  "frozen title",
  "open stem",
  "mine open answer",
  "mine closed answer",
  "published stem",
  "published key",
  "published explanation",
  "mine published answer",
  "text shown",
  "other branch note",
  "other branch reply",
  "other handed-in piece",
  "check stem",
  "tried check stem",
  "tried check explanation",
  "mine check answer",
  "own complaint",
  "own report",
  "own report's reply",
  "mine published reason of a mark",
  "own task title",
  "own evidence",
  "own notice",
  "own email",
  "own certificate name",
  "own certificate branch",
  "own device",
  "own account",
  "own staff number",
  "own subject",
].sort();

test("a member reads what the rules have opened, to the word, and no other secret", async () => {
  const hits = await crawl(world.member);
  expect(named(hits), JSON.stringify(told(hits), null, 1)).toEqual(MEMBER_MAY);
  const result = `/api/attempts/${world.attempts.mine["published"]}/result`;
  expect(hits.get("published key")).toContain(`${result} `);
});

test("a visitor reads none", async () => {
  const hits = await crawl(world.visitor);
  expect(told(hits)).toEqual({});
});

test("an administrator reads the bank and the ledger, but no hash, no answer, nothing of another tree", async () => {
  const found = new Set(named(await crawl(world.admin, /^\/(api\/)?desk/)));
  for (const name of [
    "open key",
    "closed explanation",
    "draft question stem",
    "draft question key",
    "import stem",
    "import key",
    "import file",
    "draft title",
    "text of a draft",
    "text of the next wording",
    "audit reason",
    "other complaint",
    "other certificate name",
    "other task title",
    "other evidence",
    "branch flag reason",
    "review note",
    "extension reason",
    "other staff number",
    "hall stem",
    "other sanction reason",
    "waiting ruling reason",
    "waiting ruling key",
    "applied ruling note",
    "open report",
    "branch report",
    "typed in the figures",
  ])
    expect.soft(found, name).toContain(name);
  expect([...found].filter((name) => /hash|subject|answer|seed|device|foreign|another tree|guess|email|notice/.test(name))).toEqual([]);
});

test("an administrator of another tree reads none of what was said of questions and marks here", async () => {
  const found = named(await crawl(world.stranger, /^\/(api\/)?(desk|contests|attempts|me)/));
  expect(found).toContain("foreign ruling reason");
  // A question of the bank all trees share: whoever keeps it reads its key and what is said to be wrong with it, without a name.
  const shared = ["open report"];
  expect(found.filter((name) => /ruling|mark|report|figures/.test(name) && !name.startsWith("foreign") && !shared.includes(name))).toEqual(
    [],
  );
  expect(found.filter((name) => name.includes("answer") && !name.startsWith("foreign"))).toEqual([]);
});

test("the stream tells nobody's answer and no key", async () => {
  const { contest: _contest, streamTicket } = (await (await world.member.get(`/api/contests/${world.contests.open}`)).json()) as {
    contest: unknown;
    streamTicket: string;
  };
  const gone = new AbortController();
  const reply = await fetch(`${house.url}/api/streams/contests/${world.contests.open}?ticket=${streamTicket}`, { signal: gone.signal });
  expect(reply.status).toBe(200);
  const heard: Uint8Array[] = [];
  const reading = (async () => {
    for await (const chunk of reply.body ?? []) heard.push(chunk);
  })().catch(() => {});
  const theirs = world.attempts.theirs["open"];
  const { ticket } = (await (await world.other.get(`/api/attempts/${theirs}`)).json()) as { ticket: string };
  const saved = await world.other.post(`/api/attempts/${theirs}/answers`, {
    ticket,
    slot: 0,
    seq: 2,
    response: { texts: [world.secrets["open key"]] },
  });
  expect(saved.status).toBe(200);
  expect((await world.other.post(`/api/attempts/${theirs}/hand-in`)).status).toBe(200);
  for (let waited = 0; waited < 60 && !Buffer.concat(heard).includes("event"); waited++) await pause(50);
  await pause(1_500);
  gone.abort();
  await reading;
  expect(Buffer.concat(heard).length).toBeGreaterThan(20);
  expect(findSecrets(Buffer.concat(heard), world.secrets)).toEqual([]);
});

test("the receipt of a right answer is as long as that of a wrong one (TA5)", async () => {
  const mine = world.attempts.mine["open"];
  const { ticket } = (await (await world.member.get(`/api/attempts/${mine}`)).json()) as { ticket: string };
  const receipts = [];
  for (const [seq, text] of [
    [2, world.secrets["open key"]],
    [3, "错"],
    [4, world.secrets["open key"]],
    [5, "不对"],
  ] as const) {
    const reply = await world.member.post(`/api/attempts/${mine}/answers`, { ticket, slot: 0, seq, response: { texts: [text] } });
    receipts.push(
      `${reply.status} ${[...reply.headers.keys()].sort()} ${reply.headers.get("content-length")} ${(await reply.text()).replace(/\d/g, "0")}`,
    );
  }
  expect(new Set(receipts).size).toBe(1);
});

test("what is built for browsers holds no key, no explanation, and nothing of the server", async () => {
  const client = new pg.Client({ connectionString: house.databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ text: string }>(
    "select explanation as text from question_keys where length(explanation) >= 15 and explanation not like '%zq%' union all select stem from question_versions where length(stem) >= 15 and stem not like 'zq%'",
  );
  await client.end();
  expect(rows.length).toBeGreaterThan(100);
  const files = readdirSync(".next/static", { recursive: true, encoding: "utf8" }).filter((name) => /\.\w+$/.test(name));
  const texts = await inTurns(files, 6, async (name) =>
    (await world.visitor.get(`/_next/static/${name.split("/").map(encodeURIComponent).join("/")}`)).text(),
  );
  const all = texts.join("\n");
  expect(all.length).toBeGreaterThan(100_000);
  expect(
    rows.filter(({ text }) => all.includes(text) || all.includes(JSON.stringify(text).slice(1, -1))).map(({ text }) => text.slice(0, 30)),
  ).toEqual([]);
  expect(findSecrets(Buffer.from(all), world.secrets)).toEqual([]);
  expect(/question_keys|zhixing_judge|postgres:\/\/|AUTH_SECRET|ZX_DATABASE_URL|is_right/.exec(all)?.[0]).toBeUndefined();
});

test("the crawl has eyes: a key laid where a page shows it is found, however it is written", async () => {
  const client = new pg.Client({ connectionString: house.databaseUrl });
  await client.connect();
  const intro = `甲${Buffer.from(`乙${world.secrets["open key"]}丙`).toString("base64")} ${Buffer.from(world.secrets["other password hash"] ?? "").toString("hex")} ${world.secrets["audit reason"]}`;
  await client.query("update contests set intro = $2 where id = $1", [world.openContestId, intro]);
  const leaked = named(await crawl(world.member, new RegExp(`^/contests/${world.contests.open}$`))).filter(
    (name) => !MEMBER_MAY.includes(name),
  );
  await client.query("update contests set intro = '' where id = $1", [world.openContestId]);
  await client.end();
  expect(leaked).toEqual(["audit reason", "open key", "other password hash"]);
});
