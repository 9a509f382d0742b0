import { asc, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { pointEntries } from "#db/schema/points.ts";

/** The own points with their why, for the own export: one's own data are one's own in light-burden mode too. */
export async function myPointData(db: Db, personId: number) {
  const { id, rule, source, day, earned, granted, correctsId, why, enteredAt } = pointEntries;
  return {
    points: await db
      .select({ id, rule, source, day, earned, granted, correctsId, why, enteredAt })
      .from(pointEntries)
      .where(eq(pointEntries.personId, personId))
      .orderBy(asc(id)),
  };
}
