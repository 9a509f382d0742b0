// Above 150 lines: the tables of one noun stand together, so that its constraints can be read at once.
import { sql } from "drizzle-orm";
import { type AnyPgColumn, bigint, boolean, check, index, integer, jsonb, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import type { RaceRules } from "#domain/boards/race.ts";
import { ITEM_KINDS, type ItemMeeting, type ItemQuiz, MOVE_ON } from "#domain/programmes/item.ts";
import { OUTCOME_KINDS } from "#domain/programmes/outcome.ts";
import { attempts } from "./attempts.ts";
import { instant, ref, rowId } from "./columns.ts";
import { contests } from "./contests.ts";
import { materials } from "./materials.ts";
import { branches, people } from "./people.ts";

/** A study plan over a window for a subtree: modules, items, audiences. A campaign is one that carries open points and joins a contest. */
export const programmes = pgTable(
  "programmes",
  {
    id: rowId(),
    slug: text().notNull().unique("programmes_slug_once"),
    kind: text({ enum: ["programme", "campaign", "template"] })
      .notNull()
      .default("programme"),
    title: text().notNull(),
    titleEn: text().notNull().default(""),
    intro: text().notNull().default(""),
    introEn: text().notNull().default(""),
    /** Owner and audience: the subtree of this branch. */
    branchId: ref()
      .notNull()
      .references(() => branches.id),
    opensAt: instant().notNull(),
    closesAt: instant().notNull(),
    /** A certificate for who finishes it; null: none is given. */
    certificateTitle: text(),
    certificateTitleEn: text().notNull().default(""),
    /** What moves branches along the track of a campaign (R38); null: it has no race. */
    race: jsonb().$type<RaceRules>(),
    copiedFromId: ref().references((): AnyPgColumn => programmes.id),
    createdBy: ref().references(() => people.id),
    createdAt: instant().notNull(),
    publishedAt: instant(),
    cancelledAt: instant(),
    /** Grows with every change, so that two editors do not overwrite each other. */
    revision: integer().notNull().default(1),
  },
  (t) => [
    check("programmes_open_before_they_close", sql`${t.opensAt} < ${t.closesAt}`),
    index("programmes_by_window").on(t.opensAt, t.closesAt),
    index("programmes_by_branch").on(t.branchId),
  ],
);

/** Programmes to be finished first. A trigger refuses circles. */
export const programmePrerequisites = pgTable(
  "programme_prerequisites",
  {
    programmeId: ref()
      .notNull()
      .references(() => programmes.id),
    requiresId: ref()
      .notNull()
      .references(() => programmes.id),
  },
  (t) => [
    primaryKey({ columns: [t.programmeId, t.requiresId] }),
    check("programme_prerequisites_not_itself", sql`${t.programmeId} <> ${t.requiresId}`),
  ],
);

/** A part of the audience. A person belongs to the first, by place, whose tags meet the own; one without tags takes everybody left. */
export const programmeAudiences = pgTable(
  "programme_audiences",
  {
    id: rowId(),
    programmeId: ref()
      .notNull()
      .references(() => programmes.id),
    place: integer().notNull(),
    name: text().notNull(),
    nameEn: text().notNull().default(""),
    tags: text().array().notNull().default(sql`'{}'`),
  },
  (t) => [unique("programme_audiences_placed").on(t.programmeId, t.place)],
);

export const programmeModules = pgTable(
  "programme_modules",
  {
    id: rowId(),
    programmeId: ref()
      .notNull()
      .references(() => programmes.id),
    place: integer().notNull(),
    title: text().notNull(),
    titleEn: text().notNull().default(""),
    opensAt: instant(),
    closesAt: instant(),
    retiredAt: instant(),
  },
  (t) => [index("programme_modules_by_programme").on(t.programmeId, t.place)],
);

/** One thing to do. Its outcome is that of `kind` and subject: a text, a contest, or the item itself. */
export const programmeItems = pgTable(
  "programme_items",
  {
    id: rowId(),
    programmeId: ref()
      .notNull()
      .references(() => programmes.id),
    moduleId: ref()
      .notNull()
      .references(() => programmeModules.id),
    place: integer().notNull(),
    kind: text({ enum: ITEM_KINDS }).notNull(),
    title: text().notNull(),
    titleEn: text().notNull().default(""),
    materialId: ref().references(() => materials.id),
    contestId: ref().references(() => contests.id),
    quiz: jsonb().$type<ItemQuiz>(),
    meeting: jsonb().$type<ItemMeeting>(),
    /** The meeting of a group or branch that this item is (its key to `meetings` is in the migration: that table needs this one). */
    meetingId: ref(),
    /** What a reflection is to be about. */
    prompt: text().notNull().default(""),
    /** cmi5 moveOn (D15). */
    moveOn: text({ enum: MOVE_ON }).notNull(),
    /** Ten-thousandths of the full score, four places as in cmi5; null: every score passes. */
    mastery: integer(),
    isRequired: boolean().notNull().default(true),
    opensAt: instant(),
    dueAt: instant(),
    /** Empty: for every audience. */
    audienceIds: bigint({ mode: "number" }).array().notNull().default(sql`'{}'`),
    /** Items to be done first. */
    requiresIds: bigint({ mode: "number" }).array().notNull().default(sql`'{}'`),
    /** Each person, or each unit of the subtree as a whole. */
    owner: text({ enum: ["person", "unit"] })
      .notNull()
      .default("person"),
    retiredAt: instant(),
  },
  (t) => [
    index("programme_items_by_programme").on(t.programmeId, t.place),
    index("programme_items_by_material").on(t.materialId),
    index("programme_items_by_contest").on(t.contestId),
    index("programme_items_by_meeting").on(t.meetingId),
    check("programme_items_mastery_range", sql`${t.mastery} between 0 and 10000`),
    check("programme_items_open_before_due", sql`${t.opensAt} < ${t.dueAt}`),
  ],
);

/**
 * How far a person came with a text, a contest or an item: maintained from the facts in their own transaction, recomputed at night.
 * `best` is the best score in ten-thousandths; subject is a material, a contest or an item, as the kind says.
 */
export const outcomes = pgTable(
  "outcomes",
  {
    personId: ref()
      .notNull()
      .references(() => people.id),
    kind: text({ enum: OUTCOME_KINDS }).notNull(),
    subjectId: ref().notNull(),
    completedAt: instant(),
    best: integer(),
    bestAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.kind, t.subjectId] }),
    index("outcomes_by_subject").on(t.kind, t.subjectId),
    check("outcomes_best_range", sql`${t.best} between 0 and 10000`),
  ],
);

/** A quiz of a programme is an attempt like any other; this says of which item it is. */
export const quizAttempts = pgTable(
  "quiz_attempts",
  {
    attemptId: ref()
      .primaryKey()
      .references(() => attempts.id),
    itemId: ref()
      .notNull()
      .references(() => programmeItems.id),
    personId: ref()
      .notNull()
      .references(() => people.id),
    number: integer().notNull(),
  },
  (t) => [unique("quiz_attempts_numbered").on(t.itemId, t.personId, t.number)],
);

/** Who was there, on site or online: facts noted by an organizer. No place and no time is measured. */
export const itemAttendances = pgTable(
  "item_attendances",
  {
    itemId: ref()
      .notNull()
      .references(() => programmeItems.id),
    personId: ref()
      .notNull()
      .references(() => people.id),
    mode: text({ enum: ["on_site", "online"] }).notNull(),
    notedAt: instant().notNull(),
    notedBy: ref().references(() => people.id),
  },
  (t) => [primaryKey({ columns: [t.itemId, t.personId] })],
);

/** What a campaign found and did not finish: carried into the next one until it is closed (R40). */
export const openPoints = pgTable(
  "open_points",
  {
    id: rowId(),
    programmeId: ref()
      .notNull()
      .references(() => programmes.id),
    branchId: ref()
      .notNull()
      .references(() => branches.id),
    body: text().notNull(),
    measure: text().notNull().default(""),
    ownerId: ref().references(() => people.id),
    dueAt: instant(),
    createdBy: ref().references(() => people.id),
    createdAt: instant().notNull(),
    closedAt: instant(),
    closedBy: ref().references(() => people.id),
    closingNote: text().notNull().default(""),
    carriedFromId: ref().references((): AnyPgColumn => openPoints.id),
  },
  (t) => [index("open_points_by_programme").on(t.programmeId, t.id)],
);
