import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { audit } from "#db/schema/operations.ts";
import { organisation } from "#db/schema/people.ts";
import { tasks } from "#db/schema/tasks.ts";
import { readTable } from "#server/imports/read-table.ts";
import { refusalOf, valueOf } from "#tests/world/outcome.ts";
import { aBranch, anOrganisation, aPerson, as } from "#tests/world/people.ts";
import { aProgramme } from "#tests/world/programme.ts";
import { exportReport } from "./export-report.ts";
import { getBranchReport } from "./get-branch-report.ts";
import { getPeopleReport } from "./get-people-report.ts";

const now = new Date("2026-11-20T08:00:00Z");
const days = (count: number) => new Date(now.getTime() + count * 86_400_000);
let admin: number;
let slug: string;

beforeAll(async () => {
  await anOrganisation(false);
  const root = await aBranch(null, "总部");
  const east = await aBranch(root.id, "=东区");
  const west = await aBranch(root.id, "西区");
  for (const [branch, count] of [
    [east, 5],
    [west, 4],
  ] as const)
    for (let at = 0; at < count; at += 1) await aPerson(branch.id, { name: `=人${at}` });
  const items = [
    { title: "读章程", dueAt: days(-2) },
    { kind: "quiz" as const, title: "+测验" },
    { kind: "meeting" as const, owner: "unit" as const },
  ];
  const programme = await aProgramme({ branchId: root.id, title: "秋季学习", opensAt: days(-5), items, unitIds: [east.id, west.id] });
  slug = programme.slug;
  const rows = await database("desk").select().from(tasks).orderBy(tasks.id);
  for (const [at, { id }] of rows.entries()) {
    if (at % 3 === 0)
      await database("desk")
        .update(tasks)
        .set({ doneAt: days(at % 2 === 0 ? -3 : -1) })
        .where(eq(tasks.id, id));
    if (at % 7 === 1)
      await database("desk").update(tasks).set({ waivedAt: now, waiverReason: "病假", doneAt: null }).where(eq(tasks.id, id));
  }
  admin = await aPerson(root.id, { name: "管理员", held: [{ office: "admin", branchId: root.id }] });
});

/** The sheet as a reader of spreadsheets gives it back: the line about it, the header, the rows. */
async function sheetOf(wish: object) {
  const file = valueOf(await exportReport.call(await as(admin, now), { slug, ...wish }));
  const { header, rows } = await readTable(file.bytes, file.fileName);
  const [columns, ...lines] = rows.map(({ cells }) => cells);
  return { about: header.join(""), columns: columns ?? [], lines, fileName: file.fileName };
}
const told = (value: number | null | undefined): string => (value === null || value === undefined ? "" : String(value));

test("branches × items: the sheet says what the API says, to the digit, and what it is on its first line", async () => {
  const [sheet, report] = [await sheetOf({}), valueOf(await getBranchReport.call(await as(admin, now), { slug }))];
  expect(sheet.about).toMatch(/《秋季学习》.*范围：总部.*含姓名.*导出于 2026年11月20日 16:00:00/);
  expect(sheet.columns.slice(0, 10)).toEqual([
    "组织",
    "人数",
    "未完成人数",
    "应完成",
    "已完成",
    "其中逾期完成",
    "未到期",
    "已逾期",
    "免学",
    "完成率（%）",
  ]);
  const said = [...report.rows, { ...report.whole, branch: null }].map((line) => [
    ...[line.people, line.unfinished].map(told),
    ...[line.total]
      .flatMap((sum) =>
        sum ? [sum.assigned - sum.waived - sum.cancelled, sum.done, sum.late, sum.open, sum.overdue, sum.waived, sum.percent] : [],
      )
      .map(told),
    ...(line.items ?? []).flatMap((sum) => [sum.done, sum.assigned - sum.waived - sum.cancelled, sum.percent]).map(told),
  ]);
  expect(sheet.lines.map(([, ...numbers]) => numbers)).toEqual(said);
  expect(sheet.lines.map(([name]) => name)).toEqual(["=东区", "西区", "合计"]);
});

test("people × items: every cell and every sum as on the page; taking names is in the ledger", async () => {
  const [sheet, report] = [await sheetOf({ view: "people" }), valueOf(await getPeopleReport.call(await as(admin, now), { slug }))];
  expect(sheet.columns.slice(0, 5)).toEqual(["姓名", "工号", "组织", "读章程", "+测验"]);
  const words = { done: "已完成", done_late: "逾期完成", open: "未完成", overdue: "已逾期", waived: "免学" } as Record<string, string>;
  const said = report.people.map((person) => [
    ...[person.name, person.staffNo, person.branch?.name ?? ""],
    ...person.cells.map((cell) => words[cell ?? ""] ?? ""),
    ...[
      person.counts.assigned - person.counts.waived,
      person.counts.done,
      person.counts.late,
      person.counts.open,
      person.counts.overdue,
    ].map(told),
    ...[person.counts.waived, person.counts.percent].map(told),
  ]);
  expect(sheet.lines.slice(0, -1)).toEqual(said);
  expect(sheet.lines.at(-1)?.slice(3, 5)).toEqual(report.whole?.items.map(({ percent }) => told(percent)));
  const rows = await database("desk").select().from(audit).where(eq(audit.action, "names.export"));
  expect(rows).toMatchObject([{ actorId: admin, after: { people: 9 } }]);
});

test("without names the sheet holds sums alone, says so, and is nobody's entry in the ledger", async () => {
  await database("desk").update(organisation).set({ lightBurden: true });
  const sheet = await sheetOf({ view: "people" });
  expect(sheet.about).toContain("只有汇总，不含姓名");
  expect(sheet.lines).toHaveLength(1);
  expect(JSON.stringify(sheet)).not.toContain("人0");
  expect(await database("desk").select().from(audit).where(eq(audit.action, "names.export"))).toHaveLength(1);
  expect(refusalOf(await exportReport.call(await as(admin, now), { slug: "nothing" }))).toBe("not-found");
  expect(refusalOf(await exportReport.call(await as(admin, now), { slug, view: "best" }))).toBe("invalid@view");
  const english = await sheetOf({ language: "en" });
  expect(english.columns[0]).toBe("Branch");
});
