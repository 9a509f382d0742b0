import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { planBranches, type TreeBranch } from "./branch-list.ts";
import type { Table } from "./table.ts";

const HEAD = ["组织编码", "组织名称", "上级编码", "类型"];
const tableOf = (...rows: string[][]): Table => ({
  sheet: "x",
  header: HEAD,
  rows: rows.map((cells, at) => ({ rowNumber: at + 2, cells })),
});
const tree: TreeBranch[] = [
  { id: 1, code: "YX", name: "云溪县", parentCode: null, kind: "" },
  { id: 2, code: "JY", name: "教育局", parentCode: "YX", kind: "机关" },
  { id: 3, code: "JY1", name: "第一支部", parentCode: "JY", kind: "支部" },
];

describe("a plan", () => {
  test("parents come first whatever the order, a blank parent is the root, blanks change nothing", () => {
    const plan = planBranches(
      tableOf(
        ["C", "丙", "B", "支部"],
        ["B", "乙", "A", ""],
        ["A", "甲", "", "机关"],
        ["JY", "教育局", "", ""],
        ["JY1", "一支部", "A", "党支部"],
      ),
      tree,
    );
    expect(plan.problems).toEqual([]);
    expect(plan.adds).toEqual([
      { row: 4, code: "A", name: "甲", parentCode: "YX", kind: "机关" },
      { row: 3, code: "B", name: "乙", parentCode: "A", kind: "" },
      { row: 2, code: "C", name: "丙", parentCode: "B", kind: "支部" },
    ]);
    expect(plan.same).toEqual([{ row: 5, branchId: 2, code: "JY" }]);
    expect(plan.changes).toEqual([
      { row: 6, branchId: 3, code: "JY1", name: { from: "第一支部", to: "一支部" }, kind: { from: "支部", to: "党支部" } },
    ]);
    expect(plan.moves).toEqual([{ row: 6, branchId: 3, code: "JY1", name: "一支部", fromCode: "JY", toCode: "A" }]);
  });

  test("the first tree of all may have one root", () => {
    const plan = planBranches(tableOf(["A", "甲", "", ""], ["B", "乙", "A", ""], ["C", "丙", "", ""]), []);
    expect(plan.problems).toEqual([{ row: 4, column: "上级编码", code: "second-root", params: { firstRow: 2 } }]);
  });

  test("a chain of five thousand, upside down", () => {
    const rows = Array.from({ length: 5_000 }, (_, at) => [`N${5_000 - at}`, "级", at === 4_999 ? "" : `N${4_999 - at}`, ""]);
    const plan = planBranches(tableOf(...rows), tree);
    expect(plan.problems).toEqual([]);
    expect(plan.adds.map(({ code }) => code).slice(0, 3)).toEqual(["N1", "N2", "N3"]);
  });
});

test.each<[string, string[][], object[]]>([
  [
    "a circle in the file",
    [
      ["A", "甲", "B", ""],
      ["B", "乙", "A", ""],
    ],
    [{ row: 2, code: "parent-circle", params: { path: "A → B → A" } }],
  ],
  ["a branch below itself", [["A", "甲", "A", ""]], [{ row: 2, code: "parent-circle" }]],
  ["a move below its own child", [["JY", "教育局", "JY1", ""]], [{ row: 2, code: "parent-circle", params: { path: "JY → JY1 → JY" } }]],
  [
    "two that change places are no circle",
    [
      ["JY1", "第一支部", "YX", ""],
      ["JY", "教育局", "JY1", ""],
    ],
    [],
  ],
  ["a parent nobody knows", [["A", "甲", "Q", ""]], [{ row: 2, column: "上级编码", code: "parent-unknown", params: { value: "Q" } }]],
  [
    "a code twice",
    [
      ["A", "甲", "YX", ""],
      ["A", "乙", "YX", ""],
    ],
    [{ row: 3, column: "组织编码", code: "code-twice", params: { firstRow: 2 } }],
  ],
  [
    "no name, bad code",
    [
      ["A", "", "YX", ""],
      ["B\u0000C", "乙", "YX", ""],
    ],
    [
      { row: 2, column: "组织名称", code: "missing" },
      { row: 3, column: "组织编码", code: "bad-character" },
    ],
  ],
])("%s", (_, rows, problems) => {
  const plan = planBranches(tableOf(...rows), tree);
  expect(plan.problems).toHaveLength(problems.length);
  expect(plan.problems).toMatchObject(problems);
});

test("a plan without problems is a tree, whatever the rows", () => {
  const code = fc.constantFrom("A", "B", "C", "D", "E", "JY", "JY1", "");
  fc.assert(
    fc.property(fc.array(fc.tuple(code, fc.constant("名"), code, fc.constant("")), { maxLength: 9 }), (rows) => {
      const plan = planBranches(tableOf(...rows.map((row) => [...row])), tree);
      if (plan.problems.length > 0) return;
      const parents = new Map(tree.map((branch) => [branch.code, branch.parentCode]));
      for (const add of plan.adds) {
        expect(
          add.parentCode === null || parents.has(add.parentCode) || plan.moves.some(({ code: moved }) => moved === add.parentCode),
        ).toBe(true);
        parents.set(add.code, add.parentCode);
      }
      for (const move of plan.moves) parents.set(move.code, move.toCode);
      for (const start of parents.keys()) {
        let at: string | null = start;
        for (let steps = 0; at !== null; steps++) {
          expect(steps).toBeLessThanOrEqual(parents.size);
          at = parents.get(at) ?? null;
        }
      }
    }),
    { numRuns: 500 },
  );
});
