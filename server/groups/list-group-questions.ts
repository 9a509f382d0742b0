import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { annotations } from "#db/schema/annotations.ts";
import { groups } from "#db/schema/groups.ts";
import { materials, materialVersions } from "#db/schema/materials.ts";
import { branches, people } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { visibleTo } from "#server/materials/visible-materials.ts";
import { query } from "#server/verb.ts";
import { groupFacts } from "./group-facts.ts";
import { groupSlug } from "./group-fields.ts";

const MOST = 50;

/** What members asked their group about texts and nobody has settled. For its members alone: an office does not see into it. */
export const listGroupQuestions = query({
  at: "GET /api/groups/:slug/questions",
  input: z.strictObject({ slug: groupSlug }),
  output: z.object({
    questions: z.array(
      z.object({
        id: z.number(),
        body: z.string(),
        quote: z.string(),
        slug: z.string(),
        title: z.string(),
        name: z.string(),
        votes: z.number(),
      }),
    ),
  }),
  door: "play",
  may: can.beSignedIn,
  async run(db, { slug }, { viewer }) {
    const [group] = await groupFacts(db, viewer, eq(groups.slug, slug));
    if (!group || !can.joinIn(viewer, group)) throw new Refusal("not-found");
    const { id, body, exact } = annotations;
    const votes = sql<number>`(select count(*)::int from annotation_votes v where v.annotation_id = ${id})`;
    const asked = [eq(annotations.groupId, group.id), eq(annotations.kind, "question")];
    const questions = await db
      .select({ id, body, quote: exact, slug: materials.slug, title: materialVersions.title, name: people.name, votes })
      .from(annotations)
      .innerJoin(people, eq(people.id, annotations.personId))
      .innerJoin(materials, eq(materials.id, annotations.materialId))
      .innerJoin(materialVersions, eq(materialVersions.id, materials.publishedVersionId))
      .leftJoin(branches, eq(branches.id, materials.branchId))
      .where(and(...asked, isNull(annotations.settledAt), isNull(annotations.deletedAt), visibleTo(viewer)))
      .orderBy(desc(votes), desc(id))
      .limit(MOST);
    return { questions };
  },
});
