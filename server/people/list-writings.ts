import { and, asc, eq, isNull } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { annotationReplies, annotations, annotationVotes } from "#db/schema/annotations.ts";
import { groupMembers, groups } from "#db/schema/groups.ts";
import { materials } from "#db/schema/materials.ts";
import { reflectionComments, reflectionKeeps, reflections } from "#db/schema/reflections.ts";

/** What somebody wrote on texts and about them, and the groups one reads in, for one's own export: the own words alone. */
export async function listWritings(db: Db, personId: number) {
  const { kind, body, visibility, exact, createdAt, editedAt, settledAt, deletedAt } = annotations;
  const piece = { id: reflections.id, title: reflections.title, body: reflections.body, createdAt: reflections.createdAt };
  const stands = { handedInAt: reflections.handedInAt, recommendedAt: reflections.recommendedAt, collectedAt: reflections.collectedAt };
  const reply = { annotationId: annotationReplies.annotationId, body: annotationReplies.body, createdAt: annotationReplies.createdAt };
  const said = { reflectionId: reflectionComments.reflectionId, body: reflectionComments.body, createdAt: reflectionComments.createdAt };
  return {
    annotations: await db
      .select({ material: materials.slug, kind, body, visibility, quote: exact, createdAt, editedAt, settledAt, deletedAt })
      .from(annotations)
      .innerJoin(materials, eq(materials.id, annotations.materialId))
      .where(eq(annotations.personId, personId))
      .orderBy(asc(annotations.id)),
    annotationReplies: await db.select(reply).from(annotationReplies).where(eq(annotationReplies.personId, personId)),
    annotationVotes: await db
      .select({ annotationId: annotationVotes.annotationId, votedAt: annotationVotes.votedAt })
      .from(annotationVotes)
      .where(eq(annotationVotes.personId, personId)),
    reflections: await db
      .select({ ...piece, ...stands })
      .from(reflections)
      .where(and(eq(reflections.personId, personId), isNull(reflections.deletedAt)))
      .orderBy(asc(reflections.id)),
    reflectionComments: await db.select(said).from(reflectionComments).where(eq(reflectionComments.personId, personId)),
    reflectionKeeps: await db
      .select({ reflectionId: reflectionKeeps.reflectionId, keptAt: reflectionKeeps.keptAt })
      .from(reflectionKeeps)
      .where(eq(reflectionKeeps.personId, personId)),
    groups: await db
      .select({ group: groups.name, role: groupMembers.role, joinedAt: groupMembers.joinedAt, leftAt: groupMembers.leftAt })
      .from(groupMembers)
      .innerJoin(groups, eq(groups.id, groupMembers.groupId))
      .where(eq(groupMembers.personId, personId)),
  };
}
