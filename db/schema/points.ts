import { date, index, integer, jsonb, pgTable, text, unique } from "drizzle-orm/pg-core";
import { instant, ref, rowId } from "./columns.ts";
import { people } from "./people.ts";

/** What gives points from when on, with caps, levels and the weights of a study year (D10). A change is a new row, never retroactive. */
export const pointPolicies = pgTable("point_policies", {
  id: rowId(),
  policy: jsonb().notNull(),
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
    rule: text().notNull(),
    /** What it was given for, once ever. */
    source: text().notNull(),
    day: date({ mode: "string" }).notNull(),
    earned: integer().notNull(),
    /** What the caps left of it. */
    granted: integer().notNull(),
    policyId: ref()
      .notNull()
      .references(() => pointPolicies.id),
    why: jsonb().notNull().default({}),
    enteredAt: instant().notNull(),
  },
  (t) => [unique("point_entries_once").on(t.personId, t.rule, t.source), index("point_entries_by_day").on(t.personId, t.day)],
);
