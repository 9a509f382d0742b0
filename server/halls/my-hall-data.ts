import { and, asc, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { hallEvents, hallMembers, hallSides, halls } from "#db/schema/halls.ts";

/** The finals one stood in, for which side, and what one did there, for the own export: nothing of the others. */
export async function myHallData(db: Db, personId: number) {
  const { hallId, seq, kind, seat, at } = hallEvents;
  return {
    halls: await db
      .select({ id: halls.id, title: halls.title, side: hallSides.name, buzzes: hallMembers.buzzes })
      .from(hallMembers)
      .innerJoin(halls, eq(halls.id, hallMembers.hallId))
      .innerJoin(hallSides, and(eq(hallSides.hallId, hallMembers.hallId), eq(hallSides.seat, hallMembers.seat)))
      .where(eq(hallMembers.personId, personId))
      .orderBy(asc(halls.id)),
    hallEvents: await db
      .select({ hallId, seq, kind, seat, at })
      .from(hallEvents)
      .where(eq(hallEvents.personId, personId))
      .orderBy(asc(hallId), asc(seq)),
  };
}
