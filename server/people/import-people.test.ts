import { eq, inArray, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { audit } from "#db/schema/operations.ts";
import { branches, people, personMoves } from "#db/schema/people.ts";
import { writeCsv } from "#server/exports/write-table.ts";
import { refusalOf, valueOf } from "#tests/world/outcome.ts";
import { aBranch, aPerson, as } from "#tests/world/people.ts";
import { importPeople } from "./import-people.ts";

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
const file = (rows: string[][]) => ({
  name: "名册.csv",
  bytes: new Uint8Array(writeCsv(["工号", "姓名", "组织编码", "标签", "账号"], rows)),
});
const bring = async (by: number, rows: string[][], dryRun = "false") => importPeople.call(await as(by, now), { file: file(rows), dryRun });
const everybody = () => database("desk").select().from(people).orderBy(people.id);
const rowOf = async (id: number) => (await everybody()).find((person) => person.id === id);

describe("a roster", () => {
  test("is tried first: the plan says what would happen and nothing happens", async () => {
    const [before, ledger] = [await everybody(), await database("desk").select().from(audit)];
    const west1 = await rowOf(member);
    const plan = valueOf(
      await bring(
        admin,
        [
          ["N1", "吕布", code(east), "青年", ""],
          [west1?.staffNo ?? "", "西区新名", code(east), "", ""],
        ],
        "true",
      ),
    );
    expect(plan).toMatchObject({
      dryRun: true,
      committed: false,
      total: 2,
      counts: { adds: 1, changes: 1, moves: 1, same: 0, problems: 0 },
    });
    expect(plan.adds).toEqual([{ row: 2, staffNo: "N1", account: "n1", name: "吕布", branchCode: code(east), tags: ["青年"] }]);
    expect(plan.changes[0]?.name).toEqual({ from: "西区人", to: "西区新名" });
    expect([await everybody(), await database("desk").select().from(audit)]).toEqual([before, ledger]);
  });

  test("then comes in as a whole: pinyin, moves and a ledger row for each; the same file again changes nothing", async () => {
    const mover = await aPerson(west.id, { name: "调动人" });
    const rows = [
      ["N2", "欧阳修", code(east), "青年、党员", "ouyang"],
      [(await rowOf(mover))?.staffNo ?? "", "调动人", code(east), "", ""],
    ];
    expect(valueOf(await bring(admin, rows)).committed).toBe(true);
    const [added] = await database("desk").select().from(people).where(eq(people.staffNo, "N2"));
    expect(added).toMatchObject({
      account: "ouyang",
      pinyinFull: "ou yang xiu",
      tags: ["青年", "党员"],
      branchId: east.id,
      passwordHash: null,
    });
    const moves = await database("desk").select().from(personMoves).where(eq(personMoves.personId, mover));
    expect(moves).toMatchObject([{ fromBranchId: west.id, toBranchId: east.id, movedBy: admin, movedAt: now }]);
    const ledger = await database("desk")
      .select()
      .from(audit)
      .where(inArray(audit.objectId, [added?.id ?? 0, mover]));
    expect(ledger).toMatchObject([
      { action: "person.add", reason: "名册.csv" },
      { before: { branchId: west.id }, after: { branchId: east.id } },
    ]);
    const before = await everybody();
    expect(valueOf(await bring(admin, rows)).counts).toEqual({ adds: 0, changes: 0, moves: 0, same: 2, problems: 0 });
    expect(await everybody()).toEqual(before);
  });

  test("with one bad row among 1,000 leaves everything as it was, and says row and column (TG5)", async () => {
    const before = await everybody();
    const rows = Array.from({ length: 1_000 }, (_, at) => [`R${at}`, `众人${at}`, at === 998 ? "没有的支部" : code(west), "", ""]);
    const reply = valueOf(await bring(admin, rows));
    expect([reply.committed, reply.adds.length, reply.counts.adds]).toEqual([false, 200, 999]);
    expect(reply.problems).toEqual([{ row: 1_000, column: "组织编码", code: "branch-unknown", params: { value: "没有的支部" } }]);
    expect(await everybody()).toEqual(before);
  });

  test("brought by two at once comes in once (TG6)", async () => {
    const rows = Array.from({ length: 50 }, (_, at) => [`T${at}`, `双份${at}`, code(west), "", ""]);
    const context = await as(admin, now);
    const waiting = sql`select 1 from pg_locks where not granted and pid in (select pid from pg_stat_activity where datname = current_database())`;
    let bringing: ReturnType<typeof importPeople.call>[] = [];
    // Somebody is just adding T0: the first import waits for him with its plan made, the second must not have made one yet.
    const undone = database("desk").transaction(async (tx) => {
      await tx.insert(people).values({ staffNo: "T0", account: "t0", name: "占位", branchId: west.id });
      bringing = [1, 2].map(() => importPeople.call(context, { file: file(rows), dryRun: "false" }));
      while ((await tx.execute(waiting)).rows.length < 2);
      tx.rollback();
    });
    await expect(undone).rejects.toThrow();
    const replies = await Promise.all(bringing);
    expect(replies.map((reply) => valueOf(reply).counts.adds).toSorted()).toEqual([0, 50]);
  });

  test("knows nothing outside the own subtree: neither its branches nor its people (TC3)", async () => {
    const before = await everybody();
    const [stranger, own] = [await rowOf(member), await rowOf(eastAdmin)];
    const reply = valueOf(
      await bring(eastAdmin, [
        ["N9", "新人", code(west), "", ""],
        [stranger?.staffNo ?? "", "改名", code(east), "", "taken-over"],
        [own?.staffNo ?? "", own?.name ?? "", "", "", "other-login"],
      ]),
    );
    expect(reply.committed).toBe(false);
    expect(reply.problems.map(({ row, column, code: why }) => [row, column, why])).toEqual([
      [2, "组织编码", "branch-unknown"],
      [3, "工号", "outside-subtree"],
      [4, "工号", "account-forbidden"],
    ]);
    expect(JSON.stringify(reply)).not.toContain("西区人");
    expect(await everybody()).toEqual(before);
    expect(refusalOf(await bring(member, []))).toBe("forbidden");
  });

  test("that is no table is refused before anything is planned", async () => {
    const bytes = new TextEncoder().encode("PK\u0003\u0004 not a zip");
    expect(refusalOf(await importPeople.call(await as(admin, now), { file: { name: "a.xlsx", bytes }, dryRun: true }))).not.toBe("ok");
    expect(refusalOf(await importPeople.call(await as(admin, now), { file: "just text", dryRun: true }))).toBe("invalid@file");
  });
});
