import { expect, test } from "vitest";
import { stillRefused } from "./still-refused.ts";

const field = (path: string) => ({ path, code: "blank", params: {} });

test("a sentence goes when its field changes, and the others stay", () => {
  const refused = { code: "invalid", params: {}, fields: ["body.options.0.text", "body.options.1", "key.correct", "title"].map(field) };
  const sent = { title: "", body: { options: [{ text: "" }, { text: "甲" }] }, key: {} };
  const paths = (now: unknown) => stillRefused(refused, sent, now).fields.map(({ path }) => path);
  expect(paths(structuredClone(sent))).toEqual(["body.options.0.text", "body.options.1", "key.correct", "title"]);
  expect(paths({ ...sent, title: "题" })).toEqual(["body.options.0.text", "body.options.1", "key.correct"]);
  expect(paths({ ...sent, body: { options: [{ text: "甲" }, { text: "" }] }, key: { correct: 0 } })).toEqual(["title"]);
});
