import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { FILE_PROBLEMS, SUGGESTIONS } from "./problem.ts";

test("everything that may be said of a file has its sentence", () => {
  const said = JSON.parse(readFileSync("messages/zh-CN.json", "utf8")) as { questionFiles: Record<string, Record<string, string>> };
  expect(Object.keys(said.questionFiles["problems"] ?? {}).sort()).toEqual([...FILE_PROBLEMS].sort());
  expect(Object.keys(said.questionFiles["suggestions"] ?? {}).sort()).toEqual([...SUGGESTIONS].sort());
});
