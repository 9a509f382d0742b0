import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { branches, people } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { refusalOf, valueOf } from "#tests/world/outcome.ts";
import { aBranch, anOrganisation, aPerson, as } from "#tests/world/people.ts";
import { addPerson } from "./add-person.ts";
import { editPerson } from "./edit-person.ts";
import { getPerson } from "./get-person.ts";
import { listPeople } from "./list-people.ts";

const now = new Date("2026-11-20T08:00:00Z");
type Place = Awaited<ReturnType<typeof aBranch>>;
let root: Place, east: Place, west: Place;
let admin: number, eastAdmin: number, organizer: number, member: number;

beforeAll(async () => {
  await anOrganisation();
  root = await aBranch(null, "总部");
  east = await aBranch(root.id, "东区");
  await aBranch(east.id, "东区一支部");
  west = await aBranch(root.id, "西区");
  admin = await aPerson(root.id, { held: [{ office: "admin", branchId: root.id }] });
  eastAdmin = await aPerson(east.id, { held: [{ office: "branch_admin", branchId: east.id }] });
  organizer = await aPerson(east.id, { held: [{ office: "organizer", branchId: root.id }] });
  member = await aPerson(west.id);
});

const add = async (by: number, wishes: object) => addPerson.call(await as(by, now), wishes);
const edit = async (by: number, id: number, wishes: object) => editPerson.call(await as(by, now), { id, ...wishes });
const list = async (by: number, filter: object = {}) => listPeople.call(await as(by, now), filter);
const rowOf = async (id: number) => (await database("desk").select().from(people).where(eq(people.id, id)))[0];

describe("who sees whom", () => {
  test("the list shows exactly whom can.editPerson allows, to everyone", async () => {
    const everyone = await database("desk")
      .select({ id: people.id, path: branches.path })
      .from(people)
      .innerJoin(branches, eq(branches.id, people.branchId));
    for (const person of [admin, eastAdmin]) {
      const { viewer } = await as(person);
      const seen = valueOf(await list(person, { disabled: "all" })).people.map(({ id }) => id);
      const allowed = everyone.filter((one) => can.editPerson(viewer, one)).map(({ id }) => id);
      expect(seen.toSorted()).toEqual(allowed.toSorted());
      expect(allowed.length).toBeGreaterThan(0);
      for (const { id } of everyone) expect((await getPerson.call(await as(person), { id })).ok).toBe(allowed.includes(id));
    }
    for (const person of [organizer, member]) expect(refusalOf(await list(person))).toBe("forbidden");
  });

  test("a person of another subtree does not exist: not to read, not to edit, not to add beside", async () => {
    expect(refusalOf(await getPerson.call(await as(eastAdmin), { id: member }))).toBe("not-found");
    expect(refusalOf(await edit(eastAdmin, member, { name: "改名" }))).toBe("not-found");
    expect(refusalOf(await add(eastAdmin, { name: "赵新", staffNo: "X1", branchId: west.id }))).toBe("not-found");
    expect(refusalOf(await edit(organizer, eastAdmin, { name: "改名" }))).toBe("not-found");
  });

  test("what is not in the schema is refused, and nothing changes", async () => {
    const before = await rowOf(member);
    expect(refusalOf(await edit(admin, member, { passwordHash: "x", name: "新名" }))).toBe("invalid@");
    expect(refusalOf(await edit(admin, member, { name: "a\u0000b" }))).toBe("invalid@name");
    expect(refusalOf(await edit(admin, member, { name: "\u202Eabc" }))).toBe("invalid@name");
    expect(await rowOf(member)).toEqual(before);
  });
});

describe("finding", () => {
  test("by name, pinyin, initials, staff number and account, in the order of syllables", async () => {
    const place = await aBranch(root.id, "查找支部");
    for (const [name, staffNo] of [
      ["张伟", "F-001"],
      ["欧阳修", "F-002"],
      ["单雄信", "F-003"],
      ["李安", "F-004"],
      ["连战", "F-005"],
    ]) {
      valueOf(await add(admin, { name, staffNo, branchId: place.id }));
    }
    const found = async (q: string) => valueOf(await list(admin, { q, branchId: place.id })).people.map(({ name }) => name);
    expect(await found("")).toEqual(["李安", "连战", "欧阳修", "单雄信", "张伟"]);
    expect(await found("张")).toEqual(["张伟"]);
    expect(await found("Zhang Wei")).toEqual(["张伟"]);
    expect(await found("oyx")).toEqual(["欧阳修"]);
    expect(await found("shan")).toEqual(["单雄信"]);
    expect(await found("f-004")).toEqual(["李安"]);
    expect(await found("%")).toEqual([]);
    expect(await found("_")).toEqual([]);
    expect(await found("' or 1=1 --")).toEqual([]);
  });

  test("fifty a page with a true total; branch means subtree; office and state narrow", async () => {
    const place = await aBranch(west.id, "大支部");
    const crowd = Array.from({ length: 61 }, (_, at) => ({ staffNo: `P${at}`, account: `p${at}`, name: `群${at}`, branchId: place.id }));
    await database("desk").insert(people).values(crowd);
    const second = valueOf(await list(admin, { branchId: String(west.id), page: "2", q: "", office: "" }));
    expect([second.total, second.pages, second.people.length]).toEqual([62, 2, 12]);
    expect(valueOf(await list(admin, { office: "branch_admin" })).people.map(({ id }) => id)).toEqual([eastAdmin]);
    expect(valueOf(await list(admin, { disabled: "true" })).total).toBe(0);
    expect(refusalOf(await list(admin, { sort: "passwordHash" }))).toBe("invalid@");
  });
});
