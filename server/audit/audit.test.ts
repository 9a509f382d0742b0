import { asc, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { audit } from "#db/schema/operations.ts";
import { refusalOf, valueOf } from "#tests/world/outcome.ts";
import { aBranch, aPerson, as } from "#tests/world/people.ts";
import { listAudit } from "./list-audit.ts";
import { writeAudit, writeAudits } from "./write-audit.ts";

const now = new Date("2026-11-20T08:00:00Z");
type Place = Awaited<ReturnType<typeof aBranch>>;
let root: Place, east: Place, west: Place;
let admin: number, eastAdmin: number, member: number;

beforeAll(async () => {
  root = await aBranch(null);
  east = await aBranch(root.id);
  west = await aBranch(root.id);
  admin = await aPerson(root.id, { name: "总管", held: [{ office: "admin", branchId: root.id }] });
  eastAdmin = await aPerson(east.id, { name: "东管", held: [{ office: "branch_admin", branchId: east.id }] });
  member = await aPerson(west.id);
  const entry = (action: string, objectId: number, branchId: number | null) => ({
    action,
    object: action.split(".")[0] ?? "",
    objectId,
    branchId,
  });
  const at = (day: string) => new Date(`${day}T23:30:00+08:00`);
  const [chief, deputy] = [await as(admin, at("2026-11-18")), await as(eastAdmin, at("2026-11-19"))];
  await writeAudits(database("desk"), chief, [
    entry("contest.publish", 7, root.id),
    entry("organisation.policy", 1, null),
    entry("person.edit", 9, west.id),
  ]);
  await writeAudits(database("desk"), deputy, [entry("person.edit", 5, east.id), entry("person.add", 5, (await aBranch(east.id)).id)]);
});

const list = async (by: number, filter: object = {}) => listAudit.call(await as(by, now), filter);
const actions = async (filter: object) => valueOf(await list(admin, filter)).rows.map(({ action }) => action);

describe("the ledger", () => {
  test("an administrator reads all of it, a branch administrator the own subtree, a member nothing", async () => {
    const all = await database("desk").select().from(audit).orderBy(asc(audit.id));
    expect(valueOf(await list(admin)).total).toBe(all.length);
    expect(valueOf(await list(eastAdmin)).rows.map(({ action }) => action)).toEqual(["person.add", "person.edit"]);
    expect(refusalOf(await list(member))).toBe("forbidden");
  });

  test("is narrowed by actor, object, action and days of the organisation's calendar", async () => {
    expect(await actions({ actor: "东管" })).toEqual(["person.add", "person.edit"]);
    expect(await actions({ actor: String(admin), object: "contest" })).toEqual(["contest.publish"]);
    expect(await actions({ action: "person" })).toEqual(["person.add", "person.edit", "person.edit"]);
    expect(await actions({ action: "person.edit", objectId: "5" })).toEqual(["person.edit"]);
    expect(await actions({ from: "2026-11-19", to: "2026-11-19" })).toEqual(["person.add", "person.edit"]);
    expect(await actions({ to: "2026-11-18", object: "organisation" })).toEqual(["organisation.policy"]);
    expect(await actions({ from: "2026-11-20T00:00:00Z" })).toEqual([]);
    expect(refusalOf(await list(admin, { from: "yesterday" }))).toBe("invalid@from");
    expect(refusalOf(await list(admin, { action: "person%" }))).toBe("invalid@action");
  });

  test("cannot be changed, emptied or shortened by anybody who works through the application (TH4)", async () => {
    const desk = database("desk");
    for (const statement of [
      sql`update audit set reason = 'x'`,
      sql`delete from audit`,
      sql`truncate audit`,
      sql`set session_replication_role = replica`,
    ]) {
      await expect(desk.execute(statement)).rejects.toThrow();
    }
    await expect(database("play").execute(sql`select * from audit`)).rejects.toThrow();
  });

  test("a row stands or falls with its change", async () => {
    const before = valueOf(await list(admin)).total;
    const undone = database("desk").transaction(async (tx) => {
      await writeAudit(tx, { context: await as(admin, now), action: "person.edit", object: "person", objectId: 1 });
      throw new Error("the change failed");
    });
    await expect(undone).rejects.toThrow("the change failed");
    expect(valueOf(await list(admin)).total).toBe(before);
  });

  test("comes fifty a page, the latest first", async () => {
    const many = Array.from({ length: 1_101 }, (_, at) => ({ action: "many.row", object: "many", objectId: at }));
    await writeAudits(database("desk"), await as(admin, now), many);
    const last = valueOf(await list(admin, { object: "many", page: "23" }));
    expect([last.total, last.pages, last.rows.map(({ objectId }) => objectId)]).toEqual([1_101, 23, [0]]);
  });
});
