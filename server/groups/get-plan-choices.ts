import { asc, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { groups } from "#db/schema/groups.ts";
import { materials, materialVersions } from "#db/schema/materials.ts";
import { meetingKinds } from "#db/schema/meetings.ts";
import { branches } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { wallAt } from "#domain/groups/wall-clock.ts";
import { Refusal } from "#domain/refusal.ts";
import { visibleTo } from "#server/materials/visible-materials.ts";
import { query } from "#server/verb.ts";
import { groupFacts } from "./group-facts.ts";
import { groupSlug } from "./group-fields.ts";

const MOST = 300;
const ZONE = "Asia/Shanghai";

/** What a plan can be made of: kinds of meeting, and the texts its planner may read. */
export const getPlanChoices = query({
  at: "GET /api/groups/:slug/plan-choices",
  input: z.strictObject({ slug: groupSlug }),
  output: z.object({
    kinds: z.array(z.object({ key: z.string(), name: z.string(), nameEn: z.string(), minutes: z.number() })),
    materials: z.array(z.object({ slug: z.string(), title: z.string() })),
    today: z.string(),
    group: z.string(),
  }),
  door: "play",
  may: can.beSignedIn,
  async run(db, { slug }, { viewer, now }) {
    const [group] = await groupFacts(db, viewer, eq(groups.slug, slug));
    if (!group || !can.leadGroup(viewer, group)) throw new Refusal("not-found");
    const texts = await db
      .select({ slug: materials.slug, title: materialVersions.title })
      .from(materials)
      .innerJoin(materialVersions, eq(materialVersions.id, materials.publishedVersionId))
      .leftJoin(branches, eq(branches.id, materials.branchId))
      .where(visibleTo(viewer))
      .orderBy(asc(materialVersions.title), asc(materials.id))
      .limit(MOST);
    const kinds = await db.select().from(meetingKinds).where(isNull(meetingKinds.retiredAt)).orderBy(asc(meetingKinds.place));
    return { kinds, materials: texts, today: wallAt(now, ZONE).day, group: group.name };
  },
});
