import { and, eq, isNull } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { meetings } from "#db/schema/meetings.ts";
import { programmeItems } from "#db/schema/programmes.ts";
import { findProgramme } from "./find-programme.ts";

/** A meeting of a programme, with what every permission asks for. `held`: the meeting of a group or branch that it is. */
export async function findMeeting(tx: Db | Tx, slug: string, id: number) {
  const programme = await findProgramme(tx, slug);
  if (!programme) return undefined;
  const { startsAt, endsAt, place } = meetings;
  const [item] = await tx
    .select({
      ...{ id: programmeItems.id, title: programmeItems.title, titleEn: programmeItems.titleEn, meeting: programmeItems.meeting },
      held: { id: meetings.id, startsAt, endsAt, place },
    })
    .from(programmeItems)
    .leftJoin(meetings, and(eq(meetings.id, programmeItems.meetingId), isNull(meetings.cancelledAt)))
    .where(
      and(
        eq(programmeItems.id, id),
        eq(programmeItems.programmeId, programme.id),
        eq(programmeItems.kind, "meeting"),
        isNull(programmeItems.retiredAt),
      ),
    );
  return item && { ...programme, item };
}
