import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { sourceFiles } from "./source-files.ts";

type Tree = { [key: string]: string | Tree };
const read = (name: string) => JSON.parse(readFileSync(`messages/${name}.json`, "utf8")) as Tree;
const flat = (tree: Tree, above = ""): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[above + key, value] as [string, string]] : flat(value, `${above}${key}.`),
  );

const chinese = flat(read("zh-CN"));
const english = flat(read("en"));

test("zh-CN and en say the same things", () => {
  expect(chinese.length).toBeGreaterThan(100);
  expect(chinese.map(([key]) => key).sort()).toEqual(english.map(([key]) => key).sort());
});

test("Chinese sentences are Chinese and English ones are not", () => {
  const hasHan = /\p{Script=Han}/u;
  const wordless = (text: string) => !/[a-z]{3,}/i.test(text.replace(/\{[^}]*\}/g, ""));
  expect(english.filter(([key, text]) => hasHan.test(text) && !/locale|language|brand|mark$|example|sample|zh/i.test(key))).toEqual([]);
  expect(
    chinese
      .filter(([key, text]) => !hasHan.test(text) && !wordless(text) && !/locale|language|brand|browsers|systems|keys\.|en$/i.test(key))
      .map(([key, text]) => `${key}: ${text}`),
  ).toEqual([]);
});

/** The arguments of an ICU message: a brace opens an argument at even depth and a branch of one at odd depth. */
function argumentsOf(text: string): string {
  const names = new Set<string>();
  let depth = 0;
  for (const [at, sign] of [...text].entries()) {
    if (sign === "{") {
      if (depth % 2 === 0) names.add(/^\s*(\w+)/.exec([...text].slice(at + 1).join(""))?.[1] ?? "");
      depth += 1;
    } else if (sign === "}") depth -= 1;
  }
  return [...names].sort().join();
}

test("both fill the same blanks; English may ask for a number only to choose its plural", () => {
  const other = new Map(english);
  const forPlural = (text: string) => argumentsOf(text.replace(/\{\s*\w+,\s*plural,[^#]*$/g, ""));
  const differs = (own: string, text: string) => argumentsOf(own) !== argumentsOf(text) && argumentsOf(own) !== forPlural(text);
  expect(chinese.filter(([key, text]) => differs(text, other.get(key) ?? "")).map(([key]) => key)).toEqual([]);
});

test("every refusal that a verb can give has its sentence", () => {
  const known = new Set(chinese.map(([key]) => key));
  const files = sourceFiles(/^(server|domain|live|app)\/.*\.ts$/, 60).filter(({ path }) => !path.endsWith(".test.ts"));
  const codes = new Set(files.flatMap(({ text }) => [...text.matchAll(/new Refusal\("([a-z-]+)"/g)].map((match) => match[1] as string)));
  expect(codes.size).toBeGreaterThan(20);
  expect([...codes].filter((code) => !known.has(`refusals.${code}`)).sort()).toEqual([]);
});

test("every deed that the audit can hold, and what it was done to, has its words", () => {
  const known = new Set(chinese.map(([key]) => key));
  const lines = sourceFiles(/^server\/.*\.ts$/, 200)
    .filter(({ path }) => !path.endsWith(".test.ts"))
    .flatMap(({ text }) => text.split("\n"));
  const actions = new Set(
    lines
      .filter((line) => /\baction\b/.test(line))
      .flatMap((line) => [...line.matchAll(/"([a-z-]+\.[a-zA-Z-]+)"/g)].map(([, action]) => action)),
  );
  expect(actions.size).toBeGreaterThan(100);
  expect([...actions].filter((action) => !known.has(`auditActions.${action}`)).sort()).toEqual([]);
  const objects = new Set(lines.flatMap((line) => [...line.matchAll(/\baction\b.*\bobject: "([a-z-]+)"/g)].map(([, object]) => object)));
  expect(objects.size).toBeGreaterThan(20);
  expect([...objects].filter((object) => !known.has(`auditObjects.${object}`)).sort()).toEqual([]);
});
