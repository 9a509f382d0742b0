import { sql } from "drizzle-orm";
import { type AnyPgColumn, bigint, boolean, index, integer, pgTable, primaryKey, text, unique, uniqueIndex } from "drizzle-orm/pg-core";
import { TEAM_ROLES } from "#domain/teams/membership.ts";
import { instant, ref, rowId } from "./columns.ts";
import { contests } from "./contests.ts";
import { branches, people } from "./people.ts";

/** A team in one contest. In the next stage it is another row, copied from this one. */
export const teams = pgTable(
  "teams",
  {
    id: rowId(),
    contestId: ref()
      .notNull()
      .references(() => contests.id),
    name: text().notNull(),
    /** Whose team it is; null where teams are made across branches. */
    branchId: ref().references(() => branches.id),
    division: text(),
    /** Whoever holds it joins, while the team is not fixed. */
    code: text().notNull().unique("teams_code_once"),
    /** When its first member started: from then on its members stand (I24). */
    fixedAt: instant(),
    fromTeamId: ref().references((): AnyPgColumn => teams.id),
    createdAt: instant().notNull(),
    createdBy: ref().references(() => people.id),
  },
  (t) => [unique("teams_name_once").on(t.contestId, t.name)],
);

/** Who is in a team. One team a person and contest; one captain a team. */
export const teamMembers = pgTable(
  "team_members",
  {
    contestId: ref()
      .notNull()
      .references(() => contests.id),
    personId: ref()
      .notNull()
      .references(() => people.id),
    teamId: ref()
      .notNull()
      .references(() => teams.id),
    role: text({ enum: TEAM_ROLES }).notNull(),
    joinedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.contestId, t.personId] }),
    index("team_members_by_team").on(t.teamId),
    uniqueIndex("team_members_one_captain").on(t.teamId).where(sql`${t.role} = 'captain'`),
  ],
);

/** The result of a team, and the stored sort key of every team board. Rewritten when a member's result is. */
export const teamStandings = pgTable(
  "team_standings",
  {
    teamId: ref()
      .primaryKey()
      .references(() => teams.id),
    contestId: ref()
      .notNull()
      .references(() => contests.id),
    scoreMilli: bigint({ mode: "number" }).notNull(),
    rightCount: integer().notNull(),
    totalMs: bigint({ mode: "number" }).notNull(),
    lastScoringMs: bigint({ mode: "number" }).notNull(),
    rankKey: text().notNull(),
    /** Captain and members, as they were counted; how many of them have a result, and how many results are in the total. */
    members: integer().notNull(),
    played: integer().notNull(),
    counted: integer().notNull(),
    counts: boolean().notNull().default(true),
    countedAt: instant().notNull(),
  },
  (t) => [index("team_standings_by_rank").on(t.contestId, t.rankKey.desc(), t.teamId)],
);
