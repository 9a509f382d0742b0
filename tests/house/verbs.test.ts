import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { collectVerbs } from "#scripts/collect-verbs.ts";
import { sourceFiles } from "./source-files.ts";

const verbs = await collectVerbs();
/** Answered by the live process itself (performance.md), so without a route of Next's. */
const LIVE = new Set([
  "POST /api/attempts/:id/answers",
  "POST /api/games/:id/answers",
  "POST /api/games/:id/pulse",
  "POST /api/games/:id/says",
  "GET /api/streams/contests/:slug",
  "GET /api/streams/meetings/:id",
  "POST /api/halls/:id/buzz",
  "GET /api/streams/halls/:id",
]);
/** Routes that are no verbs: the border's own. */
const BORDER = new Set(["/api/auth/[...nextauth]", "/api/openapi.json", "/api/preferences"]);

const fileOf = (at: string) => `app${(at.split(" ")[1] ?? "").replace(/:(\w+)/g, "[$1]")}/route.ts`;

test("no two verbs share an address", () => {
  expect(verbs.length).toBeGreaterThan(40);
  const addresses = verbs.map(({ at }) => at);
  expect(addresses.filter((at, place) => addresses.indexOf(at) !== place)).toEqual([]);
});

test("every verb is bound to the very address it names", () => {
  const unbound = verbs.filter(({ at, name }) => {
    if (LIVE.has(at)) return false;
    const file = fileOf(at);
    return !existsSync(file) || !new RegExp(`export const ${at.split(" ")[0]} = \\w+\\(${name}[,)]`).test(readFileSync(file, "utf8"));
  });
  expect(unbound.map(({ at, name }) => `${at} ${name}`)).toEqual([]);
});

test("every route binds verbs and nothing else", () => {
  const addresses = new Set(verbs.map(({ at }) => at));
  const strange = sourceFiles(/^app\/api\/.*\/route\.ts$/, 30).flatMap(({ path, text }) => {
    const address = path.slice(3, -"/route.ts".length);
    if (BORDER.has(address)) return [];
    const methods = [...text.matchAll(/export (?:const|async function) ([A-Z]+)/g)].map((match) => match[1]);
    const missing = methods.filter((method) => !addresses.has(`${method} ${address.replace(/\[(\w+)\]/g, ":$1")}`));
    return methods.length === 0 ? [path] : missing.map((method) => `${method} ${address}`);
  });
  expect(strange).toEqual([]);
});

test("a query never changes anything and a change is never a GET", () => {
  expect(verbs.filter(({ at, changes }) => at.startsWith("GET ") === changes && !LIVE.has(at)).map(({ at }) => at)).toEqual([]);
});
