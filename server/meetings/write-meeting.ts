import { eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { agendaItems, meetingKinds, meetings } from "#db/schema/meetings.ts";
import type { AgendaTemplate, AttendRule } from "#domain/meetings/kinds.ts";
import { indexMeetings } from "#server/search/index-meetings.ts";
import { firstParty, peopleOfParty, putOnRoster } from "./roster-of.ts";

export type MeetingKind = Readonly<{ key: string; agenda: AgendaTemplate; attend: AttendRule }>;

/** A kind that meetings can still be made of. */
export async function findKind(tx: Tx, key: string): Promise<MeetingKind | undefined> {
  const { agenda, attend, retiredAt } = meetingKinds;
  const [kind] = await tx.select({ key: meetingKinds.key, agenda, attend, retiredAt }).from(meetingKinds).where(eq(meetingKinds.key, key));
  return kind && kind.retiredAt === null ? kind : undefined;
}

type Making = Readonly<{
  kind: MeetingKind;
  group: Readonly<{ id: number; branchId: number }> | null;
  branch: Readonly<{ id: number; path: string }>;
  fields: Readonly<{
    title: string;
    startsAt: Date;
    endsAt: Date;
    place?: string | undefined;
    link?: string | undefined;
    intro?: string | undefined;
    openTo: "roster" | "branch";
  }>;
  duties: Readonly<{ chairId: number | null; recorderId: number | null; leadReaderId: number | null }>;
  by: number;
  now: Date;
}>;

/** Makes a meeting that nobody was told of yet: agenda from the template of its kind, its list as the kind says. Returns its number. */
export async function writeMeeting(tx: Tx, { kind, group, branch, fields, duties, by, now }: Making): Promise<number> {
  const { place = "", link = "", intro = "", ...rest } = fields;
  const [made] = await tx
    .insert(meetings)
    .values({
      ...{ ...rest, ...duties, place, link, intro },
      ...{ kind: kind.key, groupId: group?.id ?? null, branchId: branch.id, createdBy: by, createdAt: now },
    })
    .returning({ id: meetings.id });
  const meetingId = made?.id ?? 0;
  if (kind.agenda.length > 0)
    await tx.insert(agendaItems).values(
      kind.agenda.map(({ kind: itemKind, title, minutes }, place) => ({
        ...{ meetingId, place, kind: itemKind, title, minutes },
        personId: itemKind === "reading" ? duties.leadReaderId : itemKind === "opening" ? duties.chairId : null,
      })),
    );
  const party = firstParty(kind.attend, group?.id ?? null, branch.path);
  if (party) await putOnRoster(tx, meetingId, await peopleOfParty(tx, party), "required");
  await indexMeetings(tx, [meetingId]);
  return meetingId;
}
