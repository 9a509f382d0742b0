import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { RecordFields } from "#domain/records/record-fields.ts";
import { instant, ref, rowId } from "./columns.ts";
import { groups } from "./groups.ts";
import { meetings } from "./meetings.ts";
import { branches, people } from "./people.ts";

/**
 * The record of a meeting: what people wrote over what the facts say (an absent field is the facts' own). Signed by chair and recorder;
 * an edit reopens both; locked three days after the meeting, from then on addenda only (D13).
 */
export const meetingRecords = pgTable("meeting_records", {
  meetingId: ref()
    .primaryKey()
    .references(() => meetings.id),
  fields: jsonb().$type<RecordFields>().notNull(),
  revision: integer().notNull().default(1),
  createdAt: instant().notNull(),
  savedAt: instant().notNull(),
  savedBy: ref().references(() => people.id),
  /** What the facts said when it was locked: from then on the record is this. */
  snapshot: jsonb(),
  characters: integer(),
  lockedAt: instant(),
});

/** Every saving, for who looks back. Append only. */
export const recordEdits = pgTable(
  "record_edits",
  {
    id: rowId(),
    meetingId: ref()
      .notNull()
      .references(() => meetings.id),
    revision: integer().notNull(),
    fields: jsonb().$type<RecordFields>().notNull(),
    personId: ref()
      .notNull()
      .references(() => people.id),
    savedAt: instant().notNull(),
  },
  (t) => [uniqueIndex("record_edits_once").on(t.meetingId, t.revision)],
);

export const recordSignatures = pgTable(
  "record_signatures",
  {
    id: rowId(),
    meetingId: ref()
      .notNull()
      .references(() => meetings.id),
    personId: ref()
      .notNull()
      .references(() => people.id),
    role: text({ enum: ["chair", "recorder"] }).notNull(),
    revision: integer().notNull(),
    signedAt: instant().notNull(),
    /** The record was edited afterwards. */
    voidedAt: instant(),
  },
  (t) => [uniqueIndex("record_signatures_once").on(t.meetingId, t.role).where(sql`${t.voidedAt} is null`)],
);

/** What is added to a locked record. Append only. */
export const recordAddenda = pgTable(
  "record_addenda",
  {
    id: rowId(),
    meetingId: ref()
      .notNull()
      .references(() => meetings.id),
    personId: ref()
      .notNull()
      .references(() => people.id),
    body: text().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [index("record_addenda_by_meeting").on(t.meetingId, t.id)],
);

/** A year of a group, or of a branch, as one book: chosen records and written pieces, compiled by a job. */
export const yearbooks = pgTable(
  "yearbooks",
  {
    id: rowId(),
    groupId: ref().references(() => groups.id),
    branchId: ref()
      .notNull()
      .references(() => branches.id),
    year: integer().notNull(),
    title: text().notNull(),
    preface: text().notNull().default(""),
    createdBy: ref().references(() => people.id),
    createdAt: instant().notNull(),
    revision: integer().notNull().default(1),
    jobId: ref(),
    builtAt: instant(),
    characters: integer(),
    pages: integer(),
  },
  (t) => [
    uniqueIndex("yearbooks_once").on(t.groupId, t.year).where(sql`${t.groupId} is not null`),
    uniqueIndex("yearbooks_once_of_branch").on(t.branchId, t.year).where(sql`${t.groupId} is null`),
  ],
);

/** What goes into a yearbook, in order: a record or a written piece. */
export const yearbookParts = pgTable(
  "yearbook_parts",
  {
    yearbookId: ref()
      .notNull()
      .references(() => yearbooks.id),
    place: integer().notNull(),
    meetingId: ref(),
    reflectionId: ref(),
  },
  (t) => [primaryKey({ columns: [t.yearbookId, t.place] })],
);
