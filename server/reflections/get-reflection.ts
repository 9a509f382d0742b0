import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { materials, materialVersions } from "#db/schema/materials.ts";
import { branches, people } from "#db/schema/people.ts";
import { programmeItems } from "#db/schema/programmes.ts";
import { reflectionKeeps } from "#db/schema/reflections.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { query } from "#server/verb.ts";
import { listComments } from "./list-comments.ts";
import { reflectionId } from "./reflection-fields.ts";
import { findReflection } from "./visible-reflections.ts";

const person = z.object({ name: z.string(), branch: z.string() });

async function aboutOf(db: Db, { materialId, itemId }: { materialId: number | null; itemId: number | null }) {
  const [material] = await db
    .select({ slug: materials.slug, title: materialVersions.title })
    .from(materials)
    .innerJoin(materialVersions, eq(materialVersions.id, materials.publishedVersionId))
    .where(eq(materials.id, materialId ?? 0));
  const { title, titleEn, prompt } = programmeItems;
  const [item] = await db
    .select({ title, titleEn, prompt })
    .from(programmeItems)
    .where(eq(programmeItems.id, itemId ?? 0));
  return { material: material ?? null, item: item ?? null };
}

/** One piece, with what was said to it. Its draft is for its author alone. */
export const getReflection = query({
  at: "GET /api/reflections/:id",
  input: z.strictObject(reflectionId),
  output: z.object({
    id: z.number(),
    title: z.string(),
    body: z.string(),
    characters: z.number(),
    revision: z.number(),
    author: person,
    mine: z.boolean(),
    savedAt: z.date(),
    handedInAt: z.date().nullable(),
    recommended: z.boolean(),
    collected: z.boolean(),
    kept: z.boolean(),
    material: z.object({ slug: z.string(), title: z.string() }).nullable(),
    item: z.object({ title: z.string(), titleEn: z.string(), prompt: z.string() }).nullable(),
    comments: z.array(
      z.object({
        id: z.number(),
        body: z.string(),
        createdAt: z.date(),
        author: person.nullable(),
        deleted: z.boolean(),
        mine: z.boolean(),
        mayRemove: z.boolean(),
      }),
    ),
    may: z.object({ edit: z.boolean(), withdraw: z.boolean(), oversee: z.boolean() }),
  }),
  door: "play",
  may: can.beSignedIn,
  async run(db, { id }, { viewer }) {
    const piece = await findReflection(db, id);
    if (!piece || !can.seeReflection(viewer, piece)) throw new Refusal("not-found");
    const [author] = await db
      .select({ name: people.name, branch: branches.name })
      .from(people)
      .innerJoin(branches, eq(branches.id, piece.branchId))
      .where(eq(people.id, piece.personId));
    const keeps = and(eq(reflectionKeeps.reflectionId, id), eq(reflectionKeeps.personId, viewer.personId));
    const comments = (await listComments(db, id)).map(({ personId, ...comment }) => ({
      ...comment,
      mine: personId === viewer.personId,
      mayRemove: !comment.deleted && can.removeComment(viewer, { personId, reflection: piece }),
    }));
    const isMine = can.editReflection(viewer, piece);
    const stands = comments.some(({ deleted }) => !deleted) || piece.recommendedAt !== null || piece.collectedAt !== null;
    return {
      ...piece,
      ...(await aboutOf(db, piece)),
      ...{ author: author ?? { name: "", branch: "" }, comments, mine: isMine },
      ...{ recommended: piece.recommendedAt !== null, collected: piece.collectedAt !== null },
      kept: (await db.$count(reflectionKeeps, keeps)) > 0,
      may: {
        edit: isMine && piece.handedInAt === null,
        withdraw: isMine && piece.handedInAt !== null && !stands,
        oversee: can.overseeReflection(viewer, piece),
      },
    };
  },
});
