// Longer than 150 lines: one row per reason a roster can be refused for.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { planRoster } from "./roster.ts";
import type { Table } from "./table.ts";

const tableOf = (header: string[], ...rows: string[][]): Table => ({
  sheet: "x",
  header,
  rows: rows.map((cells, at) => ({ rowNumber: at + 2, cells })),
});
const branches = [
  { id: 1, code: "YX", path: "云溪县" },
  { id: 2, code: "YX-JY", path: "云溪县/教育局" },
  { id: 3, code: "YX-JY-1", path: "云溪县/教育局/第一支部" },
  { id: 4, code: "YX-SL-1", path: "云溪县/水利局/第一支部" },
];
const people = [
  { id: 11, staffNo: "0001", name: "王一", branchCode: "YX-JY-1", account: "0001", tags: ["新"] },
  { id: 13, staffNo: "0008", name: "周八", branchCode: "YX", account: "0002", tags: [] },
  { id: 12, staffNo: "0002", name: "李二", branchCode: "YX-JY-1", account: "lier", tags: [] },
];
const existing = { branches, people };
const HEAD = ["工号", "姓名", "组织编码"];

describe("a plan", () => {
  test("adds, renames, moves and leaves alone; columns in any order, extra ones ignored", () => {
    const table = tableOf(
      ["备注", "所在支部", "姓 名*", "标签（可空）", "Staff No."],
      ["", "教育局/第一支部", "王一", "新", "0001"],
      ["", "云溪县 / 水利局 ＞ 第一支部", "李二娘", "", "0002"],
      ["x", "云溪县／教育局", "赵　三", "骨干；党员、骨干", "0003"],
    );
    expect(planRoster(table, existing)).toEqual({
      problems: [],
      adds: [{ row: 4, staffNo: "0003", account: "0003", name: "赵三", branchId: 2, branchCode: "YX-JY", tags: ["骨干", "党员"] }],
      changes: [{ row: 3, personId: 12, staffNo: "0002", name: { from: "李二", to: "李二娘" }, account: null, tags: null }],
      moves: [{ row: 3, personId: 12, staffNo: "0002", name: "李二娘", fromCode: "YX-JY-1", toCode: "YX-SL-1", toBranchId: 4 }],
      same: [{ row: 2, personId: 11, staffNo: "0001" }],
    });
  });

  test("people who are not in the file are not in the plan", () => {
    const plan = planRoster(tableOf(HEAD, ["0001", "王一", ""]), existing);
    expect(plan).toMatchObject({ problems: [], adds: [], changes: [], moves: [], same: [{ personId: 11 }] });
  });

  test("its own result again changes nothing", () => {
    const table = tableOf([...HEAD, "账号"], ["0009", "孙九", "YX", "SunJiu"], ["0001", "王一", "YX", ""]);
    const { adds, moves } = planRoster(table, existing);
    const after = people.map((person) => ({
      ...person,
      branchCode: moves.find(({ personId }) => personId === person.id)?.toCode ?? person.branchCode,
    }));
    const added = adds.map((person, at) => ({ ...person, id: 100 + at }));
    const again = planRoster(table, { branches, people: [...after, ...added] });
    expect([again.problems, again.adds, again.changes, again.moves, again.same.length]).toEqual([[], [], [], [], 2]);
    expect(adds[0]?.account).toBe("sunjiu");
  });
});

describe("problems name the row and the column as they stand in the file", () => {
  test("a file without the columns", () => {
    const plan = planRoster(tableOf(["姓名", "名字"], ["王", "王"]), existing);
    expect(plan.problems).toEqual([
      { row: 1, column: "名字", code: "column-twice", params: { other: "姓名" } },
      { row: 1, column: "工号", code: "column-missing", params: {} },
    ]);
  });

  test.each<[string, string[][], object[]]>([
    [
      "the same number twice",
      [
        ["0005", "甲", "YX"],
        ["０００５", "乙", "YX"],
      ],
      [{ row: 3, column: "工号", code: "staff-no-twice", params: { firstRow: 2, value: "0005" } }],
    ],
    [
      "two numbers that differ in zeros are two people",
      [
        ["5", "甲", "YX"],
        ["0005", "乙", "YX"],
      ],
      [],
    ],
    [
      "two numbers that make one account",
      [
        ["a5", "甲", "YX"],
        ["A5", "乙", "YX"],
      ],
      [{ row: 3, column: "工号", code: "account-twice", params: { firstRow: 2, value: "a5" } }],
    ],
    [
      "an account that is another's",
      [["lier", "甲", "YX"]],
      [{ row: 2, column: "工号", code: "account-taken", params: { value: "lier" } }],
    ],
    ["a number that is another's account, kept by its owner", [["0002", "李二", "YX"]], []],
    [
      "no number and no name",
      [
        ["", "甲", "YX"],
        ["7", " ", "YX"],
      ],
      [
        { row: 2, column: "工号", code: "missing" },
        { row: 3, column: "姓名", code: "missing" },
      ],
    ],
    ["no branch for somebody new", [["7", "甲", ""]], [{ row: 2, column: "组织编码", code: "missing" }]],
    ["a branch nobody knows", [["7", "甲", "XX"]], [{ row: 2, column: "组织编码", code: "branch-unknown", params: { value: "XX" } }]],
    [
      "NUL and a direction override",
      [
        ["7\u0000", "甲", "YX"],
        ["8", "甲\u202E乙", "YX"],
      ],
      [
        { row: 2, column: "工号", code: "bad-character" },
        { row: 3, column: "姓名", code: "bad-character" },
      ],
    ],
    ["too long a name", [["7", "长".repeat(61), "YX"]], [{ row: 2, column: "姓名", code: "too-long", params: { most: 60 } }]],
  ])("%s", (_, rows, problems) => {
    const plan = planRoster(tableOf(HEAD, ...rows), existing);
    expect(plan.problems).toHaveLength(problems.length);
    expect(plan.problems).toMatchObject(problems);
  });

  test("a path with two ends, and a code that says otherwise", () => {
    const table = tableOf(
      ["工号", "姓名", "组织编码", "组织"],
      ["7", "甲", "", "第一支部"],
      ["8", "乙", "YX", "云溪县/教育局"],
      ["9", "丙", "YX-JY", "教育局"],
    );
    expect(planRoster(table, existing).problems).toMatchObject([
      { row: 2, column: "组织", code: "branch-ambiguous" },
      { row: 3, column: "组织编码", code: "branch-disagrees" },
    ]);
  });
});

test("any table at all: every row is planned once or named in a problem", () => {
  const cell = fc.oneof(fc.constantFrom("", "0001", "0002", "7", "甲", "YX", "教育局", "第一支部", "\u0000", "__proto__"), fc.string());
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 12 }), (rows) => {
      const { problems, adds, changes, moves, same } = planRoster(tableOf(HEAD, ...rows), existing);
      const planned = new Set([...adds, ...changes, ...moves, ...same].map(({ row }) => row));
      const named = new Set(problems.map(({ row }) => row));
      expect(rows.every((_, at) => planned.has(at + 2) || named.has(at + 2))).toBe(true);
    }),
  );
});

test("five thousand rows over a thousand branches do not take for ever", () => {
  const many = Array.from({ length: 1_000 }, (_, at) => ({ id: at, code: `B${at}`, path: `县/局${at % 50}/支部${at}` }));
  const rows = Array.from({ length: 5_000 }, (_, at) => [String(at), "张三", `局${at % 50}/支部${at % 1_000}`]);
  const startedAt = performance.now();
  expect(planRoster(tableOf(["工号", "姓名", "组织"], ...rows), { branches: many, people: [] }).adds).toHaveLength(5_000);
  expect(performance.now() - startedAt).toBeLessThan(20_000);
});
