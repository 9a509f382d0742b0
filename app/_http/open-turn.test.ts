import { expect, test } from "vitest";
import { BUSY_DIGEST } from "#domain/page-busy.ts";
import { Refusal } from "#domain/refusal.ts";
import { openTurn } from "./open-turn.ts";

/** A clock that goes on when somebody rests, or as told. */
function testClock() {
  const clock = { atMs: 0, rests: 0 };
  return {
    clock,
    nowMs: () => clock.atMs,
    rest: async (ms: number) => {
      clock.atMs += ms;
      clock.rests += 1;
    },
  };
}
const full = () => new Error("timeout exceeded when trying to connect");

test("what a page asks at once is asked one after the other, in the order of asking", async () => {
  const inTurn = openTurn(testClock());
  let open = 0;
  let most = 0;
  const seen: number[] = [];
  const read = (n: number) => async () => {
    open += 1;
    most = Math.max(most, open);
    await new Promise(setImmediate);
    open -= 1;
    seen.push(n);
    return n;
  };
  expect(await Promise.all([1, 2, 3, 4].map((n) => inTurn(read(n))))).toEqual([1, 2, 3, 4]);
  expect([most, seen]).toEqual([1, [1, 2, 3, 4]]);
});

test("a database that was full for a moment is asked again; a refusal `unavailable` is the same thing", async () => {
  const made = testClock();
  const inTurn = openTurn(made);
  const answers: (() => never)[] = [
    () => {
      throw full();
    },
    () => {
      throw new Refusal("unavailable");
    },
  ];
  expect(await inTurn(async () => answers.shift()?.() ?? "there")).toBe("there");
  expect(made.clock.rests).toBe(2);
});

test("after the patience of a person the page is busy, and what stood in line does not begin", async () => {
  const made = testClock();
  const inTurn = openTurn(made);
  let tries = 0;
  let later = 0;
  const first = inTurn(async () => {
    tries += 1;
    made.clock.atMs += 2_000; // the pool's own patience
    throw full();
  });
  const second = inTurn(async () => {
    later += 1;
  });
  await expect(first).rejects.toMatchObject({ digest: BUSY_DIGEST });
  await expect(second).rejects.toMatchObject({ digest: BUSY_DIGEST });
  expect([tries, later, made.clock.atMs]).toEqual([2, 0, 4_200]);
});

test("what failed only because this process stood still is tried once more, however late it is", async () => {
  const made = testClock();
  const inTurn = openTurn(made);
  let tries = 0;
  const stalled = inTurn(async () => {
    tries += 1;
    if (tries > 1) return "there";
    made.clock.atMs += 9_000;
    throw full();
  });
  expect(await stalled).toBe("there");
});

test("a bug and another refusal are nobody's lack of room: told at once, and the line goes on", async () => {
  const made = testClock();
  const inTurn = openTurn(made);
  const broken = inTurn(() => Promise.reject(new TypeError("a bug")));
  const refused = inTurn(() => Promise.reject(new Refusal("not-found")));
  const next = inTurn(async () => "next");
  await expect(broken).rejects.toThrow("a bug");
  await expect(refused).rejects.toMatchObject({ code: "not-found" });
  expect([await next, made.clock.rests]).toEqual(["next", 0]);
});
