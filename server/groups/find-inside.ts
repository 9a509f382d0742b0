import { eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { groups } from "#db/schema/groups.ts";
import { can } from "#domain/access.ts";
import type { Member } from "#domain/people/viewer.ts";
import { Refusal } from "#domain/refusal.ts";
import { groupFacts } from "./group-facts.ts";

/** A group for whoever belongs to it or looks after it; for everybody else it is not there. */
export async function findInside(db: Db, slug: string, viewer: Member) {
  const [group] = await groupFacts(db, viewer, eq(groups.slug, slug));
  if (!group || !(can.joinIn(viewer, group) || can.leadGroup(viewer, group))) throw new Refusal("not-found");
  return group;
}
