import { expect, test } from "vitest";
import { reachOf } from "./reach.ts";

test("an office above sees the whole, one below its part, one beside nothing", () => {
  expect(reachOf(["/1/"], "/1/5/")).toEqual(["/1/5/"]);
  expect(reachOf(["/1/5/9/"], "/1/5/")).toEqual(["/1/5/9/"]);
  expect(reachOf(["/1/55/", "/2/"], "/1/5/")).toEqual([]);
});

test("several offices: every part once, and none inside another", () => {
  expect(reachOf(["/1/5/9/2/", "/1/5/7/", "/1/5/9/"], "/1/5/")).toEqual(["/1/5/7/", "/1/5/9/"]);
  expect(reachOf(["/1/5/9/", "/1/"], "/1/5/")).toEqual(["/1/5/"]);
});
