import type { TeamRole } from "#domain/teams/membership.ts";
import type { DivisionRules, TeamRules } from "#domain/teams/team-rules.ts";
import { type HeaderColumns, headerColumnsOf, type Synonyms } from "#server/imports/header-columns.ts";
import { canonicalNo } from "#server/imports/refuse-twice.ts";
import type { RowProblem } from "#server/imports/row-problem.ts";
import { readCell } from "#server/imports/row-problem.ts";
import type { Table, TableRow } from "#server/imports/table.ts";
import { lineSchema } from "#server/input-schemas.ts";

type Field = "team" | "staffNo" | "role" | "division";
const SYNONYMS: Synonyms<Field> = {
  team: ["队名", "队伍", "代表队", "参赛队", "team", "team name"],
  staffNo: ["工号", "编号", "职工号", "员工号", "人员编号", "staff no", "staff number", "employee no"],
  role: ["角色", "身份", "职务", "role"],
  division: ["组别", "division", "bracket"],
};
const ROLES: Readonly<Record<string, TeamRole>> = {
  ...{ 队长: "captain", 领队: "captain", captain: "captain" },
  ...{ 队员: "member", 正式队员: "member", member: "member", "": "member" },
  ...{ 替补: "substitute", 替补队员: "substitute", substitute: "substitute", reserve: "substitute" },
};

/** Who may be put into a team: people of the contest by staff number, with the team they are in already. */
export type TeamPerson = Readonly<{ id: number; staffNo: string; name: string; branchId: number; teamName: string | null }>;
type Joining = Readonly<{ row: number; team: string; personId: number; staffNo: string; name: string; branchId: number; role: TeamRole }>;
export type PlannedTeam = Readonly<{ name: string; branchId: number | null; division: string | null; members: readonly Joining[] }>;
export type TeamsPlan = { problems: RowProblem[]; teams: PlannedTeam[]; adds: Joining[]; same: number[] };

type Known = Readonly<{ people: readonly TeamPerson[]; teams: readonly string[]; rules: TeamRules; divisions: DivisionRules | undefined }>;
type Read = Joining & { division: string };

/**
 * The teams a list would make, and every reason it cannot: one row a person, with the team's name, the staff number, and if wished role and
 * division. A team without a captain gets its first member for one. Teams that are here already are not touched: their rows are told.
 */
export function planTeams(table: Table, known: Known): TeamsPlan {
  const { columns, problems } = headerColumnsOf<Field>(table.header, SYNONYMS, ["team", "staffNo"]);
  const plan: TeamsPlan = { problems, teams: [], adds: [], same: [] };
  if (problems.length > 0) return plan;
  const byNumber = new Map(known.people.map((person) => [canonicalNo(person.staffNo), person]));
  const seen = new Map<number, number>();
  const read = table.rows.flatMap((row) => readMember(row, columns, byNumber, seen, known, plan) ?? []);
  for (const name of new Set(read.map(({ team }) => team))) {
    const rows = read.filter(({ team }) => team === name);
    const team = teamOf(name, rows, known, problems);
    plan.teams.push(team);
    plan.adds.push(...team.members);
  }
  problems.sort((a, b) => a.row - b.row);
  return plan;
}

function readMember(
  { rowNumber: row, cells }: TableRow,
  columns: HeaderColumns<Field>,
  people: ReadonlyMap<string, TeamPerson>,
  seen: Map<number, number>,
  known: Known,
  plan: TeamsPlan,
): Read | null {
  const { problems } = plan;
  const cell = (field: Field) => cells[columns[field]?.at ?? -1]?.trim() ?? "";
  const column = (field: Field) => columns[field]?.title ?? "";
  const before = problems.length;
  const say = (field: Field, code: string, params: Record<string, string | number> = {}) =>
    problems.push({ row, column: column(field), code, params });
  const team = readCell(lineSchema(30), cell("team"), { row, column: column("team") }, problems);
  const number = readCell(lineSchema(60), cell("staffNo"), { row, column: column("staffNo") }, problems);
  const person = number === null ? undefined : people.get(canonicalNo(number));
  if (number !== null && !person) say("staffNo", "not-in-contest", { value: number });
  const role = ROLES[cell("role").normalize("NFKC").toLowerCase()];
  if (!role) say("role", "role-unknown", { value: cell("role") });
  const division = cell("division");
  if (division !== "" && !known.divisions?.names.includes(division)) say("division", "division-unknown", { value: division });
  const firstRow = person && seen.get(person.id);
  if (person && firstRow !== undefined) say("staffNo", "staff-no-twice", { value: person.staffNo, firstRow });
  if (person) seen.set(person.id, firstRow ?? row);
  if (person?.teamName && person.teamName !== team) say("staffNo", "in-another-team", { value: person.teamName });
  if (problems.length > before || team === null || !person || !role) return null;
  if (person.teamName === team) {
    plan.same.push(row);
    return null;
  }
  if (known.teams.includes(team)) {
    say("team", "team-is-there", { value: team });
    return null;
  }
  return { row, team, personId: person.id, staffNo: person.staffNo, name: person.name, branchId: person.branchId, role, division };
}

/** The team of its rows, with what is wrong with it told at the row that is too much. */
function teamOf(name: string, rows: readonly Read[], { rules }: Known, problems: RowProblem[]): PlannedTeam {
  const say = (one: Read | undefined, code: string, params: Record<string, string | number> = {}) =>
    problems.push({ row: one?.row ?? 1, column: name, code, params });
  const captains = rows.filter(({ role }) => role === "captain");
  if (captains.length > 1) say(captains[1], "second-captain");
  const captain = captains[0] ?? rows.find(({ role }) => role === "member") ?? rows[0];
  const members = rows.map(({ division: _division, ...one }) => ({
    ...one,
    role: one.personId === captain?.personId ? ("captain" as const) : one.role,
  }));
  const playing = rows.filter((one) => one === captain || one.role !== "substitute");
  if (playing.length > rules.max) say(playing[rules.max], "team-too-large", { most: rules.max });
  if (rows.length - playing.length > rules.substitutes) say(rows.at(-1), "too-many-substitutes", { most: rules.substitutes });
  const stranger = rules.branches === "one" ? rows.find(({ branchId }) => branchId !== captain?.branchId) : undefined;
  if (stranger) say(stranger, "team-of-two-branches");
  const division = rows.find((one) => one.division !== "")?.division ?? null;
  return { name, branchId: rules.branches === "one" ? (captain?.branchId ?? null) : null, division, members };
}
