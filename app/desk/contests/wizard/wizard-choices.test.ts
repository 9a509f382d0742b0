import { expect, test } from "vitest";
import { withParents } from "./wizard-choices.ts";

test("a category above others holds what is below it", () => {
  expect(
    withParents([
      { category: "", published: 2 },
      { category: "宪法/总纲", published: 5 },
      { category: "宪法/机构", published: 7 },
      { category: "党章", published: 3 },
    ]),
  ).toEqual([
    { category: "宪法", published: 12 },
    { category: "宪法/总纲", published: 5 },
    { category: "宪法/机构", published: 7 },
    { category: "党章", published: 3 },
  ]);
});
