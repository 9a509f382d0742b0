import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { branches, people } from "#db/schema/people.ts";
import { fieldRefusal } from "#server/verb.ts";

/** The people with these staff numbers, in that order. A number that nobody has, and somebody disabled, are told at the field. */
export async function peopleOf(tx: Tx, staffNos: readonly string[], field: string): Promise<{ id: number; name: string }[]> {
  if (staffNos.length === 0) return [];
  const { id, name, staffNo, disabledAt } = people;
  const rows = await tx.select({ id, name, staffNo, disabledAt }).from(people).where(inArray(staffNo, staffNos));
  const byNumber = new Map(rows.map((row) => [row.staffNo, row]));
  return staffNos.map((number) => {
    const found = byNumber.get(number);
    if (!found) throw fieldRefusal(field, "no-such-person", { who: number });
    if (found.disabledAt) throw fieldRefusal(field, "person-disabled", { who: number });
    return { id: found.id, name: found.name };
  });
}

/** The people with these row numbers, as `find-candidates` shows them: of the branch and below alone. */
export async function peopleNear(tx: Tx, ids: readonly number[], path: string, field: string): Promise<{ id: number; name: string }[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select({ id: people.id, name: people.name })
    .from(people)
    .innerJoin(branches, eq(branches.id, people.branchId))
    .where(and(inArray(people.id, [...ids]), isNull(people.disabledAt), sql`starts_with(${branches.path}, ${path})`));
  if (rows.length < new Set(ids).size) throw fieldRefusal(field, "no-such-person");
  return rows;
}

/** One of them, by number. */
export async function personOf(tx: Tx, staffNo: string, field: string): Promise<{ id: number; name: string }> {
  const [found] = await peopleOf(tx, [staffNo], field);
  if (!found) throw fieldRefusal(field, "no-such-person", { who: staffNo });
  return found;
}
