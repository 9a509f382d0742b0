import { boolean, index, integer, jsonb, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import type { Response } from "#domain/questions/question.ts";
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
    cause: text({ enum: ["reading", "quiz"] }).notNull(),
    materialId: ref().references(() => materials.id),
    wrongCount: integer().notNull().default(1),
    rightSince: integer().notNull().default(0),
    createdAt: instant().notNull(),
    wrongAt: instant().notNull(),
    /** The last right answer that counted; null: none since the first wrong one. */
    rightAt: instant(),
    removedAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.questionId] }), index("review_cards_by_question").on(t.questionId)],
);
