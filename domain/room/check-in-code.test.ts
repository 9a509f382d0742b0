import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { currentCode, isCodeValid, nextCodeAt } from "./check-in-code.ts";

const sign = (text: string) => createHmac("sha256", "secret").update(text).digest("base64url").slice(0, 22);
/** Seconds since a period began. */
const at = (seconds: number) => new Date(Date.UTC(2026, 11, 3, 6) + seconds * 1_000);

test("a code lives for its period and the next, and dies at forty seconds to the millisecond", () => {
  const code = currentCode(7, at(0), sign);
  for (const seconds of [0, 19.9, 20, 39.9, 39.999]) expect(isCodeValid(7, code, at(seconds), sign), `${seconds}`).toBe(true);
  for (const seconds of [40, 40.001, 60, -0.001]) expect(isCodeValid(7, code, at(seconds), sign), `${seconds}`).toBe(false);
});

test("photographed at the end of its period, a code has twenty seconds left", () => {
  const code = currentCode(7, at(19.999), sign);
  expect(code).toBe(currentCode(7, at(0), sign));
  expect(nextCodeAt(at(19.999))).toEqual(at(20));
  expect(nextCodeAt(at(20))).toEqual(at(40));
  expect(isCodeValid(7, code, at(39.9), sign)).toBe(true);
  expect(isCodeValid(7, code, at(40), sign)).toBe(false);
});

test("a code is of one meeting and one secret, and nothing near it passes", () => {
  const code = currentCode(7, at(0), sign);
  expect(isCodeValid(8, code, at(0), sign)).toBe(false);
  expect(isCodeValid(7, code, at(0), (text) => `${sign(text)}x`)).toBe(false);
  for (const other of [
    "",
    code.slice(1),
    `${code}x`,
    `${code}${code}`,
    code.toLowerCase() === code ? code.toUpperCase() : code.toLowerCase(),
  ])
    expect(isCodeValid(7, other, at(0), sign), other).toBe(false);
});
