import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { database } from "#db/client.ts";
import zh from "#messages/zh-CN.json" with { type: "json" };
import { exportReport } from "#server/completion/export-report.ts";
import { getBranchReport } from "#server/completion/get-branch-report.ts";
import { getPeopleReport } from "#server/completion/get-people-report.ts";
import { plainText } from "#server/exports/neutral-cell.ts";
import { valueOf } from "#tests/world/outcome.ts";
import { aBranch, anOrganisation, aPerson, as } from "#tests/world/people.ts";
import { aProgramme } from "#tests/world/programme.ts";
import { throughLibreOffice } from "./through-libreoffice.ts";

const now = new Date("2026-11-20T08:00:00Z");
const days = (count: number) => new Date(now.getTime() + count * 86_400_000);
/** What a spreadsheet likes to take for something else, or to break a line of a CSV with. */
const NAMES = ["=1+1", "张,三", '李"四"', "𠮷田", "-5", "1E5", "2026-01-02", "@SUM(A1)", "007", "赵 六"];
let admin: number;
let slug: string;

beforeAll(async () => {
  await anOrganisation(false);
  const root = await aBranch(null, "总部");
  const below = [await aBranch(root.id, "=东区"), await aBranch(root.id, "西,区"), await aBranch(root.id, "南区")];
  for (let at = 0; at < 120; at += 1) {
    const name = `${NAMES[at % NAMES.length]}${at < NAMES.length ? "" : at}`;
    await aPerson(below[at % 3]?.id ?? 0, { name });
  }
  const items = [
    { title: "读,章程", dueAt: days(-2) },
    { kind: "quiz" as const, title: "+测验", dueAt: days(3) },
    { kind: "reflection" as const, title: "选做心得", isRequired: false },
    { kind: "meeting" as const, owner: "unit" as const },
    { title: "再读", dueAt: days(-1) },
  ];
  const unitIds = below.map(({ id }) => id);
  slug = (await aProgramme({ branchId: root.id, title: "秋季学习", opensAt: days(-5), items, unitIds })).slug;
  // Done in time, done late, waived, cancelled and left, without any order that a column could be right by chance with.
  await database("desk").execute(sql`
    update tasks set done_at = case when h < 5 then ${days(-3)}::timestamptz + h * interval '9 hours' end,
      waived_at = case when h = 5 then ${now}::timestamptz end, waiver_reason = case when h = 5 then '病假' else '' end,
      cancelled_at = case when h = 6 then ${now}::timestamptz end
    from (select id as task, (id * 7919 + item_id * 31) % 11 as h from tasks) hashed where id = task`);
  admin = await aPerson(root.id, { name: "管理员", held: [{ office: "admin", branchId: root.id }] });
});

const told = (value: number | string | null | undefined): string => String(value ?? "");
type Sent = Record<"assigned" | "done" | "late" | "open" | "overdue" | "waived" | "cancelled", number> & { percent: number | null };
const due = (sum: Sent) => sum.assigned - sum.waived - sum.cancelled;
const sums = (sum: Sent) => [due(sum), sum.done, sum.late, sum.open, sum.overdue, sum.waived, sum.percent].map(told);

/**
 * The sheet as LibreOffice shows it, below the line that says what it is; rows end where the header ends. Before what would begin a formula
 * stands the mark that keeps it from being one (TF4): the text is what is behind it.
 */
async function shown(view: "people" | "branches") {
  const file = valueOf(await exportReport.call(await as(admin, now), { slug, view }));
  const cells = throughLibreOffice(file.bytes);
  expect(cells.flat().filter((cell) => /^[=+@]/.test(cell))).toEqual([]);
  const [about, header = [], ...rows] = cells.map((row) => row.map(plainText));
  return { about: about?.[0] ?? "", header, rows: rows.map((row) => row.slice(0, header.length)) };
}

test("people × items in LibreOffice: every cell of every person is what the API says, page by page, and the sums too", async () => {
  const { about, header, rows } = await shown("people");
  const pages = [];
  for (let page = 1; page <= 3; page += 1)
    pages.push(valueOf(await getPeopleReport.call(await as(admin, now), { slug, page: String(page) })));
  const people = pages.flatMap((page) => page.people);
  const [{ items, whole }] = pages as [(typeof pages)[0]];
  expect(people).toHaveLength(120);
  expect(about).toContain("《秋季学习》");
  expect(header.slice(0, 3 + items.length)).toEqual(["姓名", "工号", "组织", ...items.map(({ title }) => title)]);
  const words: Record<string, string> = zh.completion.cells;
  const said = people.map(({ name, staffNo, branch, cells, counts }) => [
    ...[name, staffNo, branch?.name ?? ""],
    ...cells.map((cell) => (cell === null ? "" : (words[cell] ?? "?"))),
    ...sums(counts),
  ]);
  expect(rows.slice(0, -1)).toEqual(said);
  expect(new Set(people.flatMap(({ cells }) => cells))).toEqual(new Set(["done", "done_late", "open", "overdue", "waived", "cancelled"]));
  if (!whole) throw new Error("nothing was withheld from an administrator");
  expect(rows.at(-1)).toEqual([
    ...[zh.completion.wholeRow, "", `${whole.people} 人，${whole.unfinished} 人未完成`],
    ...whole.items.map(({ percent }) => told(percent)),
    ...sums(whole.total),
  ]);
});

test("branches × items in LibreOffice: every figure is the API's", async () => {
  const { rows } = await shown("branches");
  const report = valueOf(await getBranchReport.call(await as(admin, now), { slug }));
  const said = [...report.rows, { ...report.whole, branch: { name: zh.completion.wholeRow } }].map((line) => [
    ...[line.branch?.name, line.people, line.unfinished].map(told),
    ...(line.total ? sums(line.total) : []),
    ...(line.items ?? []).flatMap((sum) => [sum.done, due(sum), sum.percent].map(told)),
  ]);
  expect(rows).toEqual(said);
});
