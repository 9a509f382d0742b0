import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { FILE_PROBLEMS, SUGGESTIONS } from "./problem.ts";

test("everything that may be said of a file has its sentence", () => {
  /** What is said of a row beside its file: by the bank and the other rows. */
  const besides = ["pinned-for-you", "twin-in-file"];
  const said = JSON.parse(readFileSync("messages/zh-CN.json", "utf8")) as { questionFiles: Record<string, Record<string, string>> };
  expect(Object.keys(said.questionFiles["problems"] ?? {}).sort()).toEqual([...FILE_PROBLEMS, ...besides].sort());
  expect(Object.keys(said.questionFiles["suggestions"] ?? {}).sort()).toEqual([...SUGGESTIONS].sort());
});
