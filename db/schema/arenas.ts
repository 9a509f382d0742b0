import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { BOARD_VIEWS } from "#domain/contests/rules.ts";
import type { ArenaRow } from "#domain/matches/arena.ts";
import { instant, ref, rowId } from "./columns.ts";
import { branches, people } from "./people.ts";

/** A window of time in which duels among the people of a branch and below count for a board. Where it stands follows from the clock. */
export const arenas = pgTable(
  "arenas",
  {
    id: rowId(),
    title: text().notNull(),
    intro: text().notNull().default(""),
    branchId: ref()
      .notNull()
      .references(() => branches.id),
    opensAt: instant().notNull(),
    /** An arena that was ended early closes when it was ended. */
    closesAt: instant().notNull(),
    /** How many duels with one and the same opponent count. */
    perOpponent: integer().notNull(),
    /** What of the board the people of the branch see. */
    view: text({ enum: BOARD_VIEWS }).notNull(),
    createdBy: ref()
      .notNull()
      .references(() => people.id),
    createdAt: instant().notNull(),
    /** Whoever ended it early or called it off, and why; called off, it counts for nothing. */
    endedBy: ref().references(() => people.id),
    endReason: text().notNull().default(""),
    cancelledAt: instant(),
  },
  (t) => [
    index("arenas_by_branch").on(t.branchId, t.opensAt),
    check("arenas_open_before_they_close", sql`${t.opensAt} < ${t.closesAt}`),
    check("arenas_some_duels_count", sql`${t.perOpponent} > 0`),
  ],
);

/** The board of an arena as it was laid down at its end, and anew after a striking: the latest stands, the others stay. Append only. */
export const arenaBoards = pgTable(
  "arena_boards",
  {
    id: rowId(),
    arenaId: ref()
      .notNull()
      .references(() => arenas.id),
    rows: jsonb().$type<readonly ArenaRow[]>().notNull(),
    takenAt: instant().notNull(),
  },
  (t) => [index("arena_boards_by_arena").on(t.arenaId, t.id)],
);
