import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { planSections } from "#db/schema/groups.ts";
import { agendaItems, meetings } from "#db/schema/meetings.ts";
import { noteMeetingChange } from "#server/meetings/note-change.ts";
import { indexMeetings } from "#server/search/index-meetings.ts";

type Section = Readonly<{ id: number; title: string; materialId: number | null; fromBlock: string; toBlock: string }>;

async function readIn(tx: Tx, meetingId: number, section: Section | null, planTitle: string, now: Date): Promise<void> {
  await tx
    .update(meetings)
    .set({ sectionId: section?.id ?? null, title: section?.title ?? planTitle, revision: sql`${meetings.revision} + 1` })
    .where(eq(meetings.id, meetingId));
  const { materialId = null, fromBlock = "", toBlock = "" } = section ?? {};
  await tx
    .update(agendaItems)
    .set({ materialId, fromBlock, toBlock })
    .where(and(eq(agendaItems.meetingId, meetingId), eq(agendaItems.kind, "reading"), isNull(agendaItems.removedAt)));
  await indexMeetings(tx, [meetingId]);
  await noteMeetingChange(tx, meetingId, "agenda", now);
}

/** Lays the sections of a plan out again, in order, over its meetings that are not announced yet. Returns how many found no meeting. */
export async function reflowSections(tx: Tx, plan: { id: number; title: string }, now: Date): Promise<number> {
  const { id, sectionId, startsAt, announcedAt, openedAt } = meetings;
  const all = await tx
    .select({ id, sectionId, startsAt, announcedAt, openedAt })
    .from(meetings)
    .where(and(eq(meetings.planId, plan.id), isNull(meetings.cancelledAt)))
    .orderBy(asc(startsAt), asc(id));
  const isFree = (one: (typeof all)[number]) => one.announcedAt === null && one.openedAt === null && one.startsAt > now;
  const held = new Set(all.filter((one) => !isFree(one)).map((one) => one.sectionId));
  const sections = await tx
    .select()
    .from(planSections)
    .where(and(eq(planSections.planId, plan.id), isNull(planSections.retiredAt)))
    .orderBy(asc(planSections.place), asc(planSections.id));
  const left = sections.filter((section) => !held.has(section.id));
  const free = all.filter(isFree);
  for (const [at, meeting] of free.entries()) {
    const section = left[at] ?? null;
    if (meeting.sectionId !== (section?.id ?? null)) await readIn(tx, meeting.id, section, plan.title, now);
  }
  return Math.max(0, left.length - free.length);
}
