import { expect, test } from "vitest";
import { isInTheClear } from "./origin.ts";

test("only plain http to another machine is in the clear", () => {
  for (const origin of ["http://192.168.1.20:3000", "http://zhixing.local", "http://127.0.0.1.evil.test"])
    expect(isInTheClear(origin), origin).toBe(true);
  for (const origin of [
    "https://study.test",
    "http://127.0.0.1:3000",
    "http://localhost:3000",
    "http://[::1]:3000",
    "http://zx.localhost",
  ]) {
    expect(isInTheClear(origin), origin).toBe(false);
  }
});
