import type { Tx } from "#db/client.ts";
import { branches } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import type { Member } from "#domain/people/viewer.ts";
import type { KnownBranch } from "#server/imports/branch-finder.ts";

/** The open branches of the viewer's subtrees, each with the names on the way from the root: 总部/东区/一支部. */
export async function listKnownBranches(tx: Tx, viewer: Member): Promise<KnownBranch[]> {
  const { id, code, name, path, closedAt } = branches;
  const all = await tx.select({ id, code, name, path, closedAt }).from(branches);
  const names = new Map(all.map((branch) => [String(branch.id), branch.name]));
  const named = (ids: string) =>
    ids
      .split("/")
      .flatMap((step) => names.get(step) ?? [])
      .join("/");
  return all
    .filter((branch) => branch.closedAt === null && can.editBranch(viewer, branch))
    .map((branch) => ({ id: branch.id, code: branch.code, path: named(branch.path) }));
}
