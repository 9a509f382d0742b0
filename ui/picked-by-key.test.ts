import { expect, test } from "vitest";
import { pickedByKey } from "./picked-by-key.ts";

test("a letter chooses in every kind of choice, and takes a tick away where several may stand", () => {
  expect(pickedByKey("single", { picks: [0] }, 2)).toEqual({ picks: [2] });
  expect(pickedByKey("multiple", { picks: [0] }, 2)).toEqual({ picks: [0, 2] });
  expect(pickedByKey("indefinite", { picks: [0, 2] }, 2)).toEqual({ picks: [0] });
  expect(pickedByKey("truefalse", null, 1)).toEqual({ truth: false });
  expect(pickedByKey("fill", { texts: ["甲"] }, 0)).toBeNull();
});
