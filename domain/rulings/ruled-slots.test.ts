import fc from "fast-check";
import { expect, test } from "vitest";
import { markOf } from "#domain/questions/mark.ts";
import { type QuestionKey, questionKeySchema } from "#domain/questions/question.ts";
import { keyOfAnswer } from "./key-of-answer.ts";
import { leavesNothing, type Marker, type RuledSlot, ruledSlots } from "./ruled-slots.ts";

const mark: Marker = (key, response, worth) => markOf({ body: { kind: key.kind }, key, response, worth, mode: "partial_no_wrong" });
const keyed = (correct: number): QuestionKey => ({ kind: "single", correct });
const slotArb = fc.record({ worth: fc.integer({ min: 1, max: 1_000_000 }), pick: fc.integer({ min: 0, max: 3 }) }).map(
  ({ worth, pick }): Omit<RuledSlot, "versionId"> => ({
    worth,
    response: { picks: [pick] },
    ...mark(keyed(0), { picks: [pick] }, worth),
  }),
);
const paperArb = fc
  .array(slotArb, { minLength: 2, maxLength: 40 })
  .map((slots) => slots.map((slot, at): RuledSlot => ({ ...slot, versionId: at + 1 })));
const sum = (slots: readonly { worth: number; milli: number }[], name: "worth" | "milli") =>
  slots.reduce((all, each) => all + each[name], 0);
const again = (slots: readonly RuledSlot[], states: readonly Omit<RuledSlot, "versionId" | "response">[]) =>
  slots.map((slot, at) => ({ ...slot, ...states[at] }) as RuledSlot);

test.each(["void_full", "void_exclude", "accept_also", "change_key"] as const)(
  "%s keeps the laws, and a second time changes nothing",
  (kind) => {
    fc.assert(
      fc.property(paperArb, fc.integer({ min: 0, max: 3 }), (slots, correct) => {
        const ruling = { kind, versionId: 1, key: keyed(correct) };
        const once = ruledSlots(slots, ruling, mark);
        expect(ruledSlots(again(slots, once), ruling, mark)).toEqual(once);
        expect(sum(once, "worth")).toBe(sum(slots, "worth"));
        for (const [at, state] of once.entries()) {
          expect(state.milli).toBeGreaterThanOrEqual(0);
          expect(state.milli).toBeLessThanOrEqual(state.worth);
          expect(state.milli === state.worth).toBe(state.right || state.worth === 0);
          if (kind !== "void_exclude" && at > 0) expect(state.milli).toBe(slots[at]?.milli);
          if (kind === "void_full" || kind === "accept_also") expect(state.milli).toBeGreaterThanOrEqual(slots[at]?.milli ?? 0);
        }
        if (kind === "void_full") expect(once[0]).toMatchObject({ milli: slots[0]?.worth, right: true });
        if (kind === "void_exclude") expect(once[0]).toEqual({ worth: 0, milli: 0, right: false });
        if (kind === "change_key") expect(once[0]?.right).toBe(JSON.stringify(slots[0]?.response) === `{"picks":[${correct}]}`);
      }),
    );
  },
);

test("who was wholly right of the rest has the full mark of the paper once a question is out", () => {
  const slots: RuledSlot[] = [
    { versionId: 1, worth: 10_000, milli: 0, right: false, response: null },
    { versionId: 2, worth: 3_333, milli: 3_333, right: true, response: null },
    { versionId: 3, worth: 6_667, milli: 6_667, right: true, response: null },
  ];
  const ruled = ruledSlots(slots, { kind: "void_exclude", versionId: 1, key: null }, mark);
  expect(ruled).toEqual([
    { worth: 0, milli: 0, right: false },
    { worth: 6_666, milli: 6_666, right: true },
    { worth: 13_334, milli: 13_334, right: true },
  ]);
  expect(leavesNothing(slots, { kind: "void_exclude", versionId: 1, key: null })).toBe(false);
  expect(leavesNothing(slots.slice(0, 1), { kind: "void_exclude", versionId: 1, key: null })).toBe(true);
});

test("a key is made of the answer that should have been right", () => {
  const options = ["甲", "乙"].map((text) => ({ text }));
  expect(keyOfAnswer({ kind: "single", stem: "？", options }, { kind: "single", correct: 0, weights: [100, 0] }, { picks: [1] })).toEqual({
    ...{ kind: "single", correct: 1 },
  });
  const fill = questionKeySchema.parse({ kind: "fill", blanks: [["一"], ["二"]], anyOrder: true });
  const body = { kind: "fill" as const, stem: "____ ____", blanks: 2 };
  expect(keyOfAnswer(body, fill, { texts: [" 甲 ", "乙"] })).toEqual({ ...fill, blanks: [["甲"], ["乙"]] });
  expect(() => keyOfAnswer(body, fill, { texts: ["甲"] })).toThrow();
  const numeric = questionKeySchema.parse({ kind: "numeric", answers: [{ value: 1, tolerance: 0.5 }] });
  expect(keyOfAnswer({ kind: "numeric", stem: "？" }, numeric, { text: "２" })).toMatchObject({ answers: [{ value: 2, tolerance: 0.5 }] });
  expect(() => keyOfAnswer({ kind: "numeric", stem: "？" }, numeric, { text: "很多" })).toThrow();
  expect(() => keyOfAnswer({ kind: "essay", stem: "？" }, { kind: "essay", guide: "" }, { text: "文" })).toThrow();
  const group = { kind: "group" as const, stem: "材料", parts: [body] };
  expect(keyOfAnswer(group, { kind: "group", parts: [fill as never] }, { parts: [{ texts: ["甲", "乙"] }] })).toMatchObject({
    parts: [{ blanks: [["甲"], ["乙"]] }],
  });
});
