import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { audit } from "#db/schema/operations.ts";
import { branches } from "#db/schema/people.ts";
import { writeCsv } from "#server/exports/write-table.ts";
import { readTable } from "#server/imports/read-table.ts";
import { refusalOf, valueOf } from "#tests/world/outcome.ts";
import { aBranch, aPerson, as } from "#tests/world/people.ts";
import { exportPeople } from "./export-people.ts";
import { importPeople } from "./import-people.ts";
import { peopleTemplate } from "./people-template.ts";

const now = new Date("2026-11-20T08:00:00Z");
type Place = Awaited<ReturnType<typeof aBranch>>;
let root: Place, east: Place, west: Place;
let admin: number, eastAdmin: number, member: number;
const codes = new Map<number, string>();

beforeAll(async () => {
  root = await aBranch(null, "总部");
  east = await aBranch(root.id, "东区");
  west = await aBranch(root.id, "西区");
  admin = await aPerson(root.id, { held: [{ office: "admin", branchId: root.id }] });
  eastAdmin = await aPerson(east.id, { held: [{ office: "branch_admin", branchId: east.id }] });
  member = await aPerson(west.id, { name: "西区人" });
  for (const { id, code } of await database("desk").select().from(branches)) codes.set(id, code);
});

const code = (place: Place) => codes.get(place.id) ?? "";

describe("as a file", () => {
  test("the list goes out as narrowed, comes back unchanged, and the ledger knows who took it and why (TF4, TH3)", async () => {
    await aPerson(east.id, { name: "=1+1" });
    const all = valueOf(await exportPeople.call(await as(eastAdmin, now), {}));
    const own = await readTable(all.bytes, all.fileName);
    expect(new Set(own.rows.map(({ cells }) => cells[2]))).toEqual(new Set([code(east)]));
    const given = valueOf(await exportPeople.call(await as(admin, now), { branchId: east.id, reason: "年度核对" }));
    const { header, rows } = await readTable(given.bytes, given.fileName);
    expect(header).toEqual(["工号", "姓名", "组织编码", "组织", "标签", "账号", "状态"]);
    expect(rows.every(({ cells }) => cells[2] === code(east))).toBe(true);
    expect(rows.map(({ cells }) => cells[1])).toContain("=1+1");
    const again = importPeople.call(await as(admin, now), { file: { name: given.fileName, bytes: given.bytes }, dryRun: "true" });
    expect(valueOf(await again).counts).toEqual({ adds: 0, changes: 0, moves: 0, same: rows.length, problems: 0 });
    const taken = await database("desk").select().from(audit).where(eq(audit.action, "people.export"));
    expect(taken.map(({ actorId }) => actorId)).toEqual([eastAdmin, admin]);
    expect(taken[1]).toMatchObject({ after: { people: rows.length, branchId: east.id }, reason: "年度核对" });
    expect(refusalOf(await exportPeople.call(await as(member, now), {}))).toBe("forbidden");
  });

  test("the template has the columns an import understands, in either language", async () => {
    for (const language of ["zh-CN", "en"]) {
      const given = valueOf(await peopleTemplate.call(await as(admin, now), { language }));
      const { header } = await readTable(given.bytes, given.fileName);
      const row = ["T-1", "模板人", code(east), "", ""];
      const filled = { name: "x.csv", bytes: new Uint8Array(writeCsv(header, [row])) };
      expect(valueOf(await importPeople.call(await as(admin, now), { file: filled, dryRun: true })).counts).toMatchObject({
        adds: 1,
        problems: 0,
      });
    }
  });
});
