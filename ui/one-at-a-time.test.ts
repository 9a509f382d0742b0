import { expect, test } from "vitest";
import { oneAtATime } from "./one-at-a-time.ts";

test("who asks while another is asking waits for an answer that began after them, and ten who ask at once share it", async () => {
  const replies: (() => void)[] = [];
  const reload = oneAtATime(() => new Promise((resolve) => replies.push(resolve)));
  const ended: string[] = [];
  const first = reload().then(() => ended.push("first"));
  const others = Array.from({ length: 10 }, () => reload().then(() => ended.push("later")));
  replies[0]?.();
  await expect.poll(() => replies.length).toBe(2);
  expect(ended).toEqual([]);
  replies[1]?.();
  await Promise.all([first, ...others]);
  expect([replies.length, ended.length]).toEqual([2, 11]);
  const again = reload();
  replies[2]?.();
  await again;
  expect(replies.length).toBe(3);
});
