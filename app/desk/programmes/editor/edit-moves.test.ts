import { expect, test } from "vitest";
import { programmeDraftSchema } from "#domain/programmes/draft.ts";
import { bodyOf, editOf, freshItem, freshModule } from "./edit-draft.ts";
import { movedItem, swapped, withoutAudience, withoutItem } from "./edit-moves.ts";

const at = (day: number) => `2026-03-${String(day).padStart(2, "0")}T00:00:00Z`;
const draft = programmeDraftSchema.parse({
  ...{ title: "计划", branchId: 3, opensAt: at(1), closesAt: at(30), certificateTitle: "证书", requires: ["older"] },
  audiences: [{ id: 5, key: "a5", name: "青年", tags: ["青年", "团员"] }],
  modules: [
    {
      ...{ id: 7, title: "一", closesAt: at(20) },
      items: [
        { id: 1, key: "i1", kind: "reading", title: "读", material: "text", moveOn: "Completed", dueAt: at(9), audiences: ["a5"] },
        {
          ...{ id: 2, key: "i2", kind: "quiz", title: "答", moveOn: "Passed", mastery: 0.6001, requires: ["i1"] },
          quiz: { blueprint: [{ category: "法/宪法", kind: "single", difficulty: [2, 4], count: 3, worth: 2_000 }], attempts: 2 },
        },
      ],
    },
    {
      title: "二",
      items: [
        { key: "m", kind: "meeting", title: "会", moveOn: "Completed", meeting: { startsAt: at(3), endsAt: at(4), place: "会议室" } },
      ],
    },
  ],
});

test("what was saved, opened and sent again without a change is the same document", () => {
  expect(programmeDraftSchema.parse(bodyOf(editOf(draft)))).toEqual(draft);
});

test("what cannot be read as a number is refused at its field, not made into another", () => {
  const item = { ...freshItem("quiz", "x"), title: "答", mastery: "六十" };
  const body = bodyOf({ ...editOf(draft), modules: [{ ...freshModule("m"), title: "一", items: [item] }] });
  const told = programmeDraftSchema.safeParse(body).error?.issues.map(({ path }) => path.join("."));
  expect(told).toEqual(["modules.0.items.0.mastery"]);
});

test("items go up and down and over the edge of their module", () => {
  const { modules } = editOf(draft);
  const keys = (list: typeof modules) => list.map(({ items }) => items.map(({ key }) => key).join());
  expect(keys(movedItem(modules, 0, 0, 1))).toEqual(["i2,i1", "m"]);
  expect(keys(movedItem(modules, 0, 1, 1))).toEqual(["i1", "i2,m"]);
  expect(keys(movedItem(modules, 1, 0, -1))).toEqual(["i1,i2,m", ""]);
  expect(keys(movedItem(modules, 0, 0, -1))).toEqual(["i1,i2", "m"]);
  expect(swapped([1, 2, 3], 2, 1)).toEqual([1, 2, 3]);
});

test("what is taken out is waited for by nobody, and nothing is for an audience that is gone", () => {
  expect(withoutItem(editOf(draft).modules, "i1")[0]?.items.map(({ requires }) => requires)).toEqual([[]]);
  const left = withoutAudience(editOf(draft), "a5");
  expect([left.audiences, left.modules[0]?.items[0]?.audiences]).toEqual([[], []]);
});
