import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { branches, offices, people } from "#db/schema/people.ts";
import type { OfficeName } from "#domain/people/offices.ts";

export type LockedPerson = Readonly<{
  id: number;
  staffNo: string;
  account: string;
  name: string;
  pinyinFull: string;
  pinyinInitials: string;
  branchId: number;
  tags: string[];
  timePercent: number;
  disabledAt: Date | null;
  joined: boolean;
  /** Path of the branch, and the offices held now with the paths of theirs. */
  path: string;
  offices: readonly { id: number; office: OfficeName; path: string }[];
}>;

/** The person, held against changes by others until the transaction ends. Members' own work (sign-ins, answers) does not wait for it. */
export async function lockPerson(tx: Tx, id: number): Promise<LockedPerson | undefined> {
  const [person] = await tx.select().from(people).where(eq(people.id, id)).for("no key update");
  if (!person) return undefined;
  // Statements of their own: the one above began before the wait for the lock.
  const [branch] = await tx.select({ path: branches.path }).from(branches).where(eq(branches.id, person.branchId));
  const held = await tx
    .select({ id: offices.id, office: offices.office, path: branches.path })
    .from(offices)
    .innerJoin(branches, eq(branches.id, offices.branchId))
    .where(and(eq(offices.personId, id), isNull(offices.endedAt)));
  const { passwordHash, oidcSubject, createdAt: _createdAt, ...known } = person;
  return { ...known, joined: passwordHash !== null || oidcSubject !== null, path: branch?.path ?? "", offices: held };
}
