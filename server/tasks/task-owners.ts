import { inArray, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { branches } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import type { Member } from "#domain/people/viewer.ts";
import { blankable, idSchema } from "#server/input-schemas.ts";
import { fieldRefusal } from "#server/verb.ts";

const MOST_NAMED = 500;
/** A list, or one line of it as a form sends it. */
const listed = <S extends z.ZodType>(one: S) =>
  z.preprocess(
    (value) => (typeof value === "string" ? value.split(/[\s,，、;；]+/).filter((part) => part !== "") : value),
    z.array(one).max(MOST_NAMED).default([]),
  );

/** To whom something is given: persons and units by name, and everybody, or every unit, of a branch and below. */
export const ownerFields = {
  staffNos: listed(z.string().max(60)),
  personIds: listed(idSchema),
  branchIds: listed(idSchema),
  subtreeId: blankable(idSchema),
  each: z.enum(["person", "unit"]).default("person"),
};
type Wishes = Readonly<z.output<z.ZodObject<typeof ownerFields>>>;
export type Owner = Readonly<{ personId: number | null; branchId: number }>;

type PersonRow = { id: string; staff_no: string; branch_id: string; path: string; disabled: boolean };

/** Whoever may not be given anything by the viewer is as unknown as a number that nobody has. */
async function namedPeople(tx: Tx, { staffNos, personIds }: Wishes, viewer: Member): Promise<Owner[]> {
  if (staffNos.length + personIds.length === 0) return [];
  const { rows } = await tx.execute<PersonRow>(sql`
    select p.id, p.staff_no, p.branch_id, b.path, p.disabled_at is not null as disabled from people p join branches b on b.id = p.branch_id
    where p.id = any(${sql.param(personIds)}::bigint[]) or p.staff_no = any(${sql.param(staffNos)}::text[]) order by p.id`);
  const mine = rows.filter(({ path }) => can.assignTask(viewer, { path }));
  const known = new Set(mine.flatMap(({ id, staff_no }) => [Number(id), staff_no]));
  const missing = [...staffNos, ...personIds].find((one) => !known.has(one));
  const field = staffNos.length > 0 ? "staffNos" : "personIds";
  if (missing !== undefined) throw fieldRefusal(field, "no-such-person", { who: String(missing) });
  const gone = mine.find(({ disabled }) => disabled);
  if (gone) throw fieldRefusal(field, "person-disabled");
  return mine.map(({ id, branch_id }) => ({ personId: Number(id), branchId: Number(branch_id) }));
}

async function namedUnits(tx: Tx, { branchIds }: Wishes, viewer: Member): Promise<Owner[]> {
  if (branchIds.length === 0) return [];
  const { id, path, closedAt } = branches;
  const rows = await tx.select({ id, path, closedAt }).from(branches).where(inArray(id, branchIds)).orderBy(id).for("share");
  const mine = rows.filter((row) => can.assignTask(viewer, row));
  if (mine.length < new Set(branchIds).size) throw fieldRefusal("branchIds", "no-such-branch");
  if (mine.some((row) => row.closedAt)) throw fieldRefusal("branchIds", "branch-closed");
  return mine.map((row) => ({ personId: null, branchId: row.id }));
}

async function below(tx: Tx, { subtreeId, each }: Wishes): Promise<Owner[]> {
  if (subtreeId === undefined) return [];
  const inside = sql`b.path like (select top.path || '%' from branches top where top.id = ${subtreeId}) and b.closed_at is null`;
  const { rows } = await tx.execute<{ person_id: string | null; branch_id: string }>(
    each === "person"
      ? sql`select p.id as person_id, b.id as branch_id from people p join branches b on b.id = p.branch_id
          where ${inside} and p.disabled_at is null order by p.id`
      : sql`select null as person_id, b.id as branch_id from branches b where ${inside} order by b.path`,
  );
  return rows.map((row) => ({ personId: row.person_id === null ? null : Number(row.person_id), branchId: Number(row.branch_id) }));
}

/** Everyone meant, each once, whether named or found below the branch. */
export async function ownersOf(tx: Tx, wishes: Wishes, viewer: Member): Promise<Owner[]> {
  const all = [...(await namedPeople(tx, wishes, viewer)), ...(await namedUnits(tx, wishes, viewer)), ...(await below(tx, wishes))];
  return [
    ...new Map(all.map((owner) => [owner.personId === null ? `unit ${owner.branchId}` : `person ${owner.personId}`, owner])).values(),
  ];
}
