// A long file by a few lines: reports, rulings and marks refer to one another.
import { sql } from "drizzle-orm";
import { type AnyPgColumn, boolean, index, integer, jsonb, pgTable, primaryKey, text, unique, uniqueIndex } from "drizzle-orm/pg-core";
import type { QuestionKey } from "#domain/questions/question.ts";
import { REPORT_REASONS } from "#domain/questions/report-reasons.ts";
import { RULING_KINDS } from "#domain/rulings/ruled-slots.ts";
import { attempts } from "./attempts.ts";
import { instant, ref, rowId } from "./columns.ts";
import { contests } from "./contests.ts";
import { people } from "./people.ts";
import { questionVersions } from "./questions.ts";

/** A member says that a question is wrong; somebody of the bank answers (题目纠错). */
export const questionReports = pgTable(
  "question_reports",
  {
    id: rowId(),
    personId: ref()
      .notNull()
      .references(() => people.id),
    versionId: ref()
      .notNull()
      .references(() => questionVersions.id),
    /** Where it was met; null: in practice or in a text. */
    contestId: ref().references(() => contests.id),
    reason: text({ enum: REPORT_REASONS }).notNull(),
    note: text().notNull().default(""),
    state: text({ enum: ["open", "accepted", "declined"] })
      .notNull()
      .default("open"),
    /** What its reporter reads; with the ruling that answered it, if one did. */
    reply: text(),
    rulingId: ref().references((): AnyPgColumn => rulings.id),
    repliedBy: ref().references(() => people.id),
    repliedAt: instant(),
    reportedAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex("question_reports_one_open").on(t.personId, t.versionId).where(sql`${t.state} = 'open'`),
    index("question_reports_open").on(t.reportedAt).where(sql`${t.state} = 'open'`),
    index("question_reports_by_version").on(t.versionId),
  ],
);

/** A decision about a question of a contest (D7): proposed by one, approved by another, tried, then applied as ledger entries. */
export const rulings = pgTable(
  "rulings",
  {
    id: rowId(),
    contestId: ref()
      .notNull()
      .references(() => contests.id),
    versionId: ref()
      .notNull()
      .references(() => questionVersions.id),
    kind: text({ enum: RULING_KINDS }).notNull(),
    /** The key that counts from now on (change_key), or a further one (accept_also). */
    change: jsonb().$type<QuestionKey>(),
    /** The ruling that is taken back (take_back). */
    takesBack: ref().references((): AnyPgColumn => rulings.id),
    reason: text().notNull(),
    state: text({ enum: ["proposed", "approved", "rejected", "applied"] })
      .notNull()
      .default("proposed"),
    proposedBy: ref()
      .notNull()
      .references(() => people.id),
    proposedAt: instant().notNull(),
    decidedBy: ref().references(() => people.id),
    decidedAt: instant(),
    decisionNote: text().notNull().default(""),
    /** What the dry run said when it was applied: people, places, certificates, branches. */
    effect: jsonb(),
    appliedBy: ref().references(() => people.id),
    appliedAt: instant(),
  },
  (t) => [
    index("rulings_by_contest").on(t.contestId, t.id),
    uniqueIndex("rulings_one_open").on(t.contestId, t.versionId).where(sql`${t.state} in ('proposed', 'approved')`),
  ],
);

/** Why a mark is another than the machine gave: a ruling, or people who marked. Append only; the newest entry of a slot counts. */
export const markEntries = pgTable(
  "mark_entries",
  {
    id: rowId(),
    attemptId: ref()
      .notNull()
      .references(() => attempts.id),
    slot: integer().notNull(),
    cause: text({ enum: ["ruling", "marking", "override"] }).notNull(),
    rulingId: ref().references(() => rulings.id),
    milliBefore: integer().notNull(),
    milliAfter: integer().notNull(),
    rightBefore: boolean().notNull(),
    rightAfter: boolean().notNull(),
    /** What the slot is worth from now on; null: as the paper says. 0 takes the question out. */
    worthAfter: integer(),
    reason: text().notNull().default(""),
    writtenBy: ref().references(() => people.id),
    writtenAt: instant().notNull(),
  },
  (t) => [index("mark_entries_by_attempt").on(t.attemptId, t.slot, t.id), unique("mark_entries_once").on(t.rulingId, t.attemptId, t.slot)],
);

/** How the essays of a contest are marked: by how many each, and from which gap (ten-thousandths) on somebody else settles it. */
export const markingPlans = pgTable("marking_plans", {
  contestId: ref()
    .primaryKey()
    .references(() => contests.id),
  perAnswer: integer().notNull().default(1),
  gap: integer().notNull().default(2_000),
  /** Answers are known to markers by names made of it, and stand in the order of these names. */
  seed: text().notNull(),
  savedAt: instant().notNull(),
});

/** Who marks the essays of a contest. */
export const markers = pgTable(
  "markers",
  {
    contestId: ref()
      .notNull()
      .references(() => contests.id),
    personId: ref()
      .notNull()
      .references(() => people.id),
    namedAt: instant().notNull(),
    namedBy: ref().references(() => people.id),
  },
  (t) => [primaryKey({ columns: [t.contestId, t.personId] })],
);

/** One marker's mark of one answer, given without seeing whose it is nor what others gave. */
export const handMarks = pgTable(
  "hand_marks",
  {
    attemptId: ref()
      .notNull()
      .references(() => attempts.id),
    slot: integer().notNull(),
    markerId: ref()
      .notNull()
      .references(() => people.id),
    /** Ten-thousandths of the worth. */
    mark: integer().notNull(),
    comment: text().notNull().default(""),
    /** Settles it where two markers are too far apart. */
    isFinal: boolean().notNull().default(false),
    markedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.attemptId, t.slot, t.markerId] })],
);
