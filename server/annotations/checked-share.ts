import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { groupMembers, groups } from "#db/schema/groups.ts";
import type { Member } from "#domain/people/viewer.ts";
import { blankable, idSchema } from "#server/input-schemas.ts";
import { fieldRefusal } from "#server/verb.ts";

/** Who may see an annotation, as its author says it. */
export const shareFields = { visibility: z.enum(["private", "group", "branch"]), groupId: blankable(idSchema) };
type ShareInput = Readonly<{ visibility: "private" | "group" | "branch"; groupId?: number | undefined }>;

/** Who may see an annotation, as it is stored. */
export type Share = Readonly<{ visibility: "private" | "group" | "branch"; groupId: number | null; branchId: number }>;

/** What the author asked for; refused at the field unless the author belongs to the group, and the group still meets. */
export async function checkedShare(tx: Tx, { personId, branchId }: Member, { visibility, groupId }: ShareInput): Promise<Share> {
  if (visibility !== "group") return { visibility, branchId, groupId: null };
  const isMember = and(eq(groupMembers.groupId, groupId ?? 0), eq(groupMembers.personId, personId), isNull(groupMembers.leftAt));
  const [found] = await tx
    .select({ id: groups.id })
    .from(groupMembers)
    .innerJoin(groups, eq(groups.id, groupMembers.groupId))
    .where(and(isMember, isNull(groups.closedAt)));
  if (!found) throw fieldRefusal("groupId", "no-such-group");
  return { visibility, branchId, groupId: found.id };
}
