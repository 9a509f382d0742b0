import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import type { Response } from "#domain/questions/question.ts";
import { arenas } from "./arenas.ts";
import { instant, ref, rowId } from "./columns.ts";
import { people } from "./people.ts";
import { questionVersions } from "./questions.ts";

/** Who waits for a match. Who is not heard of any more does not wait any more. */
export const matchWaiters = pgTable("match_waiters", {
  personId: ref()
    .primaryKey()
    .references(() => people.id),
  size: integer().notNull(),
  since: instant().notNull(),
  seenAt: instant().notNull(),
});

/** A duel or a race of four: the same questions for all, by one clock. What it came to is written once. */
export const matches = pgTable(
  "matches",
  {
    id: rowId(),
    size: integer().notNull(),
    versionIds: bigint({ mode: "number" }).array().notNull(),
    /** How long a question is open, by the largest time factor of its players. */
    windowMs: integer().notNull(),
    /** When the first question opens. */
    startedAt: instant().notNull(),
    settledAt: instant(),
    /** When its last question was over, by the clock of the match; it is reckoned up a little later. */
    endedAt: instant(),
    /** The arena its players played in when it began. */
    arenaId: ref().references(() => arenas.id),
  },
  (t) => [
    index("matches_unsettled").on(t.startedAt).where(sql`${t.settledAt} is null`),
    index("matches_by_arena").on(t.arenaId).where(sql`${t.arenaId} is not null`),
  ],
);

export const matchPlayers = pgTable(
  "match_players",
  {
    matchId: ref()
      .notNull()
      .references(() => matches.id),
    personId: ref()
      .notNull()
      .references(() => people.id),
    seat: integer().notNull(),
    /** The day it was begun on the organisation's clock, and whether it was the first one of that day. */
    day: date({ mode: "string" }).notNull(),
    counts: boolean().notNull(),
    leftAt: instant(),
    rightCount: integer(),
    place: integer(),
    /** In an arena, how strong the player was when it began: for whoever is level in points. Nobody is shown it. */
    rating: doublePrecision(),
  },
  (t) => [
    primaryKey({ columns: [t.matchId, t.personId] }),
    unique("match_players_seat").on(t.matchId, t.seat),
    uniqueIndex("match_players_one_at_a_time").on(t.personId).where(sql`${t.place} is null and ${t.leftAt} is null`),
    uniqueIndex("match_players_one_counts").on(t.personId, t.day).where(sql`${t.counts}`),
    index("match_players_by_person").on(t.personId, t.matchId),
  ],
);

/** An answer in a match; the first one stands. Append only. */
export const matchAnswers = pgTable(
  "match_answers",
  {
    matchId: ref()
      .notNull()
      .references(() => matches.id),
    slot: integer().notNull(),
    personId: ref()
      .notNull()
      .references(() => people.id),
    versionId: ref()
      .notNull()
      .references(() => questionVersions.id),
    response: jsonb().$type<Response>().notNull(),
    isRight: boolean().notNull(),
    answeredAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.matchId, t.slot, t.personId] }), index("match_answers_by_person").on(t.personId)],
);

/** How strong somebody plays. Nobody is shown it; `standing` moves in games that count for points alone. */
export const ratings = pgTable("ratings", {
  personId: ref()
    .primaryKey()
    .references(() => people.id),
  rating: doublePrecision().notNull(),
  standing: doublePrecision().notNull(),
  games: integer().notNull(),
  changedAt: instant().notNull(),
});
