import { sql } from "drizzle-orm";
import { bigint, check, index, integer, jsonb, pgTable, text, unique } from "drizzle-orm/pg-core";
import type { AwardRules } from "#domain/awards/award-rules.ts";
import { MEDALS } from "#domain/awards/award-rules.ts";
import type { PromotedBy, PromotionRules } from "#domain/stages/promotion-rules.ts";
import { instant, ref, rowId } from "./columns.ts";
import { contests } from "./contests.ts";
import { branches, people } from "./people.ts";
import { teams } from "./teams.ts";

/** Who goes on, as it was published: a record that later changes of results do not touch. The highest number of a contest is in force. */
export const promotions = pgTable(
  "promotions",
  {
    id: rowId(),
    contestId: ref()
      .notNull()
      .references(() => contests.id),
    number: integer().notNull(),
    rules: jsonb().$type<PromotionRules>().notNull(),
    publishedAt: instant().notNull(),
    publishedBy: ref().references(() => people.id),
    /** Who stepped back (teams or persons): the next move up. */
    without: bigint({ mode: "number" }).array().notNull().default(sql`'{}'`),
    /** Why it was made anew, or why somebody stepped back; the first needs none. */
    reason: text().notNull().default(""),
  },
  (t) => [
    unique("promotions_numbered").on(t.contestId, t.number),
    check("promotions_revised_for_a_reason", sql`${t.number} = 1 or ${t.reason} <> ''`),
  ],
);

/** One who goes on or stands in reserve: a team or a person, with place, result and every rule by which. */
export const promotionRows = pgTable(
  "promotion_rows",
  {
    id: rowId(),
    promotionId: ref()
      .notNull()
      .references(() => promotions.id),
    /** In the order of the board, from 1. */
    place: integer().notNull(),
    teamId: ref().references(() => teams.id),
    personId: ref().references(() => people.id),
    kind: text({ enum: ["promoted", "reserve"] }).notNull(),
    name: text().notNull(),
    branchName: text().notNull(),
    division: text(),
    rank: integer().notNull(),
    scoreMilli: bigint({ mode: "number" }).notNull(),
    why: text().array().$type<PromotedBy[]>().notNull(),
  },
  (t) => [
    unique("promotion_rows_placed").on(t.promotionId, t.place),
    check("promotion_rows_of_one", sql`(${t.teamId} is null) <> (${t.personId} is null)`),
  ],
);

/** Awards as they were granted: the highest number of a contest is in force. */
export const awardGrants = pgTable(
  "award_grants",
  {
    id: rowId(),
    contestId: ref()
      .notNull()
      .references(() => contests.id),
    number: integer().notNull(),
    rules: jsonb().$type<AwardRules>().notNull(),
    grantedAt: instant().notNull(),
    grantedBy: ref().references(() => people.id),
    reason: text().notNull().default(""),
  },
  (t) => [
    unique("award_grants_numbered").on(t.contestId, t.number),
    check("award_grants_revised_for_a_reason", sql`${t.number} = 1 or ${t.reason} <> ''`),
  ],
);

/** One award, of a team, a person or (the organisation award) a branch. */
export const awards = pgTable(
  "awards",
  {
    id: rowId(),
    grantId: ref()
      .notNull()
      .references(() => awardGrants.id),
    award: text({ enum: [...MEDALS, "organisation"] }).notNull(),
    teamId: ref().references(() => teams.id),
    personId: ref().references(() => people.id),
    branchId: ref().references(() => branches.id),
    name: text().notNull(),
    branchName: text().notNull(),
    division: text(),
    rank: integer().notNull(),
    /** Milli-points; for the organisation award who took part of how many. */
    scoreMilli: bigint({ mode: "number" }),
    participants: integer(),
    eligible: integer(),
  },
  (t) => [
    index("awards_by_grant").on(t.grantId, t.id),
    check("awards_of_one", sql`num_nonnulls(${t.teamId}, ${t.personId}, ${t.branchId}) = 1`),
  ],
);
