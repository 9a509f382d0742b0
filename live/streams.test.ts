// Longer than a screen: what a reader sees needs the reader below, and each test is one promise to them.
import { get, type IncomingMessage, type Server } from "node:http";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { database } from "#db/client.ts";
import type { ContestRules } from "#domain/contests/rules.ts";
import { contestRulesSchema } from "#domain/contests/rules.ts";
import { finishAttempt } from "#server/attempts/finish-attempt.ts";
import { mintAnswerTicket, mintStreamTicket } from "#server/attempts/ticket.ts";
import { type LiveWorld, openLiveWorld } from "#tests/live/live-world.ts";
import { echoPages, openTestDoor, send, type TestDoor } from "#tests/live/test-door.ts";

type Event = { event: string; data: Record<string, unknown> };
type Attempt = Awaited<ReturnType<LiveWorld["attempt"]>>;

let world: LiveWorld;
let pages: { server: Server; port: number };
let door: TestDoor;
const watching: IncomingMessage[] = [];
const start = new Date(Date.now() - 1_000);

beforeAll(async () => {
  world = await openLiveWorld();
  pages = await echoPages();
});
beforeEach(async () => {
  door = await openTestDoor(pages.port);
});
afterEach(async () => {
  for (const one of watching.splice(0)) one.destroy();
  await door.end();
});
afterAll(async () => {
  pages.server.close();
  await world.end();
});

const slugOf = async (contestId: number) =>
  (await world.db.query("select slug from contests where id = $1", [contestId])).rows[0].slug as string;

/** Opens a stream and collects what it says. */
async function watch(attempt: Attempt, over: { contestId?: number; slug?: string; asPlayer?: boolean } = {}) {
  const contestId = over.contestId ?? attempt.contestId;
  const ticket = mintStreamTicket({
    contestId,
    personId: attempt.personId,
    sessionId: attempt.sessionId,
    attemptId: over.asPlayer ? attempt.id : null,
    now: new Date(),
  });
  const slug = over.slug ?? (await slugOf(contestId));
  const events: Event[] = [];
  const seen = { status: 0, isEnded: false, raw: "", events, headers: {} as IncomingMessage["headers"] };
  await new Promise<void>((resolve, reject) => {
    get(
      { port: door.port, host: "127.0.0.1", path: `/api/streams/contests/${slug}?ticket=${ticket}`, headers: { host: "localhost" } },
      (found) => {
        watching.push(found);
        seen.status = found.statusCode ?? 0;
        seen.headers = found.headers;
        found.setEncoding("utf8");
        found.on("data", (text: string) => {
          seen.raw += text;
          const whole = seen.raw.split("\n\n").slice(0, -1);
          events.length = 0;
          for (const block of whole) {
            const event = /^event: (.*)$/m.exec(block)?.[1];
            if (event) events.push({ event, data: JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? "{}") });
          }
        });
        found.on("end", () => (seen.isEnded = true));
        found.on("close", () => (seen.isEnded = true));
        found.on("error", () => (seen.isEnded = true));
        resolve();
      },
    ).on("error", reject);
  });
  return seen;
}
type Seen = Awaited<ReturnType<typeof watch>>;
const last = (seen: Seen, event: string) => seen.events.findLast((one) => one.event === event)?.data;
const save = (attempt: Attempt, body: Record<string, unknown>, headers: Record<string, string> = {}) =>
  send(door.port, `/api/attempts/${attempt.id}/answers`, {
    method: "POST",
    headers: { host: "localhost", origin: "http://localhost", "content-type": "application/json", ...headers },
    body: JSON.stringify({
      ticket: mintAnswerTicket({ attemptId: attempt.id, personId: attempt.personId, sessionId: attempt.sessionId, now: start }),
      ...body,
    }),
  });
const finish = (attempt: Attempt) => database("judge").transaction((tx) => finishAttempt(tx, attempt.id, "person", new Date()));
const board = (over: Partial<ContestRules["board"]>) => ({ board: contestRulesSchema.shape.board.parse({ branches: false, ...over }) });

test("answers go in at the door, with the Origin of a page of ours and no other (TE1)", async () => {
  const attempt = await world.attempt({ startedAt: start });
  const body = { slot: 0, seq: 1, response: { picks: [0] } };
  const saved = await save(attempt, body);
  expect(saved.status).toBe(200);
  expect(JSON.parse(saved.body)).toEqual({ outcome: "saved", seq: 1, receivedAt: expect.stringMatching(/^\d{4}-.*Z$/) });
  expect(saved.headers["cache-control"]).toBe("private, no-store, no-transform");
  for (const headers of [{ origin: "" }, { origin: "http://evil.example" }, { origin: "null" }, { "sec-fetch-site": "cross-site" }]) {
    expect((await save(attempt, body, headers as Record<string, string>)).status, JSON.stringify(headers)).toBe(403);
  }
  expect((await save(attempt, body, { "content-type": "text/plain" })).status).toBe(415);
  expect((await save(attempt, { ...body, response: { texts: ["x".repeat(33_000)] } })).status).toBe(413);
  expect((await save(attempt, { ...body, slot: 9 })).status).toBe(422);
  expect((await save(attempt, { ...body, extra: 1 })).status).toBe(400);
  expect((await save({ ...attempt, id: attempt.id + 1_000 }, body)).status).toBe(404);
  const wrongTicket = await save(attempt, { ...body, ticket: "a.b" });
  expect([wrongTicket.status, JSON.parse(wrongTicket.body)]).toEqual([401, { refused: "not-signed-in", params: {}, fields: [] }]);
});

test("a reader gets the whole state on connecting and the board after a hand-in, names as printed", async () => {
  const contestId = await world.contest(start, board({ names: "branch" }));
  const one = await world.attempt({ startedAt: start, contestId });
  const two = await world.attempt({ startedAt: start, contestId });
  const seen = await watch(one);
  const player = await watch(one, { asPlayer: true });
  expect(seen.status).toBe(200);
  expect(seen.headers["content-type"]).toBe("text/event-stream; charset=utf-8");
  await expect.poll(() => seen.events.map(({ event }) => event)).toEqual(["contest", "board"]);
  await expect.poll(() => player.events.map(({ event }) => event)).toEqual(["contest", "time"]);
  expect(last(seen, "contest")).toMatchObject({ phase: "open" });
  expect(last(seen, "board")).toMatchObject({ total: 0, places: [], branches: null });
  expect(last(player, "time")).toMatchObject({ attemptId: one.id, state: "in_progress" });

  await save(two, { slot: 0, seq: 1, response: { picks: [0] } });
  await finish(two);
  await expect.poll(() => last(seen, "board"), { timeout: 3_000 }).toMatchObject({ total: 1 });
  const [place] = (last(seen, "board") as { places: Record<string, unknown>[] }).places;
  expect(place).toEqual({
    rank: 1,
    name: null,
    branchName: expect.stringContaining("支部"),
    scoreMilli: 1_000,
    rightCount: 1,
    totalMs: expect.any(Number),
  });
  expect(player.raw).not.toContain("event: board");
});

test("the board says nothing before the printed rules let it (D5), nor anything of answers not handed in", async () => {
  const contestId = await world.contest(start, board({ moves: "closed" }));
  const one = await world.attempt({ startedAt: start, contestId });
  const seen = await watch(one);
  const player = await watch(one, { asPlayer: true });
  await save(one, { slot: 0, seq: 1, response: { picks: [0] } });
  await finish(one);
  await expect.poll(() => last(player, "time"), { timeout: 3_000 }).toMatchObject({ state: "finished" });
  expect(seen.raw).not.toContain("event: board");
  await world.db.query("update contests set closes_at = now() - interval '1 minute', opens_at = now() - interval '1 hour' where id = $1", [
    contestId,
  ]);
  await world.db.query("insert into live_changes (contest_id, change, changed_at) values ($1, 'closed', now())", [contestId]);
  await expect.poll(() => last(seen, "board"), { timeout: 3_000 }).toMatchObject({ total: 1 });
  expect(last(seen, "contest")).toMatchObject({ phase: "closed" });
});

test("an extension reaches the attempt it is for, and nobody else", async () => {
  const contestId = await world.contest(start, board({}));
  const one = await world.attempt({ startedAt: start, contestId });
  const two = await world.attempt({ startedAt: start, contestId });
  const [first, second] = [await watch(one, { asPlayer: true }), await watch(two, { asPlayer: true })];
  await expect.poll(() => second.events.length).toBe(2);
  await world.db.query(
    "update attempts set due_at = due_at + interval '5 minutes', ends_at = ends_at + interval '5 minutes' where id = $1",
    [one.id],
  );
  await world.db.query("insert into live_changes (contest_id, change, entry_id, changed_at) values ($1, 'time', $2, now())", [
    contestId,
    one.entryId,
  ]);
  await expect.poll(() => first.events.filter(({ event }) => event === "time").length, { timeout: 3_000 }).toBe(2);
  expect(second.events.filter(({ event }) => event === "time").length).toBe(1);
});

test("a change that commits after a later one was read is not missed (I21)", async () => {
  const contestId = await world.contest(start, board({}));
  const [one, two] = [await world.attempt({ startedAt: start, contestId }), await world.attempt({ startedAt: start, contestId })];
  const seen = await watch(one);
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  const slow = database("judge").transaction(async (tx) => {
    await finishAttempt(tx, one.id, "person", new Date());
    await held;
  });
  await expect.poll(async () => (await world.db.query("select 1 from pg_locks where locktype = 'advisory'")).rowCount).toBeGreaterThan(0);
  await finish(two);
  await expect.poll(() => last(seen, "board"), { timeout: 3_000 }).toMatchObject({ total: 1 });
  letGo();
  await slow;
  await expect.poll(() => last(seen, "board"), { timeout: 3_000 }).toMatchObject({ total: 2 });
});

test("who may not watch is refused; a fourth stream of one person is too many (TG9)", async () => {
  const attempt = await world.attempt({ startedAt: start });
  const other = await world.contest(start);
  expect((await watch(attempt, { contestId: other, slug: await slugOf(attempt.contestId) })).status).toBe(404);
  for (const status of [200, 200, 200, 429]) expect((await watch(attempt)).status).toBe(status);
  const forged = await send(door.port, `/api/streams/contests/${await slugOf(attempt.contestId)}?ticket=a.b`, {
    headers: { host: "localhost" },
  });
  expect(forged.status).toBe(401);
});

test("a revoked sign-in closes its streams within five seconds (I19)", async () => {
  const attempt = await world.attempt({ startedAt: start });
  const seen = await watch(attempt);
  await expect.poll(() => seen.events.length).toBeGreaterThan(0);
  await world.db.query("update sessions set revoked_at = now() where id = $1", [attempt.sessionId]);
  await expect.poll(() => seen.isEnded, { timeout: 5_000 }).toBe(true);
  expect((await save(attempt, { slot: 0, seq: 1, response: null })).status).toBe(401);
});

test("leaving, the door sends everybody off with another time to return and closes the streams first", async () => {
  const seen = await watch(await world.attempt({ startedAt: start }));
  await expect.poll(() => seen.events.length).toBeGreaterThan(0);
  door.drain();
  door.streams.close();
  await expect.poll(() => seen.isEnded).toBe(true);
  expect(seen.raw).toMatch(/retry: [1-4]\d{3}\nevent: restart/);
  expect((await watch(await world.attempt({ startedAt: start }))).status).toBe(503);
});
