import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { handInAttempt } from "./hand-in.ts";
import { Keeper } from "./keeper.ts";
import type { KeptAnswers } from "./kept-answers.ts";
import type { Told } from "./send-answer.ts";

let door: "open" | "down";
let replies: (Response | Error)[];
let asked: string[];

const kept: KeptAnswers = { list: async () => [], put: async () => {}, drop: async () => {}, clear: async () => {} };
const done = () => Response.json({ state: "finished", finishedAt: "2026-11-22T06:00:00.000Z" });

/** A page with one answer just given. */
function page(): Keeper {
  const send = async ({ seq }: { seq: number }): Promise<Told> =>
    door === "down"
      ? { kind: "unreached", retryAfterMs: 0 }
      : { kind: "told", outcome: "saved", seq, receivedAt: "2026-11-22T06:00:00.000Z" };
  const items = [{ slot: 0, seq: 0, response: null }];
  const parts = { items, ticket: "t", kept, keptBefore: [], send, onDoubt: () => {}, wallNow: () => Date.now(), random: () => 0.5 };
  const keeper = new Keeper(parts);
  keeper.change(0, { picks: [1] });
  return keeper;
}

function start(keeper: Keeper, isTimeUp = false) {
  const control = new AbortController();
  const told: { kind?: string; unreached: number } = { unreached: 0 };
  void handInAttempt(7, keeper, control.signal, isTimeUp, () => {
    told.unreached += 1;
  }).then(({ kind }) => {
    told.kind = kind;
  });
  return { told, control };
}

beforeEach(() => {
  vi.useFakeTimers();
  door = "open";
  replies = [];
  asked = [];
  vi.stubGlobal("fetch", async (path: string) => {
    asked.push(path);
    const reply = replies.shift() ?? done();
    if (reply instanceof Error) throw reply;
    return reply;
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("every answer is acknowledged before the attempt is handed in", async () => {
  door = "down";
  const { told } = start(page());
  await vi.advanceTimersByTimeAsync(30_000);
  expect(asked).toEqual([]);
  door = "open";
  await vi.advanceTimersByTimeAsync(10_000);
  expect(asked).toEqual(["/api/attempts/7/hand-in"]);
  expect(told.kind).toBe("done");
});

test("at the end of the time nobody waits for answers that are too late", async () => {
  door = "down";
  const { told } = start(page(), true);
  await vi.advanceTimersByTimeAsync(10);
  expect(told.kind).toBe("done");
});

test("a server that is away is asked again until it answers, and the screen is told", async () => {
  replies = [new TypeError("no network"), Response.json({ refused: "unavailable" }, { status: 503 })];
  const { told } = start(page());
  await vi.advanceTimersByTimeAsync(20_000);
  expect(asked.length).toBe(3);
  expect(told).toEqual({ kind: "done", unreached: 2 });
});

test("going back to the questions stops the waiting", async () => {
  door = "down";
  const { told, control } = start(page());
  await vi.advanceTimersByTimeAsync(1_000);
  control.abort();
  door = "open";
  await vi.advanceTimersByTimeAsync(60_000);
  expect(told.kind).toBe("cancelled");
  expect(asked).toEqual([]);
});

test.each([
  [401, { refused: "not-signed-in" }, "signed-out"],
  [422, { refused: "too-early-to-hand-in" }, "refused"],
])("a %i is told", async (status, body, kind) => {
  replies = [Response.json(body, { status })];
  const { told } = start(page());
  await vi.advanceTimersByTimeAsync(100);
  expect(told.kind).toBe(kind);
});
