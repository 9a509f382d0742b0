import { database } from "#db/client.ts";
import { groupMembers, groups } from "#db/schema/groups.ts";
import { meetingPeople, meetings } from "#db/schema/meetings.ts";

let made = 0;

/** A group of these people, the first of whom leads it unless `roles` says otherwise. */
export async function aGroup(
  branchId: number,
  personIds: readonly number[],
  { isPrivate = true, now = new Date("2026-01-05T00:00:00Z") }: { isPrivate?: boolean; now?: Date } = {},
): Promise<{ id: number; slug: string }> {
  const desk = database("desk");
  const slug = `group-${++made}`;
  const [group] = await desk
    .insert(groups)
    .values({ slug, name: `读书小组${made}`, branchId, isPrivate, createdAt: now })
    .returning({ id: groups.id, slug: groups.slug });
  if (!group) throw new Error("no group was made");
  if (personIds.length > 0)
    await desk.insert(groupMembers).values(
      personIds.map((personId, at) => ({
        groupId: group.id,
        personId,
        role: at === 0 ? ("leader" as const) : ("member" as const),
        joinedAt: now,
      })),
    );
  return group;
}

type Wishes = Partial<typeof meetings.$inferInsert> & { branchId: number; people?: readonly { id: number; branchId: number }[] };

/** A reading session of two hours, announced, with these people on its list. */
export async function aMeeting({ people = [], ...wishes }: Wishes): Promise<number> {
  const desk = database("desk");
  const startsAt = wishes.startsAt ?? new Date("2026-12-03T06:00:00Z");
  const [row] = await desk
    .insert(meetings)
    .values({
      kind: "reading",
      title: `读书会 ${++made}`,
      endsAt: new Date(startsAt.getTime() + 7_200_000),
      announcedAt: new Date(startsAt.getTime() - 8 * 86_400_000),
      createdAt: new Date(startsAt.getTime() - 9 * 86_400_000),
      ...wishes,
      startsAt,
    })
    .returning({ id: meetings.id });
  const meetingId = row?.id ?? 0;
  if (people.length > 0)
    await desk
      .insert(meetingPeople)
      .values(people.map(({ id, branchId }) => ({ meetingId, personId: id, branchId, attend: "required" as const })));
  return meetingId;
}
