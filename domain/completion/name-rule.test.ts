import { expect, test } from "vitest";
import { NAME_RULES, nameRuleOf } from "./name-rule.ts";

const ruleOf = (lightBurden: boolean, studyNames?: unknown) => nameRuleOf({ lightBurden, policies: { studyNames } });

test("light-burden mode shows counts unless the organisation chose names with a reason; never names plainly", () => {
  expect([undefined, ...NAME_RULES, "all", null].map((chosen) => ruleOf(true, chosen))).toEqual([
    "aggregate",
    "aggregate",
    "reason",
    "aggregate",
    "aggregate",
    "aggregate",
  ]);
});

test("without it names are shown unless the organisation chose otherwise", () => {
  expect([undefined, ...NAME_RULES, "all", null].map((chosen) => ruleOf(false, chosen))).toEqual([
    "named",
    "aggregate",
    "reason",
    "named",
    "named",
    "named",
  ]);
});
