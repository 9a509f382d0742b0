import { expect, test } from "vitest";
import { takePress } from "./take-press.ts";

test("of forty-two who print at once two print and forty wait their turn, in order, also after one that failed; the next is told to come again", async () => {
  let running = 0;
  let most = 0;
  const ended: number[] = [];
  const ends: (() => void)[] = [];
  const print = (one: number) =>
    takePress(async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise<void>((resolve) => ends.push(resolve));
      running -= 1;
      ended.push(one);
      if (one === 1) throw new Error("out of paper");
      return one;
    });
  let settled = 0;
  const asked = Array.from({ length: 43 }, (_, at) => print(at).finally(() => (settled += 1)));
  const all = Promise.allSettled(asked);
  // So many turns and no more: with other presses than it expects this fails below, and does not wait for ever.
  for (let turn = 0; turn < 10_000 && settled < asked.length; turn += 1) {
    await Promise.resolve();
    ends.shift()?.();
  }
  expect(settled).toBe(43);
  const told = await all;
  expect(told.at(42)).toMatchObject({ status: "rejected", reason: { code: "unavailable" } });
  expect(told.flatMap(({ status }, at) => (status === "rejected" ? at : []))).toEqual([1, 42]);
  expect(most).toBe(2);
  expect(ended).toEqual(Array.from({ length: 42 }, (_, at) => at));
});
