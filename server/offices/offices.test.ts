import { and, eq, isNull } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { audit } from "#db/schema/operations.ts";
import { offices } from "#db/schema/people.ts";
import { refusalOf, valueOf } from "#tests/world/outcome.ts";
import { aBranch, aPerson, as } from "#tests/world/people.ts";
import { endOffice } from "./end-office.ts";
import { grantOffice } from "./grant-office.ts";
import { listOffices } from "./list-offices.ts";

const now = new Date("2026-11-20T08:00:00Z");
type Place = Awaited<ReturnType<typeof aBranch>>;
let root: Place, east: Place, inner: Place, west: Place;
let admin: number, eastAdmin: number, someone: number, stranger: number;

beforeAll(async () => {
  root = await aBranch(null, "总部");
  east = await aBranch(root.id, "东区");
  inner = await aBranch(east.id, "东区一支部");
  west = await aBranch(root.id, "西区");
  admin = await aPerson(root.id, { held: [{ office: "admin", branchId: root.id }] });
  eastAdmin = await aPerson(east.id, { held: [{ office: "branch_admin", branchId: east.id }] });
  someone = await aPerson(inner.id);
  stranger = await aPerson(west.id);
});

const grant = async (by: number, personId: number, office: string, branchId: number) =>
  grantOffice.call(await as(by, now), { personId, office, branchId });
const end = async (by: number, id: number) => endOffice.call(await as(by, now), { id, reason: "届满" });
const list = async (by: number, filter: object = {}) => valueOf(await listOffices.call(await as(by, now), filter)).offices;
const heldBy = (personId: number) =>
  database("desk")
    .select()
    .from(offices)
    .where(and(eq(offices.personId, personId), isNull(offices.endedAt)));

describe("giving an office", () => {
  test("a branch administrator appoints in the own subtree, never an administrator, never above or beside (TC3)", async () => {
    valueOf(await grant(eastAdmin, someone, "organizer", east.id));
    expect(refusalOf(await grant(eastAdmin, someone, "branch_admin", inner.id))).toBe("forbidden");
    expect(refusalOf(await grant(eastAdmin, eastAdmin, "admin", root.id))).toBe("forbidden");
    expect(refusalOf(await grant(eastAdmin, someone, "organizer", root.id))).toBe("forbidden");
    expect(refusalOf(await grant(eastAdmin, someone, "organizer", west.id))).toBe("forbidden");
    expect(refusalOf(await grant(eastAdmin, stranger, "organizer", east.id))).toBe("not-found");
    expect(refusalOf(await grant(someone, stranger, "reviewer", east.id))).toBe("not-found");
  });

  test("counts on the next request, stands in the ledger, and stands once however many give it at once", async () => {
    const person = await aPerson(west.id);
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => grant(admin, person, "leader", west.id)));
    expect(outcomes.map(refusalOf).toSorted()).toEqual([...Array(9).fill("already-exists@office"), "ok"]);
    expect((await as(person)).viewer.offices).toMatchObject([{ office: "leader", branchId: west.id, path: west.path }]);
    const given = outcomes.find(({ ok }) => ok);
    const rows = await database("desk")
      .select()
      .from(audit)
      .where(eq(audit.objectId, given?.ok ? given.value.id : 0));
    expect(rows).toMatchObject([
      { action: "office.grant", actorId: admin, after: { personId: person, office: "leader", branchId: west.id } },
    ]);
  });

  test("an administrator stands at the root", async () => {
    expect(refusalOf(await grant(admin, someone, "admin", east.id))).toBe("admin-at-root@branchId");
  });
});

describe("taking it back", () => {
  test("by whoever may give it, once; the holder loses it on the next request", async () => {
    const person = await aPerson(east.id);
    const { id } = valueOf(await grant(admin, person, "reviewer", east.id));
    const own = (await heldBy(eastAdmin))[0]?.id ?? 0;
    expect(refusalOf(await end(eastAdmin, own))).toBe("forbidden");
    expect(refusalOf(await end(stranger, id))).toBe("not-found");
    valueOf(await end(eastAdmin, id));
    expect((await as(person)).viewer.offices).toEqual([]);
    expect(refusalOf(await end(eastAdmin, id))).toBe("already-ended");
    expect((await list(admin, { personId: person, ended: "true" })).map(({ endedAt }) => endedAt)).toEqual([now]);
  });

  test("the last administrator cannot step down, even when all of them try at once (TC5)", async () => {
    const [own] = await heldBy(admin);
    expect(refusalOf(await end(admin, own?.id ?? 0))).toBe("last-admin");
    const more = await Promise.all(Array.from({ length: 9 }, () => aPerson(root.id, { held: [{ office: "admin", branchId: root.id }] })));
    const contexts = await Promise.all([admin, ...more].map((person) => as(person, now)));
    const ids = (await Promise.all([admin, ...more].map(heldBy))).flat().map(({ id }) => id);
    const outcomes = await Promise.all(contexts.map((context, at) => endOffice.call(context, { id: ids[at] })));
    expect(outcomes.map(refusalOf).toSorted()).toEqual(["last-admin", ...Array(9).fill("ok")]);
    expect((await Promise.all([admin, ...more].map(heldBy))).flat()).toHaveLength(1);
  });
});

test("the list shows a branch administrator the offices of the own subtree, and which of them he may end", async () => {
  const rows = await list(eastAdmin);
  expect(rows.length).toBeGreaterThan(1);
  for (const row of rows) {
    expect([east.id, inner.id]).toContain(row.branch.id);
    expect(row.mayEnd).toBe(row.office !== "admin" && row.office !== "branch_admin");
  }
});
