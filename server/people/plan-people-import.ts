import { eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { branches, people } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import type { OfficeName } from "#domain/people/offices.ts";
import type { Member } from "#domain/people/viewer.ts";
import { listKnownBranches } from "#server/branches/list-known-branches.ts";
import { columnSaying } from "#server/imports/column-saying.ts";
import { type KnownPerson, planRoster, type RosterPlan } from "#server/imports/roster.ts";
import type { Table } from "#server/imports/table.ts";

type Standing = KnownPerson & { path: string; offices: { office: OfficeName; path: string }[] };

/** Everybody, since a staff number counts in the whole organisation; whom the viewer may not touch is filtered from the plan. */
async function listEverybody(tx: Tx): Promise<Standing[]> {
  const { id, staffNo, name, account, tags } = people;
  const rows = await tx
    .select({ id, staffNo, name, account, tags, branchCode: branches.code, path: branches.path })
    .from(people)
    .innerJoin(branches, eq(branches.id, people.branchId));
  const held = await tx.query.offices.findMany({ where: (office, { isNull }) => isNull(office.endedAt) });
  const paths = new Map(
    (await tx.select({ id: branches.id, path: branches.path }).from(branches)).map((branch) => [branch.id, branch.path]),
  );
  const byPerson = Map.groupBy(held, ({ personId }) => personId);
  const officesOf = (personId: number) =>
    (byPerson.get(personId) ?? []).map(({ office, branchId }) => ({ office, path: paths.get(branchId) ?? "" }));
  return rows.map((row) => ({ ...row, offices: officesOf(row.id) }));
}

type Touched = Readonly<{ row: number; personId: number; staffNo: string }>;

/** Takes out of the plan what the viewer may not do, each as a problem of its row, without a word about the person behind it. */
function keepOwn(plan: RosterPlan, everybody: readonly Standing[], viewer: Member, table: Table): RosterPlan {
  const byId = new Map(everybody.map((person) => [person.id, person]));
  const may =
    (rule: (person: Standing) => boolean) =>
    ({ personId }: Touched) => {
      const person = byId.get(personId);
      return person !== undefined && rule(person);
    };
  const own = may((person) => can.importPeople(viewer, person));
  const resettable = may((person) => can.resetPerson(viewer, person));
  const movable = may((person) => can.movePerson(viewer, { personId: person.id, from: person, to: person }));
  const problem = ({ row, staffNo }: Touched, code: string) => ({
    row,
    column: columnSaying(table, row, staffNo),
    code,
    params: { value: staffNo },
  });

  const touched: Touched[] = [...plan.changes, ...plan.moves, ...plan.same];
  const outside = new Map(touched.filter((one) => !own(one)).map((one) => [one.row, problem(one, "outside-subtree")]));
  const accounts = plan.changes.filter((one) => own(one) && one.account !== null && !resettable(one));
  const selves = plan.moves.filter((one) => own(one) && !movable(one));
  const problems = [
    ...plan.problems,
    ...outside.values(),
    ...accounts.map((one) => problem(one, "account-forbidden")),
    ...selves.map((one) => problem(one, "own-move")),
  ];
  return {
    ...plan,
    changes: plan.changes.filter(own),
    moves: plan.moves.filter(own),
    same: plan.same.filter(own),
    problems: problems.toSorted((one, other) => one.row - other.row),
  };
}

/** What this roster would do by this viewer's hand. Branches outside the own subtrees and closed ones are unknown to it. */
export async function planPeopleImport(tx: Tx, viewer: Member, table: Table): Promise<RosterPlan> {
  const everybody = await listEverybody(tx);
  const known = await listKnownBranches(tx, viewer);
  return keepOwn(planRoster(table, { branches: known, people: everybody }), everybody, viewer, table);
}
