import { expect, test } from "vitest";
import { overriddenSlot } from "./override-mark.ts";

const slot = { worth: 10_001, milli: 0, right: false };

test("a short answer's mark is a share of what its place is worth now, half up; right is the whole mark alone", () => {
  expect(overriddenSlot(slot, "short", 100)).toEqual({ worth: 10_001, milli: 10_001, right: true });
  expect(overriddenSlot(slot, "short", 50)).toEqual({ worth: 10_001, milli: 5_001, right: false });
  expect(overriddenSlot({ ...slot, milli: 10_001, right: true }, "short", 0)).toEqual(slot);
});

test("not of another kind, not of a question that is out, not to what it is already", () => {
  const code = (kind: "single" | "essay" | "short", own = slot, percent = 50) => {
    try {
      overriddenSlot(own, kind, percent);
      return "done";
    } catch (error) {
      return (error as { code: string }).code;
    }
  };
  expect([code("single"), code("essay")]).toEqual(["override-only-short", "override-only-short"]);
  expect(code("short", { worth: 0, milli: 0, right: false })).toBe("override-out");
  expect(code("short", slot, 0)).toBe("override-same");
  expect(code("short")).toBe("done");
});
