import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant, ref, rowId } from "./columns.ts";
import { groups } from "./groups.ts";
import { materials, materialVersions } from "./materials.ts";
import { branches, people } from "./people.ts";

/**
 * What a reader wrote on a text. The selectors are those of the wording it was made on (D12); where it stands in other wordings is in
 * `annotation_anchors`. Deleted ones keep their row, so that replies keep theirs.
 */
export const annotations = pgTable(
  "annotations",
  {
    id: rowId(),
    personId: ref()
      .notNull()
      .references(() => people.id),
    materialId: ref()
      .notNull()
      .references(() => materials.id),
    versionId: ref()
      .notNull()
      .references(() => materialVersions.id),
    lang: text({ enum: ["zh-CN", "en"] })
      .notNull()
      .default("zh-CN"),
    kind: text({ enum: ["highlight", "note", "question"] }).notNull(),
    body: text().notNull().default(""),
    visibility: text({ enum: ["private", "group", "branch"] }).notNull(),
    groupId: ref().references(() => groups.id),
    /** The branch it is shared with: the author's own when it was made. */
    branchId: ref()
      .notNull()
      .references(() => branches.id),
    /** RangeSelector: block and offsets in it. */
    block: text().notNull(),
    blockStart: integer().notNull(),
    blockEnd: integer().notNull(),
    /** TextPositionSelector: offsets in the whole text. */
    textStart: integer().notNull(),
    textEnd: integer().notNull(),
    /** TextQuoteSelector: the words, and up to 32 characters around them. */
    exact: text().notNull(),
    prefix: text().notNull(),
    suffix: text().notNull(),
    createdAt: instant().notNull(),
    editedAt: instant(),
    /** A question that somebody answered well enough for its asker. */
    settledAt: instant(),
    deletedAt: instant(),
  },
  (t) => [
    index("annotations_by_material").on(t.materialId, t.createdAt),
    index("annotations_by_person").on(t.personId, t.createdAt),
    check("annotations_group_when_shared_with_it", sql`(${t.visibility} = 'group') = (${t.groupId} is not null)`),
  ],
);

/** Where an annotation stands in a wording; `orphan`: nowhere (score below 0.75). Written by the job that follows a publication, or by hand. */
export const annotationAnchors = pgTable(
  "annotation_anchors",
  {
    annotationId: ref()
      .notNull()
      .references(() => annotations.id),
    versionId: ref()
      .notNull()
      .references(() => materialVersions.id),
    state: text({ enum: ["anchored", "orphan"] }).notNull(),
    how: text({ enum: ["made", "range", "position", "quote", "hand", "none"] }).notNull(),
    block: text().notNull().default(""),
    blockStart: integer().notNull().default(0),
    blockEnd: integer().notNull().default(0),
    textStart: integer().notNull().default(0),
    textEnd: integer().notNull().default(0),
    /** 0–1000. */
    score: integer().notNull(),
    anchoredAt: instant().notNull(),
    anchoredBy: ref().references(() => people.id),
  },
  (t) => [primaryKey({ columns: [t.annotationId, t.versionId] }), index("annotation_anchors_by_version").on(t.versionId)],
);

export const annotationReplies = pgTable(
  "annotation_replies",
  {
    id: rowId(),
    annotationId: ref()
      .notNull()
      .references(() => annotations.id),
    personId: ref()
      .notNull()
      .references(() => people.id),
    body: text().notNull(),
    createdAt: instant().notNull(),
    deletedAt: instant(),
  },
  (t) => [index("annotation_replies_by_annotation").on(t.annotationId, t.id)],
);

/** One voice a person. */
export const annotationVotes = pgTable(
  "annotation_votes",
  {
    annotationId: ref()
      .notNull()
      .references(() => annotations.id),
    personId: ref()
      .notNull()
      .references(() => people.id),
    votedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.annotationId, t.personId] })],
);
