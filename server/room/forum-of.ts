import { eq, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { meetings } from "#db/schema/meetings.ts";
import { type ForumRules, forumRulesSchema } from "#domain/meetings/forum.ts";
import { Refusal } from "#domain/refusal.ts";

/** The forum's rules and state; what was never set is as printed by default. */
export async function forumOf(db: Db | Tx, meetingId: number): Promise<ForumRules> {
  const [row] = await db.select({ forum: meetings.forum }).from(meetings).where(eq(meetings.id, meetingId));
  return forumRulesSchema.parse(row?.forum ?? {});
}

/** Sets what changed of it. The meeting is held by the command. */
export async function setForum(tx: Tx, meetingId: number, change: Partial<ForumRules>): Promise<void> {
  const next = { ...(await forumOf(tx, meetingId)), ...change };
  await tx
    .update(meetings)
    .set({ forum: next, revision: sql`${meetings.revision} + 1` })
    .where(eq(meetings.id, meetingId));
}

/** Before the lot: rules and presenters may still change. */
export async function refuseDrawn(tx: Tx, meetingId: number): Promise<ForumRules> {
  const forum = await forumOf(tx, meetingId);
  if (forum.closedAt) throw new Refusal("forum-is-closed");
  if (forum.seed !== "") throw new Refusal("lot-is-drawn");
  return forum;
}

/** Before the result. */
export async function refuseClosedForum(tx: Tx, meetingId: number): Promise<ForumRules> {
  const forum = await forumOf(tx, meetingId);
  if (forum.closedAt) throw new Refusal("forum-is-closed");
  return forum;
}
