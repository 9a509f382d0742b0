// A long file by two lines: the tables of the wrong-book refer to one another.
import { boolean, date, doublePrecision, index, integer, jsonb, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import type { Response } from "#domain/questions/question.ts";
import { LOG_CAUSES, REVIEW_CAUSES } from "#domain/reviews/causes.ts";
import { instant, ref, rowId } from "./columns.ts";
import { materials, materialVersions } from "./materials.ts";
import { people } from "./people.ts";
import { questions, questionVersions } from "./questions.ts";

/** A question that stands in a wording, after a block ("p7") or, with "", at its end. Answering all of them right completes the reading (B3). */
export const materialChecks = pgTable(
  "material_checks",
  {
    versionId: ref()
      .notNull()
      .references(() => materialVersions.id),
    place: integer().notNull(),
    questionId: ref()
      .notNull()
      .references(() => questions.id),
    after: text().notNull().default(""),
  },
  (t) => [primaryKey({ columns: [t.versionId, t.place] }), unique("material_checks_once").on(t.versionId, t.questionId)],
);

/** An answer to a question that stands in a text. Append only; what a reading is completed by. */
export const checkAnswers = pgTable(
  "check_answers",
  {
    id: rowId(),
    personId: ref()
      .notNull()
      .references(() => people.id),
    materialId: ref()
      .notNull()
      .references(() => materials.id),
    /** The wording it was read in. */
    versionId: ref()
      .notNull()
      .references(() => materialVersions.id),
    questionVersionId: ref()
      .notNull()
      .references(() => questionVersions.id),
    response: jsonb().$type<Response>().notNull(),
    /** Ten-thousandths of the full mark. */
    mark: integer().notNull(),
    isRight: boolean().notNull(),
    answeredAt: instant().notNull(),
  },
  (t) => [index("check_answers_by_reading").on(t.personId, t.versionId, t.questionVersionId)],
);

/** A question somebody answered wrong and is to meet again: the wrong-book. Scheduling is added to it, facts are elsewhere. */
export const reviewCards = pgTable(
  "review_cards",
  {
    personId: ref()
      .notNull()
      .references(() => people.id),
    questionId: ref()
      .notNull()
      .references(() => questions.id),
    /** Where it was first answered wrong. */
    cause: text({ enum: REVIEW_CAUSES }).notNull(),
    materialId: ref().references(() => materials.id),
    /** Answers that were wrong; 0: starred, never wrong. */
    wrongCount: integer().notNull().default(1),
    createdAt: instant().notNull(),
    wrongAt: instant(),
    /** The last right answer that counted; null: none since the first wrong one. */
    rightAt: instant(),
    removedAt: instant(),
    /** Taken out by hand; known: S ≥ 30 days and the last two Good (D9); or a ruling left no mistake of it. */
    removedBy: text({ enum: ["hand", "known", "ruling"] }),
    /** FSRS-6's memory of the card (D9); null before the first review that counted, and again when the key has changed. */
    stability: doublePrecision(),
    difficulty: doublePrecision(),
    /** When it is to be asked again, a wrong answer anywhere within a day; null: at once. */
    dueAt: instant(),
    reviewedAt: instant(),
    reviews: integer().notNull().default(0),
    lapses: integer().notNull().default(0),
    /** Good or Easy ones in a row, for leaving the book. */
    goodInRow: integer().notNull().default(0),
    /** The wording and key it was last answered in: a changed key begins the card anew. */
    versionId: ref().references(() => questionVersions.id),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.questionId] }),
    index("review_cards_by_question").on(t.questionId),
    index("review_cards_due").on(t.personId, t.dueAt),
  ],
);

/** Every review that counted, with what it made of the card. Append only; replaying it gives the card again. */
export const reviewLog = pgTable(
  "review_log",
  {
    id: rowId(),
    personId: ref()
      .notNull()
      .references(() => people.id),
    questionId: ref()
      .notNull()
      .references(() => questions.id),
    versionId: ref()
      .notNull()
      .references(() => questionVersions.id),
    cause: text({ enum: LOG_CAUSES }).notNull(),
    /** 1 Again, 2 Hard, 3 Good, 4 Easy. */
    rating: integer().notNull(),
    stability: doublePrecision().notNull(),
    difficulty: doublePrecision().notNull(),
    dueAt: instant().notNull(),
    reviewedAt: instant().notNull(),
  },
  (t) => [index("review_log_by_card").on(t.personId, t.questionId, t.id)],
);

/**
 * Mistakes of contests that a ruling (or a mark set right by hand) has moved: what was noted as wrong and is none, or was right and is
 * wrong now. The log stays as it was written; a row of it that is taken back here does not count.
 */
export const ruledMistakes = pgTable(
  "ruled_mistakes",
  {
    personId: ref()
      .notNull()
      .references(() => people.id),
    questionId: ref()
      .notNull()
      .references(() => questions.id),
    /** When the papers it stands in told the wrong-book of their mistakes. */
    notedAt: instant().notNull(),
    /** When the mistake itself was told: then, or with the ruling that made it one. */
    toldAt: instant().notNull(),
    /** What it was in the log; null: it did not count as a review. */
    logId: ref().references(() => reviewLog.id),
    takenBackAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.questionId, t.notedAt] }), index("ruled_mistakes_by_log").on(t.logId)],
);

/** How much a day somebody wants to review, and for what day. */
export const reviewSettings = pgTable("review_settings", {
  personId: ref()
    .primaryKey()
    .references(() => people.id),
  dailyCap: integer().notNull().default(20),
  examOn: date({ mode: "string" }),
  savedAt: instant().notNull(),
});
