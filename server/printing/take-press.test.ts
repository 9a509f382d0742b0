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
  const asked = Array.from({ length: 42 }, (_, at) => print(at));
  await expect(print(42)).rejects.toMatchObject({ code: "unavailable" });
  const all = Promise.allSettled(asked);
  for (let given = 0; given < 42; given += 1) {
    while (ends.length === 0) await Promise.resolve();
    ends.shift()?.();
  }
  const settled = await all;
  expect(settled.filter(({ status }) => status === "rejected")).toHaveLength(1);
  expect(most).toBe(2);
  expect(ended).toEqual(Array.from({ length: 42 }, (_, at) => at));
});
