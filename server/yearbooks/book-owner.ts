import { eq, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { groups } from "#db/schema/groups.ts";
import { branches } from "#db/schema/people.ts";
import { can, type Grouped } from "#domain/access.ts";
import type { Member } from "#domain/people/viewer.ts";
import { Refusal } from "#domain/refusal.ts";
import { groupFacts, lockGroup } from "#server/groups/group-facts.ts";

/** Whose book it is: a group's, or a branch's own (`groupId` null). To permissions a branch is as a group without members. */
export type BookOwner = Grouped & Readonly<{ groupId: number | null; name: string; address: string }>;

/** A branch stands in the address as `~12`; no slug of a group begins so. */
const BRANCH = /^~([1-9]\d{0,14})$/;
export const addressOfBranch = (id: number): string => `~${id}`;

async function findBranch(db: Db | Tx, branchId: number): Promise<BookOwner | undefined> {
  const { id, name, path } = branches;
  const [branch] = await db.select({ id, name, path }).from(branches).where(eq(id, branchId));
  if (!branch) return undefined;
  const { name: called, path: lies } = branch;
  return { groupId: null, branchId, name: called, path: lies, isPrivate: false, role: null, address: addressOfBranch(branchId) };
}

const ofGroup = ({ id, slug, ...group }: Awaited<ReturnType<typeof groupFacts>>[number]): BookOwner => ({
  ...group,
  groupId: id,
  address: slug,
});

/** The owner of a book, when the viewer may see what it has made. */
export async function findOwner(db: Db, address: string, viewer: Member): Promise<BookOwner> {
  const [, branchId] = BRANCH.exec(address) ?? [];
  const [group] = branchId ? [] : await groupFacts(db, viewer, eq(groups.slug, address));
  const owner = branchId ? await findBranch(db, Number(branchId)) : group && ofGroup(group);
  if (!owner || !can.seeYearbook(viewer, owner)) throw new Refusal("not-found");
  return owner;
}

/** The owner of a book for a change: two people at the same one are taken one after the other. */
export async function lockOwner(tx: Tx, address: string, viewer: Member): Promise<BookOwner | undefined> {
  const [, branchId] = BRANCH.exec(address) ?? [];
  if (!branchId) {
    const group = await lockGroup(tx, address, viewer);
    return group && ofGroup(group);
  }
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`yearbook ${address}`}, 0))`);
  return findBranch(tx, Number(branchId));
}
