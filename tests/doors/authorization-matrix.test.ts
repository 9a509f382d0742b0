import { readFileSync } from "node:fs";
import { beforeAll, expect, inject, test } from "vitest";
import { collectVerbs } from "#scripts/collect-verbs.ts";
import { inTurns } from "#tests/world/many-members.ts";
import { hasTurn, SEED } from "#tests/world/short-form.ts";
import { askPage, askVerb, type Heard } from "./ask.ts";
import { BORDER, type Expectation, PAGES, VERBS } from "./expectations.ts";
import { type Asker, fiveBranches, type Relation, ROLES, type Things, type World } from "./five-branches.ts";
import { NO_GROUP_THINGS } from "./group-things.ts";
import { nothingChanges } from "./nothing-changes.ts";

const house = inject("house");
const verbs = await collectVerbs();
const routes = Object.entries(JSON.parse(readFileSync(".next/app-path-routes-manifest.json", "utf8")) as Record<string, string>);

type Case = { at: string; row: Expectation; asker: Asker; relation: Relation; things: Things; allowed: boolean };
/** Some thousands of requests: on a busy machine they take their time. */
const PATIENCE_MS = 900_000;
let world: World;
let cases: Case[];

function casesOf(table: Readonly<Record<string, Expectation>>): Case[] {
  return Object.entries(table).flatMap(([at, row]) =>
    ROLES.flatMap((role) => {
      const asker = world.askers[role];
      const isHopeless = role === "visitor" || (row.who !== "open" && row.who[role] === undefined);
      // Rendering a page is slow: who is let in nowhere is tried near by and far away.
      const tried =
        at.startsWith("/") && isHopeless ? row.relations.filter((relation) => relation === "own" || relation === "none") : row.relations;
      return tried
        .filter((relation) => relation !== "self" || role !== "visitor")
        .map((relation) => {
          const may = row.who === "open" || (role !== "visitor" && (row.who[role]?.includes(relation) ?? false));
          return { at, row, asker, relation, things: relation === "self" ? asker.own : world.by[relation], allowed: may };
        });
    }),
  );
}

const isPage = ({ at }: Case) => at.startsWith("/");
const hear = ({ at, row, asker, things }: Case): Promise<Heard> =>
  (at.startsWith("/") ? askPage : askVerb)(at, asker, row.say(things, asker));
const nameOf = ({ at, asker, relation }: Case) => `${at} as ${asker.role} on ${relation}`;

function deniedAs(one: Case): string {
  const { row, asker } = one;
  if (asker.role === "visitor") return isPage(one) ? "sign-in" : "401 not-signed-in";
  if (isPage(one)) return "404";
  return row.forbidden.includes(asker.role) ? "403 forbidden" : "404 not-found";
}

/** The words of a page, without the address that was asked for; JSON as it is. */
function alike(body: string, { row, asker, things, at }: Case): string {
  if (!at.startsWith("/")) return body;
  const asked = Object.values(row.say(things, asker)).map(String);
  const words = body.replace(/<script[\s\S]*?<\/script>/g, "").replace(/<[^>]*>/g, " ");
  return asked.reduce((text, value) => text.replaceAll(value, "…"), words).replace(/\s+/g, " ");
}

/** Whether somebody was let in: what he then hears may well be a refusal by the rules of the game. */
const letIn = ({ status, said }: Heard): boolean =>
  status < 500 && !["not-signed-in", "forbidden", "not-found", "foreign-origin", "sign-in"].includes(said) && (said !== "" || status < 400);

beforeAll(async () => {
  world = await fiveBranches(house);
  const built = new Set(routes.map(([, at]) => at));
  const pages = Object.fromEntries(Object.entries(PAGES).filter(([at]) => built.has(at)));
  cases = [...casesOf(VERBS), ...casesOf(pages)];
}, 60_000);

test("every verb and every route has its row, and no row lets everybody in", () => {
  expect(verbs.map(({ at }) => at).filter((at) => !(at in VERBS))).toEqual([]);
  expect(Object.keys(VERBS).filter((at) => !verbs.some((verb) => verb.at === at))).toEqual([]);
  const addresses = new Set(verbs.map(({ at }) => (at.split(" ")[1] ?? "").replace(/:(\w+)/g, "[$1]")));
  const unlisted = routes.filter(([, at]) => !BORDER.includes(at) && !addresses.has(at) && !(at in PAGES));
  expect(unlisted.map(([, at]) => at)).toEqual([]);
  const generous = Object.entries({ ...VERBS, ...PAGES }).filter(
    ([at, { who }]) =>
      who === "open" &&
      !/^(POST \/api\/(sign-in|join|setup)|GET \/api\/(verify\/:serial|calendar\/:token)|\/(sign-in|join|setup|search|(join|live)\/\[code\]|verify\/\[serial\]))$/.test(
        at,
      ),
  );
  expect(generous.map(([at]) => at)).toEqual([]);
  const limitless = Object.entries({ ...VERBS, ...PAGES }).filter(
    ([, { who, relations }]) =>
      who !== "open" &&
      relations.length > 1 &&
      ROLES.every((role) => role === "visitor" || relations.every((relation) => who[role]?.includes(relation))),
  );
  expect(limitless.map(([at]) => at)).toEqual([]);
  expect(verbs.filter(({ at, open }) => Boolean(open) !== (VERBS[at]?.who === "open")).map(({ at }) => at)).toEqual([]);
});

test(
  "who may not, hears so, and nothing changes",
  async () => {
    await nothingChanges(house, async () => {
      // Every verb is refused to everybody in every run. Rendering a page is slow: each is refused to some of them by turns.
      const denied = cases.filter((one, at) => !one.allowed && (!isPage(one) || hasTurn(at, 3)));
      const wrong = (
        await inTurns(denied, 6, async (one) => {
          const heard = await hear(one);
          const told = heard.said === "sign-in" ? "sign-in" : isPage(one) ? String(heard.status) : `${heard.status} ${heard.said}`;
          return told === deniedAs(one) ? [] : [`${nameOf(one)}: ${told}, not ${deniedAs(one)}`];
        })
      ).flat();
      expect(denied.length).toBeGreaterThan(900);
      expect(wrong, `seed ${SEED}`).toEqual([]);
    });
  },
  PATIENCE_MS,
);

test(
  "what one may not see answers like what is not there",
  async () => {
    const missing: Things = {
      branch: 9e12,
      person: 9e12,
      office: 9e12,
      draft: 9e12,
      reported: 9e12,
      ruling: 9e12,
      ...{ evidencePack: 9e12, clarification: 9e12, sanction: 9e12, integrityFlag: 9e12, pageAbsence: 9e12 },
      inReview: 9e12,
      questionImport: 9e12,
      material: "no-such-thing",
      file: 9e12,
      check: [9e12, 9e12],
      review: [9e12, 9e12],
      practice: [9e12, 9e12],
      match: [9e12, 9e12],
      arena: [9e12, 9e12, 9e12],
      hall: [9e12, "ZZZZZZ"],
      game: [9e12, "000000", 9e12, 9e12, 9e12],
      pointEntry: 9e12,
      contest: "no-such-thing",
      paper: 9e12,
      set: 9e12,
      contestDraft: "no-such-thing",
      contestOver: "no-such-thing",
      attempt: 9e12,
      complaint: 9e12,
      session: "00000000-0000-4000-8000-000000000000",
      certificate: 9e12,
      serial: "ZX-2026-999999999",
      certified: "no-such-thing",
      job: 9e12,
      ...{ annotation: 9e12, annotationSpare: 9e12, annotationReply: 9e12 },
      ...{ reflection: 9e12, reflectionDraft: 9e12, reflectionComment: 9e12 },
      programme: "no-such-thing",
      programmeDraft: "no-such-thing",
      meetingItem: 9e12,
      quizItem: 9e12,
      openPoint: 9e12,
      quizAttempt: 9e12,
      ...{ task: 9e12, taskDone: 9e12, taskFile: 9e12, taskWaived: 9e12, notice: 9e12, flag: 9e12 },
      ...NO_GROUP_THINGS,
    };
    const hidden = cases.filter(
      (one) =>
        !one.allowed &&
        one.asker.role !== "visitor" &&
        one.relation === "none" &&
        one.row.relations.length > 1 &&
        (!isPage(one) || one.asker.role === "organizer"),
    );
    const told = (
      await inTurns(hidden, 6, async (one) => {
        const [there, absent] = await Promise.all([hear(one), hear({ ...one, things: missing })]);
        return there.status === absent.status && alike(there.body, one) === alike(absent.body, { ...one, things: missing })
          ? []
          : [`${nameOf(one)}: ${there.status} ${there.said} but ${absent.status} ${absent.said}`];
      })
    ).flat();
    expect(hidden.length).toBeGreaterThan(150);
    expect(told).toEqual([]);
  },
  PATIENCE_MS,
);

test(
  "who may, is let in",
  async () => {
    // What takes something away comes last; signing out, which takes the asker's key away, has a test of its own.
    const turn = ({ at }: Case) => (/(publish|results|close|cancel|retire|withdraw|end)$/.test(at) ? 2 : at.startsWith("POST") ? 1 : 0);
    const allowed = cases.filter(({ allowed, at }) => allowed && at !== "POST /api/sign-out").sort((a, b) => turn(a) - turn(b));
    const wrong = (
      await inTurns(allowed, 4, async (one) => {
        const heard = await hear(one);
        return letIn(heard) ? [] : [`${nameOf(one)}: ${heard.status} ${heard.said} ${heard.body.slice(0, 120)}`];
      })
    ).flat();
    expect(allowed.length).toBeGreaterThan(250);
    expect(wrong).toEqual([]);
  },
  PATIENCE_MS,
);

test("signing out ends the sign-in, and a visitor has none to end", async () => {
  const { leader, visitor } = world.askers;
  expect((await askVerb("POST /api/sign-out", visitor, {})).said).toBe("not-signed-in");
  expect((await askVerb("POST /api/sign-out", leader, {})).status).toBe(200);
  expect((await askVerb("GET /api/me", leader, {})).said).toBe("not-signed-in");
});
