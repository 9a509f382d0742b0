import { and, desc, eq, gt, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { annotations } from "#db/schema/annotations.ts";
import { materials, materialVersions } from "#db/schema/materials.ts";
import { branches, people } from "#db/schema/people.ts";
import { can, OVERSEERS } from "#domain/access.ts";
import { inSubtrees } from "#server/branches/in-subtrees.ts";
import { query } from "#server/verb.ts";
import { authorSchema } from "./threads-of.ts";

const WEEK_MS = 7 * 86_400_000;
const MOST = 200;

/** What people of the viewer's subtrees asked about texts and nobody has settled: this week's, or all. */
export const listOpenQuestions = query({
  at: "GET /api/annotations/questions",
  input: z.strictObject({ since: z.enum(["week", "ever"]).default("week") }),
  output: z.object({
    questions: z.array(
      z.object({
        id: z.number(),
        body: z.string(),
        quote: z.string(),
        slug: z.string(),
        title: z.string(),
        author: authorSchema,
        createdAt: z.date(),
        votes: z.number(),
        replies: z.number(),
      }),
    ),
  }),
  door: "play",
  may: can.seeOpenQuestions,
  async run(db, { since }, { viewer, now }) {
    const { id, body, exact, createdAt } = annotations;
    const votes = sql<number>`(select count(*)::int from annotation_votes v where v.annotation_id = ${id})`;
    const questions = await db
      .select({
        ...{ id, body, quote: exact, createdAt, slug: materials.slug, title: materialVersions.title },
        author: { name: people.name, branch: branches.name },
        votes,
        replies: sql<number>`(select count(*)::int from annotation_replies r where r.annotation_id = ${id} and r.deleted_at is null)`,
      })
      .from(annotations)
      .innerJoin(branches, eq(branches.id, annotations.branchId))
      .innerJoin(people, eq(people.id, annotations.personId))
      .innerJoin(materials, eq(materials.id, annotations.materialId))
      .innerJoin(materialVersions, eq(materialVersions.id, sql`coalesce(${materials.publishedVersionId}, ${annotations.versionId})`))
      .where(
        and(
          ...[eq(annotations.kind, "question"), eq(annotations.visibility, "branch")],
          ...[isNull(annotations.settledAt), isNull(annotations.deletedAt), isNull(materials.archivedAt)],
          inSubtrees(viewer, OVERSEERS),
          since === "week" ? gt(createdAt, new Date(now.getTime() - WEEK_MS)) : undefined,
        ),
      )
      .orderBy(desc(votes), desc(id))
      .limit(MOST);
    return { questions };
  },
});
