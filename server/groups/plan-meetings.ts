import type { Tx } from "#db/client.ts";
import { agendaItems, meetingPeople, meetings } from "#db/schema/meetings.ts";
import { indexMeetings } from "#server/search/index-meetings.ts";
import type { Kind } from "./draft-plan.ts";
import type { GroupMember } from "./members-of.ts";

export type PlannedSection = Readonly<{ id: number; title: string; materialId: number | null; fromBlock: string; toBlock: string }>;
export type PlannedMeeting = Readonly<{
  /** Of the plan's days, from 1. */
  number: number;
  startsAt: Date;
  endsAt: Date;
  section: PlannedSection | null;
  leaderId: number | null;
}>;
type Plan = Readonly<{ id: number; title: string; place: string; link: string }>;
type Making = Readonly<{
  group: Readonly<{ id: number; branchId: number }>;
  plan: Plan;
  kind: Kind;
  members: readonly GroupMember[];
  by: number;
  now: Date;
}>;

/** Who records: the first deputy, else the next member after the leader. */
const recorderOf = (members: readonly GroupMember[]) =>
  members.find(({ role }) => role === "deputy") ?? members.find(({ role }) => role !== "leader");

function agendaOf({ kind, members }: Making, meetingId: number, { section, leaderId }: PlannedMeeting) {
  const chair = members.find(({ role }) => role === "leader")?.id ?? null;
  return kind.agenda.map((item, place) => {
    const reads = item.kind === "reading";
    const passage = reads && section ? { materialId: section.materialId, fromBlock: section.fromBlock, toBlock: section.toBlock } : {};
    const personId = reads ? leaderId : item.kind === "opening" ? chair : null;
    return { meetingId, place, kind: item.kind, title: item.title, minutes: item.minutes, personId, ...passage };
  });
}

/**
 * Makes the meetings of a plan: agenda from the kind's template with the section at its reading, the group's members on the list, its
 * leader in the chair, the deputy or the next member as recorder. None is announced yet.
 */
export async function planMeetings(tx: Tx, making: Making, planned: readonly PlannedMeeting[]): Promise<void> {
  const { group, plan, kind, members, by, now } = making;
  if (planned.length === 0) return;
  const made = await tx
    .insert(meetings)
    .values(
      planned.map(({ number, startsAt, endsAt, section, leaderId }) => ({
        ...{ kind: kind.key, groupId: group.id, branchId: group.branchId, planId: plan.id, number, startsAt, endsAt },
        ...{ place: plan.place, link: plan.link, createdBy: by, createdAt: now, leadReaderId: leaderId },
        title: section?.title ?? plan.title,
        sectionId: section?.id ?? null,
        chairId: members.find(({ role }) => role === "leader")?.id ?? null,
        recorderId: recorderOf(members)?.id ?? null,
      })),
    )
    .returning({ id: meetings.id, number: meetings.number });
  await indexMeetings(
    tx,
    made.map(({ id }) => id),
  );
  const byNumber = new Map(planned.map((one) => [one.number, one]));
  const items = made.flatMap(({ id, number }) => {
    const one = byNumber.get(number ?? 0);
    return one ? agendaOf(making, id, one) : [];
  });
  if (items.length > 0) await tx.insert(agendaItems).values(items);
  const invited = members.filter(({ isDisabled }) => !isDisabled);
  const roster = made.flatMap(({ id: meetingId }) =>
    invited.map(({ id, branchId }) => ({ meetingId, personId: id, branchId, attend: "required" as const })),
  );
  for (let from = 0; from < roster.length; from += 1_000) await tx.insert(meetingPeople).values(roster.slice(from, from + 1_000));
}
