import { sql } from "drizzle-orm";
import { bigint, boolean, check, date, index, integer, jsonb, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import type { Blueprint } from "#domain/contests/rules.ts";
import { PRACTICE_MODES } from "#domain/practices/modes.ts";
import type { Response } from "#domain/questions/question.ts";
import { instant, ref, rowId } from "./columns.ts";
import { branches, people } from "./people.ts";
import { questions, questionVersions } from "./questions.ts";

/** A set to practise: of a topic, of a week, chosen by hand; or a mock exam that draws a new paper from its blueprint each time. */
export const questionSets = pgTable(
  "question_sets",
  {
    id: rowId(),
    title: text().notNull(),
    intro: text().notNull().default(""),
    branchId: ref()
      .notNull()
      .references(() => branches.id),
    kind: text({ enum: ["topic", "weekly", "mock"] }).notNull(),
    questionIds: bigint({ mode: "number" }).array().notNull(),
    /** Of a mock exam alone: what it draws, for how long, and the share of the marks that passes. */
    blueprint: jsonb().$type<Blueprint>(),
    limitMs: integer(),
    passPercent: integer(),
    /** The week it is for, by its Monday; null: of no week. */
    week: date({ mode: "string" }),
    /** When it can be begun; null: from its publication on, without an end. */
    opensAt: instant(),
    closesAt: instant(),
    createdBy: ref().references(() => people.id),
    createdAt: instant().notNull(),
    publishedAt: instant(),
    archivedAt: instant(),
  },
  (t) => [index("question_sets_by_branch").on(t.branchId, t.id), check("question_sets_window", sql`${t.opensAt} < ${t.closesAt}`)],
);

/** One run of practice: answered question by question, each told at once whether it was right. */
export const practices = pgTable(
  "practices",
  {
    id: rowId(),
    personId: ref()
      .notNull()
      .references(() => people.id),
    mode: text({ enum: PRACTICE_MODES }).notNull(),
    /** The day in the organisation's zone. */
    day: date({ mode: "string" }).notNull(),
    setId: ref().references(() => questionSets.id),
    category: text().notNull().default(""),
    seed: text().notNull(),
    versionIds: bigint({ mode: "number" }).array().notNull(),
    /** Wrong answers that survival still forgives; null: any number. */
    lives: integer(),
    /** A mock exam's end; null: no clock. */
    dueAt: instant(),
    /** A mock exam's marks of each slot in milli-points, and what has been answered so far, by slot, in shown places. */
    worths: integer().array(),
    /** Of a mock exam: the share of the marks that passes, as it stood when it was begun. */
    passPercent: integer(),
    drafts: jsonb().$type<Record<string, Response>>(),
    /** Since when the next unanswered question has been before the person. */
    shownAt: instant(),
    startedAt: instant().notNull(),
    finishedAt: instant(),
    rightCount: integer().notNull().default(0),
    answered: integer().notNull().default(0),
    /** What there is one of: the daily five of a day, a weekly set. */
    dedupe: text(),
  },
  (t) => [unique("practices_once").on(t.personId, t.dedupe), index("practices_by_person").on(t.personId, t.id)],
);

/** An answer in practice. Append only. */
export const practiceAnswers = pgTable(
  "practice_answers",
  {
    practiceId: ref()
      .notNull()
      .references(() => practices.id),
    slot: integer().notNull(),
    versionId: ref()
      .notNull()
      .references(() => questionVersions.id),
    response: jsonb().$type<Response>(),
    /** Ten-thousandths of the full mark. */
    mark: integer().notNull(),
    isRight: boolean().notNull(),
    /** From being shown to being answered, as the server saw it. */
    tookMs: integer().notNull(),
    usedHint: boolean().notNull().default(false),
    /** Another answer was chosen first, as the browser says. */
    changed: boolean().notNull().default(false),
    answeredAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.practiceId, t.slot] }), index("practice_answers_by_version").on(t.versionId)],
);

/** A question somebody keeps, with a note of one's own. */
export const favourites = pgTable(
  "favourites",
  {
    personId: ref()
      .notNull()
      .references(() => people.id),
    questionId: ref()
      .notNull()
      .references(() => questions.id),
    note: text().notNull().default(""),
    keptAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.questionId] })],
);
