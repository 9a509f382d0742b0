import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { branches } from "#db/schema/people.ts";
import { writeCsv } from "#server/exports/write-table.ts";
import { refusalOf, valueOf } from "#tests/world/outcome.ts";
import { aBranch, aPerson, as } from "#tests/world/people.ts";
import { importBranches } from "./import-branches.ts";

const now = new Date("2026-11-20T08:00:00Z");
type Place = Awaited<ReturnType<typeof aBranch>>;
let root: Place, east: Place, west: Place;
let admin: number, eastAdmin: number, bothAdmin: number, member: number;
const codes = new Map<number, string>();

beforeAll(async () => {
  root = await aBranch(null, "总部");
  east = await aBranch(root.id, "东区");
  west = await aBranch(root.id, "西区");
  admin = await aPerson(root.id, { held: [{ office: "admin", branchId: root.id }] });
  eastAdmin = await aPerson(east.id, { held: [{ office: "branch_admin", branchId: east.id }] });
  bothAdmin = await aPerson(root.id, { held: [east, west].map(({ id }) => ({ office: "branch_admin", branchId: id })) });
  member = await aPerson(west.id);
  for (const { id, code } of await database("desk").select().from(branches)) codes.set(id, code);
});

const code = (place: Place) => codes.get(place.id) ?? "";
const bring = async (by: number, rows: string[][], dryRun = false) => {
  const bytes = new Uint8Array(writeCsv(["组织编码", "组织名称", "上级编码", "类型"], rows));
  return importBranches.call(await as(by, now), { file: { name: "组织.csv", bytes }, dryRun });
};
const tree = () => database("desk").select().from(branches).orderBy(branches.id);
const pathNames = async () => {
  const all = await tree();
  const byId = new Map(all.map((branch) => [branch.id, branch.code]));
  return all.map(({ path }) =>
    path
      .split("/")
      .flatMap((id) => byId.get(Number(id)) ?? [])
      .join("/"),
  );
};

describe("a list of branches", () => {
  test("comes in whatever its order, children before parents too; the same again changes nothing", async () => {
    const rows = [
      ["D-1-1", "一小组", "D-1", "小组"],
      ["D-1", "一支部", "D", "支部"],
      ["D", "党总支", "", ""],
    ];
    expect(valueOf(await bring(admin, rows, true)).counts).toMatchObject({ adds: 3, problems: 0 });
    expect((await tree()).map((branch) => branch.code)).not.toContain("D");
    expect(valueOf(await bring(admin, rows)).committed).toBe(true);
    expect(await pathNames()).toContain(`${code(root)}/D/D-1/D-1-1`);
    expect(valueOf(await bring(admin, rows)).counts).toEqual({ adds: 0, changes: 0, moves: 0, same: 3, problems: 0 });
  });

  test("may turn a tree upside down: no single move meets a cycle on the way", async () => {
    valueOf(
      await bring(admin, [
        ["U", "上", "", ""],
        ["M", "中", "U", ""],
        ["L", "下", "M", ""],
      ]),
    );
    valueOf(
      await bring(admin, [
        ["U", "上", "M", ""],
        ["M", "中", "L", ""],
        ["L", "下", code(root), ""],
      ]),
    );
    expect(await pathNames()).toContain(`${code(root)}/L/M/U`);
    const { rows } = await database("desk").execute(sql`
      select b.id from branches b left join branches p on p.id = b.parent_id where b.path <> coalesce(p.path, '/') || b.id || '/'`);
    expect(rows).toEqual([]);
  });

  test("with a circle, an unknown parent or a code used elsewhere writes nothing", async () => {
    const before = await tree();
    const problems = async (by: number, rows: string[][]) => {
      const reply = valueOf(await bring(by, rows));
      expect(reply.committed).toBe(false);
      return reply.problems.map((problem) => problem.code);
    };
    expect(
      await problems(admin, [
        ["A", "甲", "B", ""],
        ["B", "乙", "A", ""],
      ]),
    ).toContain("parent-circle");
    expect(await problems(admin, [["A", "甲", "nowhere", ""]])).toEqual(["parent-unknown"]);
    expect(await problems(eastAdmin, [["A", "甲", code(west), ""]])).toEqual(["parent-unknown"]);
    expect(await problems(eastAdmin, [[code(west), "占用", code(east), ""]])).toEqual(["code-taken"]);
    expect(await problems(bothAdmin, [[code(east), "东区", code(west), ""]])).toEqual(["top-fixed"]);
    expect(await tree()).toEqual(before);
    expect(refusalOf(await bring(member, []))).toBe("forbidden");
  });

  test("a branch administrator's own list lands below the own branch", async () => {
    valueOf(await bring(eastAdmin, [["E-7", "东七支部", "", ""]]));
    expect(await pathNames()).toContain(`${code(root)}/${code(east)}/E-7`);
  });
});
