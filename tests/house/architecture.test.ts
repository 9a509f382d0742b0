import { expect, test } from "vitest";
import { placesOf, sourceFiles } from "./source-files.ts";

const code = sourceFiles(/^(app|ui|server|domain|db|live|scripts|tests)\/.*\.(ts|tsx|mjs)$/, 200);
const shipped = code.filter(({ path }) => !/\.test\.tsx?$|^tests\//.test(path));
const screens = sourceFiles(/^(app|ui)\/.*\.tsx$/, 20);

test("no Server Actions and no shared caches, anywhere", () => {
  expect(placesOf(code, /^\s*['"]use (server|cache)/)).toEqual([]);
  expect(placesOf(shipped, /\bunstable_cache\b|\bcacheLife\b|next\/cache/)).toEqual([]);
});

test("raw SQL is built in db/copy.ts and db/migrate.ts alone", () => {
  const others = shipped.filter(({ path }) => !["db/copy.ts", "db/migrate.ts"].includes(path));
  expect(placesOf(others, /\bsql\.(raw|identifier|unsafe)\b|\.unsafe\(/)).toEqual([]);
});

test("an import is a neighbour or names its room", () => {
  expect(placesOf(code, /(from|import)\s*\(?["']\.\.\//)).toEqual([]);
});

test("no file has a name that says nothing", () => {
  const nameless = code
    .map(({ path }) => path)
    .filter((path) => /(^|\/)(utils?|helpers?|lib|common|misc|shared|types?|services?|managers?|index)(\/|\.tsx?$)/.test(path));
  expect(nameless).toEqual([]);
});

test("no default exports but where Next or a tool demands them", () => {
  const demanded =
    /(page|layout|error|not-found|global-error|loading|template|i18n)\.tsx?$|config\.ts$|^tests\/world\/(database-server|shared-house)\.ts$|^tests\/journeys\/start-house\.ts$/;
  expect(
    placesOf(
      code.filter(({ path }) => !demanded.test(path)),
      /^export default /,
    ),
  ).toEqual([]);
});

test("nothing is left for later and no test is left out", () => {
  expect(
    placesOf(
      code.filter(({ path }) => path !== "tests/house/architecture.test.ts"),
      /\b(TODO|FIXME|XXX)\b|\b(test|it|describe)\.(only|skip|todo)\b|: any(?: =|[;,)=])|as any\b|<any>/,
    ),
  ).toEqual([]);
});

test("a long file says why in its first comment", () => {
  const long = shipped.filter(({ text }) => text.split("\n").length > 151);
  const unexplained = long.filter(({ text }) => !/\/[/*][^\n]*\b(long|one file|together|in one|at once)\b/i.test(text.slice(0, 900)));
  expect(unexplained.map(({ path, text }) => `${path} ${text.split("\n").length}`)).toEqual([]);
});

test("screens hold no Chinese: every sentence is in messages/", () => {
  const withoutComments = screens.map(({ path, text }) => ({
    path,
    text: text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, " ")).replace(/\/\/.*$/gm, ""),
  }));
  expect(placesOf(withoutComments, /\p{Script=Han}/u)).toEqual([]);
});

test("a verb never answers from a request it did not check: screens reach the database through verbs alone", () => {
  const own = sourceFiles(/^app\/(?!_http).*\.tsx?$/, 20);
  expect(placesOf(own, /from ["'](#db\/|drizzle-orm|pg["'])/)).toEqual([]);
});
