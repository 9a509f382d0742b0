import { expect, test } from "vitest";
import { spanOf } from "./span-of.ts";

test("spans", () => expect(spanOf(5_415_000)).toEqual({ hours: 1, minutes: 30, seconds: 15 }));
