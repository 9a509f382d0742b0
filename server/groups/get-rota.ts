import { and, asc, eq, gte, isNull, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { rotaAbsences } from "#db/schema/groups.ts";
import { meetings, rotaSwaps } from "#db/schema/meetings.ts";
import { people } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { imbalanceOf } from "#domain/groups/rota-of.ts";
import { query } from "#server/verb.ts";
import { comingMeetings, isFixed } from "./coming-meetings.ts";
import { findInside } from "./find-inside.ts";
import { groupSlug } from "./group-fields.ts";
import { membersOf } from "./members-of.ts";

const MOST = 12;
const leader = z.object({ id: z.number(), name: z.string() }).nullable();
const swap = z.object({
  id: z.number(),
  name: z.string(),
  startsAt: z.date(),
  title: z.string(),
  withStartsAt: z.date(),
  withTitle: z.string(),
});

/** Swaps that wait for an answer of the viewer's, or that the viewer asked. */
async function openSwaps(db: Db, groupId: number, personId: number) {
  const [other, mine, theirs] = [alias(people, "other"), alias(meetings, "mine"), alias(meetings, "theirs")];
  const { acceptedAt, declinedAt, withdrawnAt, askedBy, askedOf } = rotaSwaps;
  const columns = {
    id: rotaSwaps.id,
    askedBy,
    startsAt: mine.startsAt,
    title: mine.title,
    withStartsAt: theirs.startsAt,
    withTitle: theirs.title,
  };
  return db
    .select({ ...columns, name: other.name })
    .from(rotaSwaps)
    .innerJoin(mine, eq(mine.id, rotaSwaps.meetingId))
    .innerJoin(theirs, eq(theirs.id, rotaSwaps.withMeetingId))
    .innerJoin(other, sql`${other.id} = case when ${askedBy} = ${personId} then ${askedOf} else ${askedBy} end`)
    .where(
      and(
        ...[eq(mine.groupId, groupId), isNull(acceptedAt), isNull(declinedAt), isNull(withdrawnAt)],
        or(eq(askedBy, personId), eq(askedOf, personId)),
      ),
    )
    .orderBy(asc(rotaSwaps.id));
}

/** The next meetings of a group with who leads them, swaps that wait for the viewer, and days on which people cannot lead. */
export const getRota = query({
  at: "GET /api/groups/:slug/rota",
  input: z.strictObject({ slug: groupSlug }),
  output: z.object({
    meetings: z.array(
      z.object({
        ...{ id: z.number(), title: z.string(), startsAt: z.date(), endsAt: z.date(), zone: z.string(), leader, isOwn: z.boolean() },
        announcedAt: z.date().nullable(),
        /** Planning again leaves it alone. */
        isFixed: z.boolean(),
      }),
    ),
    more: z.number(),
    imbalance: z.number(),
    toAnswer: z.array(swap),
    asked: z.array(swap),
    /** One's own; for whoever leads the group everybody's. */
    absences: z.array(z.object({ id: z.number(), name: z.string(), fromDay: z.string(), toDay: z.string(), isOwn: z.boolean() })),
  }),
  door: "play",
  may: can.beSignedIn,
  async run(db, { slug }, { viewer, now }) {
    const group = await findInside(db, slug, viewer);
    const members = await membersOf(db, group.id);
    const coming = await comingMeetings(db, group.id, now);
    const names = new Map(members.map(({ id, name }) => [id, name]));
    const swaps = await openSwaps(db, group.id, viewer.personId);
    const { id, fromDay, toDay, personId } = rotaAbsences;
    const away = await db
      .select({ id, fromDay, toDay, personId, name: people.name })
      .from(rotaAbsences)
      .innerJoin(people, eq(people.id, personId))
      .where(and(eq(rotaAbsences.groupId, group.id), gte(toDay, now.toISOString().slice(0, 10))))
      .orderBy(asc(fromDay), asc(id));
    return {
      meetings: coming.slice(0, MOST).map((one) => ({
        ...{ id: one.id, title: one.title, startsAt: one.startsAt, endsAt: one.endsAt, zone: one.rule.zone, announcedAt: one.announcedAt },
        leader: one.leadReaderId === null ? null : { id: one.leadReaderId, name: names.get(one.leadReaderId) ?? "" },
        ...{ isOwn: one.leadReaderId === viewer.personId, isFixed: isFixed(one) },
      })),
      more: Math.max(0, coming.length - MOST),
      imbalance: imbalanceOf(
        members.map((member) => member.id),
        coming.map(({ leadReaderId }) => leadReaderId),
      ),
      toAnswer: swaps.filter(({ askedBy }) => askedBy !== viewer.personId),
      asked: swaps.filter(({ askedBy }) => askedBy === viewer.personId),
      absences: away
        .filter((one) => one.personId === viewer.personId || can.leadGroup(viewer, group))
        .map((one) => ({ ...one, isOwn: one.personId === viewer.personId })),
    };
  },
});
