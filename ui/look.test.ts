import { expect, test } from "vitest";
import { lookOf } from "./look.ts";

test("what the cookies ask for, and the default for anything unknown", () => {
  expect(lookOf("dark", "xlarge")).toEqual({ theme: "dark", size: "xlarge" });
  expect(lookOf(undefined, undefined)).toEqual({ theme: "system", size: "normal" });
  expect(lookOf('"><script>', "huge")).toEqual({ theme: "system", size: "normal" });
});
