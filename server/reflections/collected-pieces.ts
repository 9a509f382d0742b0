import { and, asc, eq, isNotNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { branches, people } from "#db/schema/people.ts";
import { reflections } from "#db/schema/reflections.ts";
import { can } from "#domain/access.ts";
import type { Member } from "#domain/people/viewer.ts";
import { Refusal } from "#domain/refusal.ts";
import { visibleReflections } from "./visible-reflections.ts";

const MOST = 500;

/** The collection of a unit and of what lies below it, as far as the viewer may read it; the own branch's when none is named. */
export async function collectedPieces(db: Db, branchId: number | undefined, viewer: Member) {
  const [branch] = await db
    .select({ id: branches.id, name: branches.name, path: branches.path })
    .from(branches)
    .where(eq(branches.id, branchId ?? viewer.branchId));
  if (!branch || !can.seeCollection(viewer, branch)) throw new Refusal("not-found");
  const { id, title, body, handedInAt } = reflections;
  const items = await db
    .select({ id, title, body, handedInAt, author: people.name, branch: branches.name })
    .from(reflections)
    .innerJoin(branches, eq(branches.id, reflections.branchId))
    .innerJoin(people, eq(people.id, reflections.personId))
    .where(and(visibleReflections(viewer), isNotNull(reflections.collectedAt), sql`starts_with(${branches.path}, ${branch.path})`))
    .orderBy(asc(handedInAt), asc(id))
    .limit(MOST);
  return { branch: { id: branch.id, name: branch.name }, items };
}
