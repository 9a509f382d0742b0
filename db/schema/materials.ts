import { sql } from "drizzle-orm";
import { type AnyPgColumn, index, integer, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import { instant, ref, rowId } from "./columns.ts";
import { branches, people } from "./people.ts";

/** A study text under a stable address. Members see `publishedVersionId`, nothing while it is null. */
export const materials = pgTable(
  "materials",
  {
    id: rowId(),
    slug: text().notNull().unique("materials_slug_once"),
    collection: text().notNull().default(""),
    /** Whose subtree may read it; null: everybody. */
    branchId: ref().references(() => branches.id),
    /** When not empty: only people with any of these tags (R12). */
    audienceTags: text().array().notNull().default(sql`'{}'`),
    /** The wording that waits for a second person; null: none does. */
    reviewVersionId: ref().references((): AnyPgColumn => materialVersions.id),
    publishedVersionId: ref().references((): AnyPgColumn => materialVersions.id),
    createdBy: ref().references(() => people.id),
    createdAt: instant().notNull().defaultNow(),
    archivedAt: instant(),
  },
  (t) => [index("materials_by_collection").on(t.collection)],
);

/** An immutable text. Changing one makes the next number. */
export const materialVersions = pgTable(
  "material_versions",
  {
    id: rowId(),
    materialId: ref()
      .notNull()
      .references((): AnyPgColumn => materials.id),
    number: integer().notNull(),
    title: text().notNull(),
    titleEn: text().notNull().default(""),
    summary: text().notNull().default(""),
    summaryEn: text().notNull().default(""),
    /** Markdown. Blocks other than headings are p1, p2 … in order. */
    body: text().notNull(),
    /** The English variant, markdown; empty: there is none, and English readers get `body`. */
    bodyEn: text().notNull().default(""),
    tags: text().array().notNull().default(sql`'{}'`),
    sourceName: text().notNull().default(""),
    sourceDate: text().notNull().default(""),
    sourceNote: text().notNull().default(""),
    characters: integer().notNull(),
    contentHash: text().notNull(),
    createdBy: ref().references(() => people.id),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [unique("material_versions_numbered").on(t.materialId, t.number)],
);

/** Who looked at which wording, with what verdict: author and reviewer are two people. */
export const materialReviews = pgTable(
  "material_reviews",
  {
    id: rowId(),
    versionId: ref()
      .notNull()
      .references(() => materialVersions.id),
    reviewerId: ref().references(() => people.id),
    verdict: text({ enum: ["published", "returned"] }).notNull(),
    note: text().notNull().default(""),
    reviewedAt: instant().notNull(),
  },
  (t) => [index("material_reviews_by_version").on(t.versionId)],
);

/** Where a reader stopped: a paragraph, never a duration. */
export const readings = pgTable(
  "readings",
  {
    personId: ref()
      .notNull()
      .references(() => people.id),
    materialId: ref()
      .notNull()
      .references(() => materials.id),
    versionId: ref()
      .notNull()
      .references(() => materialVersions.id),
    paragraph: text().notNull(),
    savedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.materialId] })],
);
