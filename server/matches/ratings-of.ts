import { asc, inArray } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { ratings } from "#db/schema/matches.ts";
import { FIRST_RATING, type Rating } from "#domain/matches/rating.ts";

const { personId, rating, standing, games } = ratings;
const columns = { personId, rating, standing, games };
type Row = Rating & Readonly<{ personId: number }>;

const byPerson = (rows: readonly Row[]) => {
  const known = new Map(rows.map((row) => [row.personId, row]));
  return (id: number): Rating => known.get(id) ?? FIRST_RATING;
};

/** The hidden ratings of people; whoever has none yet begins as everybody does. Never to be told to anybody. */
export async function ratingsOf(tx: Tx, personIds: readonly number[]) {
  return byPerson(
    await tx
      .select(columns)
      .from(ratings)
      .where(inArray(personId, [...personIds])),
  );
}

/** The same, made where there is none and locked to the end of the transaction, always in one order. */
export async function lockRatings(tx: Tx, personIds: readonly number[], now: Date) {
  const each = personIds.toSorted((a, b) => a - b);
  await tx
    .insert(ratings)
    .values(each.map((id) => ({ personId: id, ...FIRST_RATING, changedAt: now })))
    .onConflictDoNothing();
  return byPerson(await tx.select(columns).from(ratings).where(inArray(personId, each)).orderBy(asc(personId)).for("update"));
}
