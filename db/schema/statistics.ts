import { boolean, doublePrecision, index, integer, jsonb, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import { instant, ref, rowId } from "./columns.ts";
import { contests } from "./contests.ts";
import { questionVersions } from "./questions.ts";

/** D8's figures of one wording over finished first attempts; of one contest, or (null) of all. Recomputed by a job. */
export const itemStatistics = pgTable(
  "item_statistics",
  {
    id: rowId(),
    versionId: ref()
      .notNull()
      .references(() => questionVersions.id),
    contestId: ref().references(() => contests.id),
    attempts: integer().notNull(),
    facility: doublePrecision(),
    deviation: doublePrecision(),
    discrimination: doublePrecision(),
    efficiency: doublePrecision(),
    effectiveWeight: doublePrecision(),
    guess: doublePrecision(),
    /** How often each answer was given: by option, or the commonest typed ones. */
    answers: jsonb().notNull().default([]),
    /** Median time between two answers, in ms; null where it was not measured. */
    medianMs: integer(),
    computedAt: instant().notNull(),
  },
  (t) => [
    unique("item_statistics_once").on(t.versionId, t.contestId).nullsNotDistinct(),
    index("item_statistics_by_contest").on(t.contestId),
  ],
);

/** D8's figures of a whole contest. */
export const contestStatistics = pgTable(
  "contest_statistics",
  {
    contestId: ref()
      .notNull()
      .references(() => contests.id),
    attempts: integer().notNull(),
    meanPercent: doublePrecision(),
    deviationPercent: doublePrecision(),
    consistency: doublePrecision(),
    errorRatio: doublePrecision(),
    standardError: doublePrecision(),
    /** Whether everybody had the same questions, so that consistency has its meaning. */
    isSamePaper: boolean().notNull(),
    computedAt: instant().notNull(),
    histogram: jsonb().notNull().default([]),
    verdict: text().notNull().default(""),
  },
  (t) => [primaryKey({ columns: [t.contestId] })],
);
