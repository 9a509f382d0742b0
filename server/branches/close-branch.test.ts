import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { people } from "#db/schema/people.ts";
import { editPerson } from "#server/people/edit-person.ts";
import { refusalOf, valueOf } from "#tests/world/outcome.ts";
import { aBranch, aPerson, as } from "#tests/world/people.ts";
import { addBranch } from "./add-branch.ts";
import { closeBranch } from "./close-branch.ts";
import { holdBranch } from "./lock-branch.ts";
import { reopenBranch } from "./reopen-branch.ts";

const now = new Date("2026-11-20T08:00:00Z");
let root: Awaited<ReturnType<typeof aBranch>>;
let admin: number, member: number;

beforeAll(async () => {
  root = await aBranch(null, "总部");
  admin = await aPerson(root.id, { held: [{ office: "admin", branchId: root.id }] });
  member = await aPerson(root.id);
});

const found = async (by: number, parentId: number, code: string) => addBranch.call(await as(by, now), { parentId, code, name: code });
const close = async (by: number, id: number) => closeBranch.call(await as(by, now), { id });
let codes = 0;
const aChild = async (parentId: number) => valueOf(await found(admin, parentId, `T-${++codes}`)).id;

describe("closing", () => {
  test("waits until nobody is in it; closed, it takes nobody; it can be opened again", async () => {
    const id = await aChild(root.id);
    const inner = await aChild(id);
    const last = await aPerson(inner);
    expect(refusalOf(await close(admin, root.id))).toBe("branch-is-root");
    expect(refusalOf(await close(admin, id))).toBe("branch-has-children");
    expect(refusalOf(await close(admin, inner))).toBe("branch-has-members");
    valueOf(await editPerson.call(await as(admin, now), { id: last, disabled: true }));
    valueOf(await close(admin, inner));
    valueOf(await close(admin, id));
    expect(refusalOf(await close(admin, id))).toBe("already-closed");
    expect(refusalOf(await found(admin, id, "in-closed"))).toBe("branch-closed@parentId");
    expect(refusalOf(await editPerson.call(await as(admin, now), { id: member, branchId: id }))).toBe("branch-closed@branchId");
    expect(refusalOf(await editPerson.call(await as(admin, now), { id: last, disabled: false }))).toBe("branch-closed@disabled");
    expect(refusalOf(await reopenBranch.call(await as(admin, now), { id: inner }))).toBe("branch-closed");
    valueOf(await reopenBranch.call(await as(admin, now), { id }));
    valueOf(await reopenBranch.call(await as(admin, now), { id: inner }));
    valueOf(await editPerson.call(await as(admin, now), { id: last, disabled: false }));
  });

  test("waits for whoever is placing someone there, and then sees him", async () => {
    const id = await aChild(root.id);
    const context = await as(admin, now);
    let closing: Promise<string> = Promise.resolve("not asked");
    await database("desk").transaction(async (tx) => {
      await holdBranch(tx, id);
      let settled = false;
      closing = closeBranch.call(context, { id }).then(refusalOf);
      void closing.then(() => (settled = true));
      const waiting = async () => (await tx.execute(sql`select 1 from pg_locks where not granted`)).rows.length > 0;
      while (!settled && !(await waiting()));
      await tx.insert(people).values({ staffNo: "slip", account: "slip", name: "新人", branchId: id });
    });
    expect(await closing).toBe("branch-has-members");
  });
});
