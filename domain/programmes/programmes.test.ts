import { describe, expect, test } from "vitest";
import { audienceOf, isFor } from "./audience-of.ts";
import { checkDraft } from "./check-draft.ts";
import { checkedDraftSchema } from "./checked-draft.ts";
import { programmeDraftSchema } from "./draft.ts";
import { dueOf, windowOf } from "./due-of.ts";
import { sameClockOn, shiftDraft } from "./shift-draft.ts";

const at = (day: number) => `2026-03-${String(day).padStart(2, "0")}T00:00:00Z`;
const item = (key: string, more: object = {}) => ({ key, kind: "reflection", title: key, moveOn: "Completed", ...more });
const draft = (items: object[], more: object = {}, module: object = {}) => ({
  title: "计划",
  branchId: 1,
  opensAt: at(1),
  closesAt: at(30),
  modules: [{ title: "模块", items, ...module }],
  ...more,
});
const problems = (raw: object) => checkDraft(programmeDraftSchema.parse(raw)).map(({ path, code, level }) => `${path} ${code} ${level}`);

describe("what stops a draft, at its field", () => {
  const quiz = { blueprint: [{ count: 1 }] };
  test.each<[string, object, string]>([
    ["an item that requires itself", draft([item("a", { requires: ["a"] })]), "modules.0.items.0.requires requires-itself stops"],
    [
      "a circle of items",
      draft([item("a", { requires: ["c"] }), item("b", { requires: ["a"] }), item("c", { requires: ["b"] })]),
      "modules.0.items.2.requires requires-circle stops",
    ],
    ["an item that is not there", draft([item("a", { requires: ["x"] })]), "modules.0.items.0.requires no-such-item stops"],
    ["an audience that is not there", draft([item("a", { audiences: ["x"] })]), "modules.0.items.0.audiences no-such-audience stops"],
    ["due before the start", draft([item("a", { opensAt: at(9), dueAt: at(8) })]), "modules.0.items.0.dueAt due-before-start stops"],
    ["due before the programme begins", draft([item("a", { dueAt: at(1) })]), "modules.0.items.0.dueAt due-before-start stops"],
    [
      "due after its module",
      draft([item("a", { dueAt: at(20) })], {}, { closesAt: at(10) }),
      "modules.0.items.0.dueAt outside-window stops",
    ],
    [
      "a module outside the programme",
      draft([item("a")], {}, { closesAt: "2026-04-02T00:00:00Z" }),
      "modules.0.closesAt outside-window stops",
    ],
    [
      "a module that ends first",
      draft([item("a")], {}, { opensAt: at(9), closesAt: at(8) }),
      "modules.0.closesAt closes-before-it-opens stops",
    ],
    ["a reading without its text", draft([item("a", { kind: "reading" })]), "modules.0.items.0.material invalid_type stops"],
    ["a meeting with a quiz", draft([item("a", { quiz })]), "modules.0.items.0.quiz not-of-this-kind stops"],
    ["a meeting that is to be passed", draft([item("a", { moveOn: "Passed" })]), "modules.0.items.0.moveOn nothing-scored stops"],
    ["two items with one key", draft([item("a"), item("a")]), "modules.0.items.1.key used-twice stops"],
    ["no item at all", draft([]), "modules programme-empty unready"],
  ])("%s", (_name, raw, told) => {
    expect(problems(raw)).toContain(told);
  });

  test("a good draft has none, and all problems are told at once", () => {
    expect(problems(draft([item("a"), item("b", { requires: ["a"], dueAt: at(30) })]))).toEqual([]);
    const both = checkedDraftSchema.safeParse(draft([item("a", { requires: ["a"] }), item("b", { dueAt: at(1) })]));
    expect(both.error?.issues.map(({ path, message }) => `${path.join(".")} ${message}`)).toEqual([
      "modules.0.items.0.requires requires-itself",
      "modules.0.items.1.dueAt due-before-start",
    ]);
  });

  test.each([
    [0.6, true],
    [0.1234, true],
    [0.7001, true],
    [0.12345, false],
    [1.01, false],
    [-0.1, false],
  ])("a mastery of %d: %s", (mastery, isGood) => {
    const raw = draft([item("a", { kind: "quiz", quiz, moveOn: "Passed", mastery })]);
    expect(programmeDraftSchema.safeParse(raw).success).toBe(isGood);
  });
});

test("a person belongs to the first audience that knows one of the own tags, else to the one for everybody left", () => {
  const youth = { id: 1, place: 0, tags: ["青年", "团员"] };
  const leaders = { id: 2, place: 1, tags: ["干部"] };
  const rest = { id: 3, place: 2, tags: [] };
  const all = [rest, leaders, youth];
  expect([["青年", "干部"], ["干部"], ["党员"], []].map((tags) => audienceOf(tags, all))).toEqual([1, 2, 3, 3]);
  expect(audienceOf(["党员"], [youth, leaders])).toBe(null);
  expect([isFor([], null), isFor([1], 1), isFor([1], 2), isFor([1], null)]).toEqual([true, true, false, false]);
});

test("due: the own date, the module's end, the programme's; what is not required never is", () => {
  const [one, two, three] = [new Date(at(1)), new Date(at(2)), new Date(at(3))];
  expect(dueOf({ isRequired: true, dueAt: one }, { closesAt: two }, { closesAt: three })).toEqual(one);
  expect(dueOf({ isRequired: true, dueAt: null }, { closesAt: two }, { closesAt: three })).toEqual(two);
  expect(dueOf({ isRequired: true, dueAt: null }, { closesAt: null }, { closesAt: three })).toEqual(three);
  expect(dueOf({ isRequired: false, dueAt: one }, { closesAt: two }, { closesAt: three })).toBe(null);
  const programme = { opensAt: one, closesAt: new Date(at(30)) };
  expect(windowOf({ opensAt: two }, { opensAt: three, closesAt: null }, programme)).toEqual({
    opensAt: three,
    closesAt: programme.closesAt,
  });
});

test("a copy begins on the new day at the old hour; every date moves by the same span and nothing keeps a number", () => {
  const old = programmeDraftSchema.parse({
    ...draft([item("a", { id: 7, dueAt: at(10) })], { audiences: [{ id: 3, key: "x", name: "青年" }] }, { id: 5, opensAt: at(4) }),
    opensAt: "2026-02-28T17:30:00Z",
  });
  const start = sameClockOn(old.opensAt, "2027-03-03");
  expect(start).toEqual(new Date("2027-03-02T17:30:00Z"));
  const copy = shiftDraft(old, start);
  const by = start.getTime() - old.opensAt.getTime();
  expect(copy.closesAt.getTime() - old.closesAt.getTime()).toBe(by);
  expect(copy.modules[0]?.items[0]?.dueAt?.getTime()).toBe(new Date(at(10)).getTime() + by);
  expect([copy.modules[0]?.id, copy.modules[0]?.items[0]?.id, copy.audiences[0]?.id]).toEqual([null, null, null]);
});
