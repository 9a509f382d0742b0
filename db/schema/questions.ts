import { sql } from "drizzle-orm";
import { type AnyPgColumn, boolean, check, index, integer, jsonb, pgTable, text, unique } from "drizzle-orm/pg-core";
import { QUESTION_KINDS, type QuestionBody, type QuestionKey } from "#domain/questions/question.ts";
import { instant, ref, rowId } from "./columns.ts";
import { materials } from "./materials.ts";
import { branches, people } from "./people.ts";

/** A place in the bank. Contests draw from `publishedVersionId`; `latestVersionId` is what the desk edits. */
export const questions = pgTable(
  "questions",
  {
    id: rowId(),
    /** Stable name of a question that came from a file ("first-item-system/q01"). */
    ref: text().unique("questions_ref_once"),
    /** Whose subtree the question belongs to; null: shared by all. */
    branchId: ref().references(() => branches.id),
    /** Its author's own until it is shared: nobody else sees it, and nothing but the author's practice draws from it. */
    isPrivate: boolean().notNull().default(false),
    state: text({ enum: ["draft", "in_review", "published", "retired"] })
      .notNull()
      .default("draft"),
    publishedVersionId: ref().references((): AnyPgColumn => questionVersions.id),
    latestVersionId: ref().references((): AnyPgColumn => questionVersions.id),
    /** What lists filter by, of the latest version. A trigger keeps them: nobody writes them. */
    kind: text({ enum: QUESTION_KINDS }),
    category: text().notNull().default(""),
    difficulty: integer(),
    tags: text().array().notNull().default(sql`'{}'`),
    stemKey: text().notNull().default(""),
    createdBy: ref().references(() => people.id),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [
    index("questions_by_state").on(t.state, t.id),
    /** What a list narrows by in few values, and what says who sees it: a count comes from the index alone (P15). */
    index("questions_counted").on(t.difficulty, t.kind, t.state, t.isPrivate, t.branchId, t.createdBy),
    index("questions_by_published").on(t.publishedVersionId),
    index("questions_by_category").on(t.category.op("text_pattern_ops"), t.id),
    index("questions_by_tag").using("gin", t.tags),
  ],
);

/** An immutable wording. A trigger refuses changes to it. */
export const questionVersions = pgTable(
  "question_versions",
  {
    id: rowId(),
    questionId: ref()
      .notNull()
      .references((): AnyPgColumn => questions.id),
    number: integer().notNull(),
    kind: text({ enum: QUESTION_KINDS }).notNull(),
    body: jsonb().$type<QuestionBody>().notNull(),
    /** A name for editors, as files give one; members never see it, for it may tell the answer. */
    title: text().notNull().default(""),
    /** The stem as plain text, for lists and search. */
    stem: text().notNull(),
    stemKey: text().notNull(),
    category: text().notNull().default(""),
    difficulty: integer().notNull(),
    tags: text().array().notNull().default(sql`'{}'`),
    contentHash: text().notNull(),
    createdBy: ref().references(() => people.id),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [
    unique("question_versions_numbered").on(t.questionId, t.number),
    index("question_versions_by_stem").on(t.stemKey),
    index("question_versions_by_category").on(t.category.op("text_pattern_ops"), t.kind, t.difficulty),
    check("question_versions_difficulty_range", sql`${t.difficulty} between 1 and 5`),
  ],
);

/** Keys, explanations and the passage that answers: the play role cannot read this table. */
export const questionKeys = pgTable("question_keys", {
  versionId: ref()
    .primaryKey()
    .references(() => questionVersions.id),
  key: jsonb().$type<QuestionKey>().notNull(),
  explanation: text().notNull().default(""),
  materialId: ref().references(() => materials.id),
  passage: text().notNull().default(""),
  /** Where the answer stands, in words, as files tell it. */
  source: text().notNull().default(""),
});

/** Who reviewed which version, with what verdict: author and reviewer are two people. */
export const questionReviews = pgTable(
  "question_reviews",
  {
    id: rowId(),
    versionId: ref()
      .notNull()
      .references(() => questionVersions.id),
    reviewerId: ref().references(() => people.id),
    verdict: text({ enum: ["published", "returned"] }).notNull(),
    note: text().notNull().default(""),
    reviewedAt: instant().notNull(),
  },
  (t) => [index("question_reviews_by_version").on(t.versionId)],
);
