import { sql } from "drizzle-orm";
import { type AnyPgColumn, check, date, index, integer, jsonb, pgTable, text, unique } from "drizzle-orm/pg-core";
import type { StoredPolicy } from "#domain/points/policy.ts";
import { CAP_GROUPS, ENTRY_RULES } from "#domain/points/rules.ts";
import type { PointWhy } from "#domain/points/why.ts";
import { instant, ref, rowId } from "./columns.ts";
import { people } from "./people.ts";

/** What gives points from when on, with caps, levels and the weights of a study year (D10). A change is a new row, never retroactive. */
export const pointPolicies = pgTable("point_policies", {
  id: rowId(),
  policy: jsonb().$type<StoredPolicy>().notNull(),
  validFrom: instant().notNull(),
  savedBy: ref().references(() => people.id),
  savedAt: instant().notNull(),
});

/** Points as they were given, each with its why. Append only; a correction is a negative entry. */
export const pointEntries = pgTable(
  "point_entries",
  {
    id: rowId(),
    personId: ref()
      .notNull()
      .references(() => people.id),
    rule: text({ enum: ENTRY_RULES }).notNull(),
    /** What it was given for, once ever. */
    source: text().notNull(),
    day: date({ mode: "string" }).notNull(),
    earned: integer().notNull(),
    /** What the caps left of it. */
    granted: integer().notNull(),
    /** The cap it shared with other rules when it was given. */
    capGroup: text({ enum: CAP_GROUPS }),
    policyId: ref()
      .notNull()
      .references(() => pointPolicies.id),
    /** Of a correction: the entry it corrects. */
    correctsId: ref().references((): AnyPgColumn => pointEntries.id),
    why: jsonb().$type<PointWhy>().notNull().default({}),
    enteredAt: instant().notNull(),
    /** The administrator who corrected; null: the event itself. */
    enteredBy: ref().references(() => people.id),
  },
  (t) => [
    unique("point_entries_once").on(t.personId, t.rule, t.source),
    index("point_entries_by_day").on(t.personId, t.day),
    index("point_entries_by_source").on(t.source),
    index("point_entries_by_corrected").on(t.correctsId),
    check("point_entries_correct_downwards", sql`${t.rule} not in ('correction', 'taken-back') or ${t.granted} <= 0`),
    check("point_entries_never_above_earned", sql`${t.granted} < 0 or ${t.granted} <= ${t.earned}`),
  ],
);

/** A study year whose statements are open to everybody for himself, by which weights and of what stood until when (R27). Append only. */
export const studyYears = pgTable(
  "study_years",
  {
    id: rowId(),
    year: integer().notNull(),
    policyId: ref()
      .notNull()
      .references(() => pointPolicies.id),
    publishedBy: ref().references(() => people.id),
    publishedAt: instant().notNull(),
  },
  (t) => [index("study_years_by_year").on(t.year, t.id)],
);
