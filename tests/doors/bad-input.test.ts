import { afterAll, beforeAll, expect, inject, onTestFailed, test } from "vitest";
import { z } from "zod";
import english from "#messages/en.json" with { type: "json" };
import chinese from "#messages/zh-CN.json" with { type: "json" };
import { collectVerbs, type Described } from "#scripts/collect-verbs.ts";
import { inTurns } from "#tests/world/many-members.ts";
import { hasTurn, IS_WHOLE, SEED } from "#tests/world/short-form.ts";
import { VERBS } from "./expectations.ts";
import { type Asker, fiveBranches, type World } from "./five-branches.ts";
import { HOSTILE_BODIES, HOSTILE_SEGMENTS, HOSTILE_VALUES, jsonWithRaw } from "./hostile.ts";
import { nothingChanges } from "./nothing-changes.ts";

const house = inject("house");
const verbs = await collectVerbs();
const LONGEST_MS = 15_000;
const AT_ONCE = 8;
/** The whole takes minutes; on a busy machine the short form may too. */
const PATIENCE_MS = 900_000;
/** How many seeds it takes for everything to have had its turn. */
const TURNS = 6;
/** What weighs a hundred kilobytes and more is most of the time: it has its turn less often. */
const HEAVY = 100_000;
const turnsOf = (value: unknown) => (JSON.stringify(value).length > HEAVY ? 4 * TURNS : TURNS);
const bodyTurns = HOSTILE_BODIES.map(({ body }) => turnsOf(body));
const valueTurns = HOSTILE_VALUES.map(({ value }) => turnsOf(value));
/** Takes any text there is and says what it cleaned out of it. */
const CLEANS = new Set(["POST /api/desk/materials/propose text", "POST /api/desk/materials/propose html"]);
/** Codes that came back, of a request and of a field. */
const seen = new Set<string>();
let world: World;
let asker: Asker;

/** Asks for many things at once and returns the faults. What is under way when the time is up is named. */
async function faultsOf<T>(asked: readonly T[], nameOf: (one: T) => string, work: (one: T) => Promise<string>): Promise<string[]> {
  const underway = new Set<string>();
  onTestFailed(() => {
    process.stderr.write(`seed ${SEED}; under way at the end: ${[...underway].join("; ") || "nothing"}\n`);
  });
  const faults = await inTurns(asked, AT_ONCE, async (one) => {
    const name = nameOf(one);
    underway.add(name);
    const fault = await work(one);
    underway.delete(name);
    return fault === "" ? "" : `${name}: ${fault}`;
  });
  return faults.filter(Boolean);
}

type Heard = { status: number; text: string };
async function send(path: string, init: RequestInit): Promise<Heard> {
  try {
    const reply = await fetch(house.url + path, { ...init, redirect: "manual", signal: AbortSignal.timeout(LONGEST_MS) });
    return { status: reply.status, text: await reply.text() };
  } catch (error) {
    return { status: 599, text: String(error) };
  }
}

/** Why a reply is not a refusal a person can be told; "" when it is one. */
function faultOf({ status, text }: Heard): string {
  if (status < 400) return `taken: ${status} ${text.slice(0, 80)}`;
  if (status >= 500) return `${status} ${text.slice(0, 120)}`;
  try {
    const said = JSON.parse(text) as { refused: unknown; params: unknown; fields: unknown };
    if (typeof said.refused !== "string" || typeof said.params !== "object" || !Array.isArray(said.fields))
      return `no refusal: ${text.slice(0, 80)}`;
    seen.add(said.refused);
    for (const { code, path } of said.fields as { code: string; path: string }[]) {
      if (typeof path !== "string") return `a field without a path: ${text.slice(0, 80)}`;
      seen.add(code);
    }
    return "";
  } catch {
    return `not JSON: ${status} ${text.slice(0, 80)}`;
  }
}

const pathOf = (verb: Described) => {
  const input = VERBS[verb.at]?.say(asker.own, asker) ?? {};
  return (verb.at.split(" ")[1] ?? "").replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(input[name])));
};
const paramsOf = (verb: Described) => [...verb.at.matchAll(/:(\w+)/g)].map((match) => match[1] ?? "");
/** The fields of a verb's body or query, as its schema lists them. */
function fieldsOf(verb: Described): string[] {
  const schema = z.toJSONSchema(verb.input, { io: "input", unrepresentable: "any" }) as { properties?: Record<string, unknown> };
  return Object.keys(schema.properties ?? {}).filter((name) => !paramsOf(verb).includes(name));
}
const headers = (more: Record<string, string> = {}) => asker.caller.headers(more);
const posts = verbs.filter(({ at }) => at.startsWith("POST ") && at !== "POST /api/sign-out");
const gets = verbs.filter(({ at }) => at.startsWith("GET "));

beforeAll(async () => {
  world = await fiveBranches(house);
  asker = world.askers.admin;
}, 60_000);

afterAll(() => {
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});

test(
  "a body that is nothing a verb takes is refused in words, and changes nothing",
  async () => {
    await nothingChanges(house, async () => {
      const asked = posts.flatMap((verb, v) =>
        HOSTILE_BODIES.filter((_, h) => hasTurn(v + h, bodyTurns[h] ?? TURNS)).map((hostile) => ({ verb, hostile })),
      );
      const faults = await faultsOf(
        asked,
        ({ verb, hostile }) => `${verb.at} ← ${hostile.name}`,
        async ({ verb, hostile }) =>
          faultOf(await send(pathOf(verb), { method: "POST", headers: headers({ "content-type": hostile.type }), body: hostile.body })),
      );
      expect(asked.length).toBeGreaterThan(IS_WHOLE ? 600 : 150);
      expect(faults).toEqual([]);
    });
  },
  PATIENCE_MS,
);

test(
  "a field that holds something else is refused in words, or taken for what it is; nothing breaks",
  async () => {
    const fields = posts.flatMap((verb) => fieldsOf(verb).map((field) => ({ verb, field })));
    const asked = fields.flatMap((place, f) =>
      HOSTILE_VALUES.filter((_, h) => hasTurn(f + h, valueTurns[h] ?? TURNS)).map((hostile) => ({ ...place, hostile })),
    );
    const nameOf = ({ verb, field, hostile }: (typeof asked)[number]) => `${verb.at} ${field} = ${hostile.name}`;
    const faults = await faultsOf(asked, nameOf, async ({ verb, field, hostile }) => {
      const { file: _file, ...valid } = { ...VERBS[verb.at]?.say(asker.own, asker) };
      for (const name of paramsOf(verb)) delete (valid as Record<string, unknown>)[name];
      const heard = await send(pathOf(verb), {
        method: "POST",
        headers: headers({ "content-type": "application/json" }),
        body: jsonWithRaw({ ...valid, [field]: hostile.value }),
      });
      const fault = faultOf(heard);
      return heard.status < 400 && (!hostile.refused || CLEANS.has(`${verb.at} ${field}`)) ? "" : fault;
    });
    expect(asked.length).toBeGreaterThan(IS_WHOLE ? 1_000 : 250);
    expect(faults).toEqual([]);
  },
  PATIENCE_MS,
);

test(
  "a query that asks for what is not there is refused in words",
  async () => {
    const unknown = gets.map((verb) => ({ name: `${verb.at}?unknown`, path: `${pathOf(verb)}?nobodyKnowsThisField=1`, refused: true }));
    const proto = gets.map((verb) => ({ name: `${verb.at}?__proto__`, path: `${pathOf(verb)}?__proto__=1`, refused: false }));
    const sorted = gets.map((verb) => ({ name: `${verb.at}?sort`, path: `${pathOf(verb)}?sort=correct&filter[key]=1`, refused: true }));
    const strange = gets.flatMap((verb) => {
      const valid = Object.entries(VERBS[verb.at]?.say(asker.own, asker) ?? {}).filter(([name]) => !paramsOf(verb).includes(name));
      return fieldsOf(verb).flatMap((field) =>
        [
          "-1",
          "1e309",
          "NaN",
          "%00",
          "%ed%a0%80",
          "9".repeat(300),
          "x".repeat(5_000),
          "'%20or%201=1--",
          "%25%5C_",
          "[object%20Object]",
          "",
          `1&${field}=2`,
        ].map((value) => ({
          name: `${verb.at} ${field}=${value.slice(0, 20)}`,
          path: `${pathOf(verb)}?${valid
            .filter(([name]) => name !== field)
            .map(([name, one]) => `${name}=${encodeURIComponent(String(one))}&`)
            .join("")}${field}=${value}`,
          refused: false,
        })),
      );
    });
    // Twelve values to a field, five turns: each field is asked for two or three, each value of many fields.
    const asked = [...unknown, ...proto, ...sorted, ...strange.filter((_, at) => hasTurn(at, 5))];
    const faults = await faultsOf(
      asked,
      ({ name }) => name,
      async ({ path, refused }) => {
        const heard = await send(path, { headers: headers() });
        return !refused && heard.status < 400 ? "" : faultOf(heard);
      },
    );
    expect(asked.length).toBeGreaterThan(IS_WHOLE ? 300 : 150);
    expect(faults).toEqual([]);
  },
  PATIENCE_MS,
);

test(
  "an address with something else in the place of a name leads nowhere",
  async () => {
    const asked = verbs
      .filter((verb) => paramsOf(verb).length > 0)
      .flatMap((verb, v) => HOSTILE_SEGMENTS.filter((_, s) => hasTurn(v + s, TURNS)).map((segment) => ({ verb, segment })));
    const nameOf = ({ verb, segment }: (typeof asked)[number]) => `${verb.at} with ${segment.slice(0, 20)}`;
    const faults = await faultsOf(asked, nameOf, async ({ verb, segment }) => {
      const [method = "GET", pattern = ""] = verb.at.split(" ");
      const { id: _id, slug: _slug, ...body } = { ...VERBS[verb.at]?.say(asker.own, asker) };
      const heard = await send(
        pattern.replace(/:\w+/, segment),
        method === "GET"
          ? { headers: headers() }
          : { method, headers: headers({ "content-type": "application/json" }), body: JSON.stringify(body) },
      );
      // An address that is no address at all is the server's to refuse, before there is a verb.
      if (heard.status === 400 || heard.status === 404 || heard.status === 414) return "";
      return faultOf(heard);
    });
    expect(asked.length).toBeGreaterThan(IS_WHOLE ? 300 : 50);
    expect(faults).toEqual([]);
  },
  PATIENCE_MS,
);

test(
  "a change is never a GET, and no header turns one into it",
  async () => {
    const addresses = new Set(gets.map(({ at }) => at.split(" ")[1]));
    await nothingChanges(house, async () => {
      const overrides: Record<string, string>[] = [
        {},
        { "x-http-method-override": "POST" },
        { "x-http-method": "POST" },
        { "x-method-override": "POST" },
      ];
      const asked = posts.flatMap((verb, v) => overrides.filter((_, o) => hasTurn(v + o, 2)).map((more) => ({ verb, more })));
      const nameOf = ({ verb, more }: (typeof asked)[number]) => `${verb.at} with ${JSON.stringify(more)}`;
      const faults = await faultsOf(asked, nameOf, async ({ verb, more }) => {
        const path = pathOf(verb);
        const isRead = addresses.has(verb.at.split(" ")[1]);
        const wrong: string[] = [];
        for (const method of ["GET", "HEAD", "PUT", "PATCH", "DELETE"]) {
          const heard = await send(`${path}?_method=POST`, { method, headers: headers(more) });
          const isFine = isRead && /GET|HEAD/.test(method) ? heard.status < 500 : heard.status === 405 || heard.status === 404;
          if (!isFine) wrong.push(`${method} ${path}: ${heard.status}`);
        }
        return wrong.join(", ");
      });
      expect(faults).toEqual([]);
    });
  },
  PATIENCE_MS,
);

test("pages take any address and any query without breaking", async () => {
  const tries = [
    "/contests/%00",
    "/contests/%ed%a0%80",
    "/materials/%00",
    "/materials/..%2f..",
    "/contests/welcome/attempts/1e309",
    "/contests/welcome/attempts/-1",
    "/join/%00",
    `/join/${"x".repeat(3_000)}`,
    "/study?q=%00",
    "/study?page=-1",
    "/study?page=1e309",
    `/study?q=${"x".repeat(5_000)}`,
    "/study?q=a&q=b",
    "/study?q=%ed%a0%80",
    "/study?tag[]=1",
    "/contests/welcome/board?page=99999999999",
    "/contests/welcome/board?page=x",
    "/sign-in?refused=__proto__&field=constructor",
    "/sign-in?next=%00",
    "/setup?token=%00",
    "/search?q=%0d%0aX-Evil:1",
    "/desk/contests?page=-1",
    "/desk/contests?page=x",
    "/me?refused=%00&field=%00",
  ];
  const broken = await inTurns(tries, 4, async (path) => {
    const { status } = await send(path, { headers: { ...headers(), accept: "text/html" } });
    return status < 500 ? "" : `${path}: ${status}`;
  });
  expect(broken.filter(Boolean)).toEqual([]);
});

test("a plain form with a garbled Referer is led home", async () => {
  for (const referer of ["not an address", "http://", "//", "about:blank", "data:text/html,x"]) {
    const reply = await fetch(`${house.url}/api/complaints`, {
      method: "POST",
      headers: { ...headers(), accept: "text/html", "content-type": "application/x-www-form-urlencoded", referer },
      body: "body=",
      redirect: "manual",
    });
    expect.soft(reply.status, referer).toBe(303);
    expect.soft(reply.headers.get("location"), referer).toMatch(/^\/[^/]|^\/\?/);
  }
});

test("every code that came back has its sentence in both languages", () => {
  expect(seen.size).toBeGreaterThan(10);
  for (const [language, messages] of Object.entries({ chinese, english })) {
    const said = new Set([...Object.keys(messages.refusals), ...Object.keys(messages.fields)]);
    expect([...seen].filter((code) => !said.has(code)).sort(), language).toEqual([]);
  }
});
