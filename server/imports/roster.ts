import { lineSchema, tagsSchema } from "#server/input-schemas.ts";
import { personName, staffNoSchema } from "#server/people/person-fields.ts";
import { branchFinder, type KnownBranch } from "./branch-finder.ts";
import { type HeaderColumns, headerColumnsOf, type Synonyms } from "./header-columns.ts";
import { accountOf, canonicalNo, type ReadPerson, refuseTwice } from "./refuse-twice.ts";
import { type RowProblem, readCell } from "./row-problem.ts";
import type { Table, TableRow } from "./table.ts";

/** Who is here already. With `account` and `tags` the plan sees changes of them too. */
export type KnownPerson = { id: number; staffNo: string; name: string; branchCode: string; account?: string; tags?: readonly string[] };

/** `null` where the file says nothing about it, or nothing new. */
export type RosterPlan = {
  problems: RowProblem[];
  adds: { row: number; staffNo: string; account: string; name: string; branchId: number; branchCode: string; tags: string[] }[];
  changes: {
    row: number;
    personId: number;
    staffNo: string;
    name: { from: string; to: string } | null;
    account: string | null;
    tags: string[] | null;
  }[];
  moves: { row: number; personId: number; staffNo: string; name: string; fromCode: string; toCode: string; toBranchId: number }[];
  same: { row: number; personId: number; staffNo: string }[];
};

type Field = "staffNo" | "name" | "branchCode" | "branchPath" | "tags" | "account";

const SYNONYMS: Synonyms<Field> = {
  staffNo: [
    "工号",
    "编号",
    "职工号",
    "员工号",
    "人员编号",
    "工作证号",
    "staff no",
    "staff number",
    "staff id",
    "employee no",
    "employee id",
  ],
  name: ["姓名", "名字", "人员姓名", "name", "full name"],
  branchCode: ["组织编码", "组织代码", "支部编码", "单位编码", "部门编码", "branch code", "unit code"],
  branchPath: ["组织", "所在组织", "组织路径", "支部", "所在支部", "单位", "部门", "branch", "branch path", "unit", "department"],
  tags: ["标签", "分组", "tags", "tag"],
  account: ["账号", "帐号", "登录名", "用户名", "account", "login", "username"],
};

/** As the sign-in form reads it: NFKC, lower case. */
const accountCell = lineSchema(64).transform((account) => account.normalize("NFKC").toLowerCase());

/**
 * What a roster would do, and every reason it cannot: people are matched by staff number, added, changed or moved, and never
 * removed. With any problem nothing of the plan may be carried out.
 */
export function planRoster(table: Table, existing: { branches: readonly KnownBranch[]; people: readonly KnownPerson[] }): RosterPlan {
  const { columns, problems } = headerColumnsOf<Field>(table.header, SYNONYMS, ["staffNo", "name"]);
  const plan: RosterPlan = { problems, adds: [], changes: [], moves: [], same: [] };
  if (problems.length > 0) return plan;
  const known = new Map(existing.people.map((person) => [canonicalNo(person.staffNo), person]));
  const find = branchFinder(existing.branches);
  const people = table.rows.flatMap((row) => readPerson(row, columns, known, find, problems) ?? []);
  refuseTwice(people, { staffNo: columns.staffNo?.title ?? "", account: columns.account?.title ?? "" }, existing.people, problems);
  for (const person of people) place(person, known.get(canonicalNo(person.staffNo)), plan);
  problems.sort((a, b) => a.row - b.row);
  return plan;
}

function readPerson(
  { rowNumber: row, cells }: TableRow,
  columns: HeaderColumns<Field>,
  known: ReadonlyMap<string, KnownPerson>,
  find: ReturnType<typeof branchFinder>,
  problems: RowProblem[],
): ReadPerson | null {
  const cell = (field: Field) => cells[columns[field]?.at ?? -1]?.trim() ?? "";
  const at = (field: Field) => ({ row, column: columns[field]?.title ?? SYNONYMS[field][0] ?? field });
  const before = problems.length;
  const staffNo = readCell(staffNoSchema, cell("staffNo"), at("staffNo"), problems);
  const name = readCell(personName, unspaced(cell("name")), at("name"), problems);
  const account = cell("account") === "" ? null : readCell(accountCell, cell("account"), at("account"), problems);
  const tags = columns.tags ? readCell(tagsSchema, cell("tags"), at("tags"), problems) : null;
  const branchAt = at(columns.branchCode || !columns.branchPath ? "branchCode" : "branchPath");
  const named = cell("branchCode") !== "" || cell("branchPath") !== "";
  let branch: KnownBranch | null = null;
  if (named) {
    const found = find(cell("branchCode"), cell("branchPath"));
    if ("branch" in found) branch = found.branch;
    else
      problems.push({
        ...at(cell("branchCode") === "" ? "branchPath" : "branchCode"),
        code: found.code,
        params: { value: cell("branchCode") || cell("branchPath") },
      });
  } else if (staffNo && !known.has(canonicalNo(staffNo))) problems.push({ ...branchAt, code: "missing", params: {} });
  if (problems.length > before || staffNo === null || name === null) return null;
  return { row, staffNo, name, account, tags, branch };
}

function place(person: ReadPerson, known: KnownPerson | undefined, plan: RosterPlan): void {
  const { row, staffNo, name, account, tags, branch } = person;
  if (!known) {
    if (branch)
      plan.adds.push({
        row,
        staffNo,
        account: account ?? accountOf(staffNo),
        name,
        branchId: branch.id,
        branchCode: branch.code,
        tags: tags ?? [],
      });
    return;
  }
  const of = { row, personId: known.id, staffNo: known.staffNo };
  const renamed = known.name === name ? null : { from: known.name, to: name };
  const newAccount = account !== null && known.account !== undefined && known.account !== account ? account : null;
  const newTags = tags !== null && known.tags !== undefined && tags.join("\n") !== known.tags.join("\n") ? tags : null;
  const moved = branch !== null && branch.code !== known.branchCode;
  if (renamed || newAccount || newTags) plan.changes.push({ ...of, name: renamed, account: newAccount, tags: newTags });
  if (moved) plan.moves.push({ ...of, name, fromCode: known.branchCode, toCode: branch.code, toBranchId: branch.id });
  if (!renamed && !newAccount && !newTags && !moved) plan.same.push(of);
}

/** 王　五 in a list that is set in columns is 王五. */
function unspaced(name: string): string {
  return name.replaceAll(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, "");
}
