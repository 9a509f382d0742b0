import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.ts";
import { annotations } from "#db/schema/annotations.ts";
import { groups } from "#db/schema/groups.ts";
import { agendaItems, checkIns, meetingParties, meetingPeople, meetingQuestions } from "#db/schema/meetings.ts";
import { branches, people } from "#db/schema/people.ts";
import type { Member } from "#domain/people/viewer.ts";
import { annotationDetails } from "#server/annotations/annotation-details.ts";
import { annotationFacts, visibleAnnotations } from "#server/annotations/visible-annotations.ts";
import { visibleTo } from "#server/materials/visible-materials.ts";

const MOST_QUESTIONS = 30;

/** The agenda in its order. A text that the viewer may not read is a title without a way to it. */
export async function agendaOf(db: Db, viewer: Member, meetingId: number) {
  const readable = sql`select m.id, m.slug, v.title, v.id as version_id from materials m join material_versions v on v.id = m.published_version_id`;
  const { id, kind, title, minutes, personId, materialId, fromBlock, toBlock, startedAt, endedAt } = agendaItems;
  return db
    .select({
      ...{ id, kind, title, minutes, personId, materialId, fromBlock, toBlock, startedAt, endedAt },
      person: people.name,
      material: sql<{ slug: string; title: string; versionId: number } | null>`(
        select jsonb_build_object('slug', r.slug, 'title', r.title, 'versionId', r.version_id) from (${readable}) r
        where r.id = ${materialId} and exists (
          select 1 from materials left join branches on branches.id = materials.branch_id where materials.id = r.id and ${visibleTo(viewer)}))`,
    })
    .from(agendaItems)
    .leftJoin(people, eq(people.id, personId))
    .where(and(eq(agendaItems.meetingId, meetingId), isNull(agendaItems.removedAt)))
    .orderBy(asc(agendaItems.place), asc(agendaItems.id));
}

/** The list, by branch and name, with what everybody replied and who was there. */
export async function rosterOf(db: Db, meetingId: number) {
  const { personId, attend, reply, replyReason, excusedAt, excuse } = meetingPeople;
  return db
    .select({
      ...{ personId, attend, reply, replyReason, excusedAt, excuse },
      name: people.name,
      branch: branches.name,
      checkedInAt: checkIns.checkedInAt,
      mode: checkIns.mode,
    })
    .from(meetingPeople)
    .innerJoin(people, eq(people.id, personId))
    .innerJoin(branches, eq(branches.id, meetingPeople.branchId))
    .leftJoin(checkIns, and(eq(checkIns.meetingId, meetingPeople.meetingId), eq(checkIns.personId, personId), isNull(checkIns.withdrawnAt)))
    .where(and(eq(meetingPeople.meetingId, meetingId), isNull(meetingPeople.removedAt)))
    .orderBy(asc(branches.path), asc(people.name), asc(personId));
}

/** What was asked for the lead reader. */
export async function questionsOf(db: Db, meetingId: number) {
  const { id, personId, body, createdAt, answeredAt } = meetingQuestions;
  return db
    .select({ id, personId, body, createdAt, answeredAt, name: people.name })
    .from(meetingQuestions)
    .innerJoin(people, eq(people.id, personId))
    .where(and(eq(meetingQuestions.meetingId, meetingId), isNull(meetingQuestions.deletedAt), isNull(meetingQuestions.presenterId)))
    .orderBy(asc(id))
    .limit(500);
}

/** Open questions that readers wrote on a text, as far as the viewer may see them: what the lead reader prepares for (A10). */
export async function openAnnotations(db: Db, viewer: Member, materialId: number, versionId: number) {
  const facts = await annotationFacts(
    db,
    viewer,
    and(
      visibleAnnotations(viewer),
      eq(annotations.materialId, materialId),
      eq(annotations.kind, "question"),
      isNull(annotations.deletedAt),
      isNull(annotations.settledAt),
    ),
  )
    .orderBy(asc(annotations.id))
    .limit(MOST_QUESTIONS);
  const details = await annotationDetails(
    db,
    facts.map(({ id }) => id),
    versionId,
  );
  return facts.flatMap(({ id }) => {
    const detail = details.get(id);
    return detail ? [{ id, body: detail.body, exact: detail.exact, name: detail.name, block: detail.anchor?.block ?? "" }] : [];
  });
}

const partyBranch = alias(branches, "party_branch");

/** Who meets with the one it is registered with. */
export async function partiesOf(db: Db, meetingId: number) {
  const rows = await db
    .select({ id: meetingParties.id, group: groups.name, branch: partyBranch.name })
    .from(meetingParties)
    .leftJoin(groups, eq(groups.id, meetingParties.groupId))
    .leftJoin(partyBranch, eq(partyBranch.id, meetingParties.branchId))
    .where(eq(meetingParties.meetingId, meetingId))
    .orderBy(asc(meetingParties.id));
  return rows.map(({ id, group, branch }) => ({ id, name: group ?? branch ?? "" }));
}
