import { expect, test } from "vitest";
import { heldNews } from "./held-news.ts";

test("news are acted on at once, but for those that come while an answer is on its way: once, when it was told of", async () => {
  let acted = 0;
  const held = heldNews(() => {
    acted += 1;
  });
  held.news();
  expect(acted).toBe(1);
  const answer = Promise.withResolvers<string>();
  const told = held.during(answer.promise);
  held.news();
  held.news();
  expect(acted).toBe(1);
  answer.resolve("right");
  expect(await told).toBe("right");
  expect(acted).toBe(2);
  await held.during(Promise.resolve());
  expect(acted).toBe(2);
});

test("an answer that failed does not keep news for ever", async () => {
  let acted = 0;
  const held = heldNews(() => {
    acted += 1;
  });
  const answer = Promise.withResolvers<string>();
  const told = held.during(answer.promise);
  held.news();
  answer.reject(new Error("gone"));
  await expect(told).rejects.toThrow("gone");
  held.news();
  expect(acted).toBe(2);
});
