import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { groups } from "#db/schema/groups.ts";
import { branches } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { query } from "#server/verb.ts";
import { groupFacts, visibleGroups } from "./group-facts.ts";

const MOST = 200;
export const groupLine = z.object({
  slug: z.string(),
  name: z.string(),
  branch: z.string(),
  isPrivate: z.boolean(),
  role: z.enum(["leader", "deputy", "member"]).nullable(),
  leader: z.string().nullable(),
  members: z.number(),
  nextAt: z.date().nullable(),
  closedAt: z.date().nullable(),
});

/** Leader, size and next meeting of groups. */
export async function groupLines(db: Db, ids: readonly number[], now: Date) {
  const leader = sql<string | null>`(select p.name from group_members l join people p on p.id = l.person_id
    where l.group_id = ${groups.id} and l.role = 'leader' and l.left_at is null)`;
  const next = sql<string | null>`(select min(m.starts_at) from meetings m
    where m.group_id = ${groups.id} and m.starts_at > ${now} and m.cancelled_at is null)`;
  const rows = await db
    .select({
      ...{ id: groups.id, branch: branches.name, leader, next },
      members: sql<number>`(select count(*)::int from group_members gm where gm.group_id = ${groups.id} and gm.left_at is null)`,
    })
    .from(groups)
    .innerJoin(branches, eq(branches.id, groups.branchId))
    .where(sql`${groups.id} = any(${sql.param([...ids])}::bigint[])`);
  return new Map(rows.map(({ id, next: at, ...row }) => [id, { ...row, nextAt: at === null ? null : new Date(at) }]));
}

/** One's own groups, and the others one may see that are open. */
export const listGroups = query({
  at: "GET /api/groups",
  input: z.strictObject({}),
  output: z.object({ mine: z.array(groupLine), others: z.array(groupLine), mayMake: z.boolean() }),
  door: "play",
  may: can.beSignedIn,
  async run(db, _input, { viewer, now }) {
    const seen = await groupFacts(db, viewer, and(visibleGroups(viewer), isNull(groups.closedAt)))
      .orderBy(asc(groups.name), asc(groups.id))
      .limit(MOST);
    const lines = await groupLines(
      db,
      seen.map(({ id }) => id),
      now,
    );
    const all = seen.flatMap((group) => {
      const line = lines.get(group.id);
      return line ? [{ ...group, ...line }] : [];
    });
    return {
      mine: all.filter(({ role }) => role !== null),
      others: all.filter(({ role }) => role === null),
      mayMake: can.seeMeetingsDesk(viewer),
    };
  },
});
