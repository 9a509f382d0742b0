import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { audit } from "#db/schema/operations.ts";
import { people, personMoves, sessions } from "#db/schema/people.ts";
import { refusalOf, valueOf } from "#tests/world/outcome.ts";
import { aBranch, anOrganisation, aPerson, as } from "#tests/world/people.ts";
import { addPerson } from "./add-person.ts";
import { editPerson } from "./edit-person.ts";

const now = new Date("2026-11-20T08:00:00Z");
type Place = Awaited<ReturnType<typeof aBranch>>;
let root: Place, east: Place, eastChild: Place, west: Place;
let admin: number, eastAdmin: number;

beforeAll(async () => {
  await anOrganisation();
  root = await aBranch(null, "总部");
  east = await aBranch(root.id, "东区");
  eastChild = await aBranch(east.id, "东区一支部");
  west = await aBranch(root.id, "西区");
  admin = await aPerson(root.id, { held: [{ office: "admin", branchId: root.id }] });
  eastAdmin = await aPerson(east.id, { held: [{ office: "branch_admin", branchId: east.id }] });
});

const add = async (by: number, wishes: object) => addPerson.call(await as(by, now), wishes);
const edit = async (by: number, id: number, wishes: object) => editPerson.call(await as(by, now), { id, ...wishes });
const rowOf = async (id: number) => (await database("desk").select().from(people).where(eq(people.id, id)))[0];
const ledgerOf = (id: number) => database("desk").select().from(audit).where(eq(audit.objectId, id));

describe("changing", () => {
  test("a new person has an account, pinyin and a row in the ledger", async () => {
    const { id } = valueOf(await add(eastAdmin, { name: "吕布", staffNo: "ＡB12", branchId: eastChild.id, tags: "青年、党员，青年" }));
    expect(await rowOf(id)).toMatchObject({
      staffNo: "AB12",
      account: "ab12",
      pinyinFull: "lv bu",
      pinyinInitials: "lb",
      tags: ["青年", "党员"],
    });
    expect(await ledgerOf(id)).toMatchObject([{ action: "person.add", actorId: eastAdmin, branchId: eastChild.id, before: null }]);
    expect(refusalOf(await add(admin, { name: "另一个", staffNo: "AB12", branchId: root.id }))).toBe("already-exists@staffNo");
    expect(refusalOf(await add(admin, { name: "另一个", staffNo: "AB13", account: "ab12", branchId: root.id }))).toBe(
      "already-exists@account",
    );
  });

  test("ten additions of one staff number at once make one person and one ledger row", async () => {
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => add(admin, { name: "同号", staffNo: "RACE", branchId: root.id })));
    const added = outcomes.filter(({ ok }) => ok);
    expect(added).toHaveLength(1);
    expect(new Set(outcomes.filter(({ ok }) => !ok).map(refusalOf))).toEqual(new Set(["already-exists@staffNo"]));
    const [one] = added;
    expect(await ledgerOf(one?.ok ? one.value.id : 0)).toHaveLength(1);
  });

  test("a move is recorded with when, from where and by whom; the ledger holds before and after", async () => {
    const id = await aPerson(east.id, { name: "要调动" });
    expect(valueOf(await edit(eastAdmin, id, { branchId: eastChild.id, reason: "工作需要" })).changed).toEqual(["branchId"]);
    const moves = await database("desk").select().from(personMoves).where(eq(personMoves.personId, id));
    expect(moves).toMatchObject([{ fromBranchId: east.id, toBranchId: eastChild.id, movedAt: now, movedBy: eastAdmin }]);
    expect(await ledgerOf(id)).toMatchObject([{ before: { branchId: east.id }, after: { branchId: eastChild.id }, reason: "工作需要" }]);
    expect(valueOf(await edit(eastAdmin, id, { branchId: eastChild.id })).changed).toEqual([]);
    expect(await ledgerOf(id)).toHaveLength(1);
  });

  test("nobody moves people out of the own subtree, nor himself (TC3)", async () => {
    const id = await aPerson(east.id);
    expect(refusalOf(await edit(eastAdmin, id, { branchId: west.id }))).toBe("forbidden@branchId");
    expect(refusalOf(await edit(eastAdmin, eastAdmin, { branchId: eastChild.id }))).toBe("forbidden@branchId");
    expect(await database("desk").select().from(personMoves).where(eq(personMoves.personId, id))).toEqual([]);
  });

  test("a new name brings its pinyin; a correction stays", async () => {
    const id = await aPerson(east.id, { name: "甲" });
    valueOf(await edit(eastAdmin, id, { name: "阿不都" }));
    valueOf(await edit(eastAdmin, id, { pinyinFull: "A bu du", pinyinInitials: "abd" }));
    expect(await rowOf(id)).toMatchObject({ pinyinFull: "a bu du", pinyinInitials: "abd" });
    expect(refusalOf(await edit(eastAdmin, id, { timePercent: "150" }))).toBe("time-needs-reason@reason");
    valueOf(await edit(eastAdmin, id, { timePercent: "150", reason: "视力不便，本人申请" }));
    expect(await rowOf(id)).toMatchObject({ pinyinFull: "a bu du", timePercent: 150 });
  });

  test("disabling ends every sign-in at once; enabling does not bring them back", async () => {
    const id = await aPerson(east.id);
    await as(id);
    valueOf(await edit(eastAdmin, id, { disabled: "true" }));
    const [session] = await database("desk").select().from(sessions).where(eq(sessions.personId, id));
    expect(session?.revokedAt).toEqual(now);
    await expect(as(id)).rejects.toThrow();
    valueOf(await edit(eastAdmin, id, { disabled: false }));
    await expect(as(id)).rejects.toThrow();
  });

  test("a branch administrator cannot disable who holds an office he could not give", async () => {
    const above = await aPerson(east.id, { held: [{ office: "organizer", branchId: root.id }] });
    const below = await aPerson(east.id, { held: [{ office: "organizer", branchId: east.id }] });
    expect(refusalOf(await edit(eastAdmin, above, { disabled: true }))).toBe("forbidden@disabled");
    valueOf(await edit(eastAdmin, below, { disabled: true }));
  });

  test("the last administrator stays: alone, and when two disable each other ten times at once (TC5)", async () => {
    expect(refusalOf(await edit(admin, admin, { disabled: true }))).toBe("last-admin@disabled");
    const other = await aPerson(root.id, { held: [{ office: "admin", branchId: root.id }] });
    const [one, two] = [await as(admin, now), await as(other, now)];
    const tries = Array.from({ length: 10 }, (_, at) =>
      at % 2 ? editPerson.call(one, { id: other, disabled: true }) : editPerson.call(two, { id: admin, disabled: true }),
    );
    await Promise.all(tries);
    const left = (await Promise.all([rowOf(admin), rowOf(other)])).filter((row) => row?.disabledAt === null);
    expect(left).toHaveLength(1);
    await database("desk").update(people).set({ disabledAt: null }).where(eq(people.id, admin));
  });
});
