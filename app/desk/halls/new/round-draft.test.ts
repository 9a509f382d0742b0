import { expect, test } from "vitest";
import { BOWL_PRESETS, roundSchema } from "#domain/halls/rules.ts";
import { BOWL_HOUSES, bodyOfRound, byHouse, FIELDS, freshRound, type RoundKind } from "./round-draft.ts";

const kinds = Object.keys(FIELDS) as RoundKind[];

test("every kind of round as the form begins with it is a round by the rules, and nothing of it is left out of the form", () => {
  expect(kinds.length).toBe(8);
  for (const kind of kinds) {
    const rules = roundSchema.parse({ kind, title: "一轮", source: { from: "bank" } });
    expect(roundSchema.parse(bodyOfRound(freshRound(kind, "一轮"))), kind).toEqual(rules);
    const named = new Set(FIELDS[kind].map(({ name }) => name.split(".")[0]));
    expect(
      Object.keys(rules).filter((name) => !["kind", "title", "source", "spares"].includes(name) && !named.has(name)),
      kind,
    ).toEqual([]);
  }
});

test("points, seconds and values are typed as people say them", () => {
  const round = freshRound("risk", "风险题");
  expect(round.values["values"]).toBe("10 / 30 / 50");
  const body = bodyOfRound({ ...round, paper: "7", section: "2", values: { ...round.values, values: "20、40／60", answerMs: "45" } });
  expect(body).toMatchObject({ values: [20_000, 40_000, 60_000], answerMs: 45_000, source: { from: "paper", paperId: 7, section: 1 } });
});

test("the figures of a house of quiz bowl go into the form as the house has them, and nothing else of the round changes", () => {
  const typed = { ...freshRound("bowl", "抢答赛"), category: "历史" };
  const own = { ...typed, values: { ...typed.values, items: "24" } };
  for (const house of BOWL_HOUSES)
    expect(bodyOfRound(byHouse(own, house)), house).toEqual({ ...bodyOfRound(own), ...BOWL_PRESETS[house], items: 24 });
});
