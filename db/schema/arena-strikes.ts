import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { arenas } from "./arenas.ts";
import { instant, ref, rowId } from "./columns.ts";
import { matches } from "./matches.ts";
import { people } from "./people.ts";

/** What an organizer struck out of an arena: one duel, or every one of a person; with a reason, and lifted with one. */
export const arenaStrikes = pgTable(
  "arena_strikes",
  {
    id: rowId(),
    arenaId: ref()
      .notNull()
      .references(() => arenas.id),
    matchId: ref().references(() => matches.id),
    personId: ref().references(() => people.id),
    reason: text().notNull(),
    struckBy: ref()
      .notNull()
      .references(() => people.id),
    struckAt: instant().notNull(),
    liftedBy: ref().references(() => people.id),
    liftedAt: instant(),
    liftReason: text().notNull().default(""),
  },
  (t) => [
    index("arena_strikes_by_arena").on(t.arenaId),
    check("arena_strikes_of_one_thing", sql`(${t.matchId} is null) <> (${t.personId} is null)`),
    uniqueIndex("arena_strikes_of_a_match").on(t.arenaId, t.matchId).where(sql`${t.liftedAt} is null and ${t.matchId} is not null`),
    uniqueIndex("arena_strikes_of_a_person").on(t.arenaId, t.personId).where(sql`${t.liftedAt} is null and ${t.personId} is not null`),
  ],
);
