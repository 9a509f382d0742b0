import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { audit } from "#db/schema/operations.ts";
import { branches } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { refusalOf, valueOf } from "#tests/world/outcome.ts";
import { aBranch, aPerson, as } from "#tests/world/people.ts";
import { addBranch } from "./add-branch.ts";
import { editBranch } from "./edit-branch.ts";
import { listBranches } from "./list-branches.ts";

const now = new Date("2026-11-20T08:00:00Z");
type Place = Awaited<ReturnType<typeof aBranch>>;
let root: Place, east: Place, west: Place;
let admin: number, eastAdmin: number, reviewer: number, member: number;

beforeAll(async () => {
  root = await aBranch(null, "总部");
  east = await aBranch(root.id, "东区");
  west = await aBranch(root.id, "西区");
  admin = await aPerson(root.id, { held: [{ office: "admin", branchId: root.id }] });
  eastAdmin = await aPerson(east.id, { held: [{ office: "branch_admin", branchId: east.id }] });
  reviewer = await aPerson(west.id, { held: [{ office: "reviewer", branchId: west.id }] });
  member = await aPerson(west.id);
});

const found = async (by: number, parentId: number, code: string, name = code) =>
  addBranch.call(await as(by, now), { parentId, code, name });
const edit = async (by: number, id: number, wishes: object) => editBranch.call(await as(by, now), { id, ...wishes });
const pathOf = async (id: number) =>
  (await database("desk").select({ path: branches.path }).from(branches).where(eq(branches.id, id)))[0]?.path;
let codes = 0;
const aChild = async (parentId: number) => valueOf(await found(admin, parentId, `T-${++codes}`)).id;

describe("the tree", () => {
  test("is laid flat depth first, sisters by code as numbers go, with members here and below", async () => {
    const hall = await aBranch(root.id, "厅");
    for (const code of ["K10", "K2", "K1"]) valueOf(await found(admin, hall.id, code));
    const k2 = (await database("desk").select().from(branches).where(eq(branches.code, "K2")))[0]?.id ?? 0;
    const child = valueOf(await found(admin, k2, "K2-1")).id;
    await aPerson(child);
    await aPerson(hall.id);
    const rows = valueOf(await listBranches.call(await as(admin), {})).branches.filter(({ path }) => path.startsWith(hall.path));
    expect(rows.map(({ code, depth, members, membersBelow }) => [code, depth, members, membersBelow]).slice(1)).toEqual([
      ["K1", 2, 0, 0],
      ["K2", 2, 0, 1],
      ["K2-1", 3, 1, 1],
      ["K10", 2, 0, 0],
    ]);
    expect(rows[0]).toMatchObject({ members: 1, membersBelow: 2 });
  });

  test("shows each holder of an office the own subtrees, with can.editBranch on each row; a member nothing", async () => {
    const all = await database("desk").select({ id: branches.id, path: branches.path }).from(branches);
    for (const [person, top] of [
      [admin, root],
      [eastAdmin, east],
      [reviewer, west],
    ] as const) {
      const { viewer } = await as(person);
      const rows = valueOf(await listBranches.call(await as(person), {})).branches;
      expect(rows.map(({ id }) => id).toSorted()).toEqual(
        all
          .filter(({ path }) => path.startsWith(top.path))
          .map(({ id }) => id)
          .toSorted(),
      );
      for (const row of rows) expect(row.mayEdit).toBe(can.editBranch(viewer, row));
    }
    expect(refusalOf(await listBranches.call(await as(member), {}))).toBe("forbidden");
  });
});

describe("founding and renaming", () => {
  test("below the own subtree only; a code exists once; the ledger knows", async () => {
    const id = valueOf(await found(eastAdmin, east.id, "E-1", "东区一支部")).id;
    expect(refusalOf(await found(eastAdmin, west.id, "E-2"))).toBe("not-found");
    expect(refusalOf(await found(eastAdmin, root.id, "E-2"))).toBe("not-found");
    expect(refusalOf(await found(admin, root.id, "E-1"))).toBe("already-exists@code");
    expect(valueOf(await edit(eastAdmin, id, { name: "东区第一支部", code: "E-01" })).changed).toEqual(["name", "code"]);
    const rows = await database("desk").select().from(audit).where(eq(audit.branchId, id));
    expect(rows.map(({ action }) => action)).toEqual(["branch.add", "branch.edit"]);
    expect(rows[1]).toMatchObject({ before: { name: "东区一支部", code: "E-1" }, after: { name: "东区第一支部", code: "E-01" } });
  });
});

describe("moving", () => {
  test("takes everything below along; below itself is refused by the database (TC7)", async () => {
    const [a, target] = [await aChild(root.id), await aChild(root.id)];
    const b = await aChild(a);
    const c = await aChild(b);
    expect(refusalOf(await edit(admin, a, { parentId: c }))).toBe("branch-below-itself@parentId");
    expect(refusalOf(await edit(admin, a, { parentId: a }))).toBe("branch-below-itself@parentId");
    valueOf(await edit(admin, a, { parentId: target }));
    expect(await pathOf(c)).toBe(`${root.path}${target}/${a}/${b}/${c}/`);
  });

  test("a branch administrator lifts neither the own branch nor one into another's (TC3); the root stays", async () => {
    const child = await aChild(east.id);
    const inner = await aChild(child);
    expect(refusalOf(await edit(eastAdmin, east.id, { parentId: west.id }))).toBe("forbidden@parentId");
    expect(refusalOf(await edit(eastAdmin, child, { parentId: west.id }))).toBe("forbidden@parentId");
    valueOf(await edit(eastAdmin, inner, { parentId: east.id }));
    const both = await aPerson(root.id, { held: [east, west].map(({ id }) => ({ office: "branch_admin", branchId: id })) });
    expect(refusalOf(await edit(both, east.id, { parentId: west.id }))).toBe("forbidden@parentId");
    expect(refusalOf(await edit(admin, root.id, { parentId: east.id }))).toBe("forbidden@parentId");
  });

  test("ten moves criss-cross at once leave a tree: every path follows its parent", async () => {
    const ids = await Promise.all(Array.from({ length: 5 }, () => aChild(root.id)));
    await Promise.all(Array.from({ length: 10 }, (_, at) => edit(admin, ids[at % 5] ?? 0, { parentId: ids[(at * 3 + 1) % 5] })));
    const { rows } = await database("desk").execute(sql`
      select b.id from branches b left join branches p on p.id = b.parent_id where b.path <> coalesce(p.path, '/') || b.id || '/'`);
    expect(rows).toEqual([]);
  });
});
