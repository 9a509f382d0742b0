import { boolean, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant, ref, rowId } from "./columns.ts";
import { branches, people } from "./people.ts";
import { questions } from "./questions.ts";

export const IMPORT_FORMATS = ["sheet", "text", "gift", "aiken", "moodle-xml"] as const;

/** A file of questions on its way into the bank: read, looked at and mended row by row, then written in one transaction. */
export const questionImports = pgTable(
  "question_imports",
  {
    id: rowId(),
    fileName: text().notNull(),
    format: text({ enum: IMPORT_FORMATS }).notNull(),
    /** SHA-256 of what was handed in, so that the same file a second time is noticed. */
    digest: text().notNull().default(""),
    state: text({ enum: ["reading", "open", "writing", "imported", "failed", "dropped"] }).notNull(),
    /** Where the questions go. Null: shared by all. */
    branchId: ref().references(() => branches.id),
    isPrivate: boolean().notNull().default(false),
    /** Category of rows that name none. */
    category: text().notNull().default(""),
    /** What the file itself could not be read for, as codes with places. */
    problems: jsonb().notNull().default([]),
    /** What came of it: counts, and the paper that was made of it. */
    result: jsonb(),
    createdBy: ref()
      .notNull()
      .references(() => people.id),
    createdAt: instant().notNull(),
    endedAt: instant(),
    /** Grows with every mending, so that two pages do not overwrite each other. */
    revision: integer().notNull().default(1),
  },
  (t) => [index("question_imports_by_person").on(t.createdBy, t.id)],
);

/** One question of such a file: as it stood there, as it will be, and what is wrong with it. */
export const questionImportRows = pgTable(
  "question_import_rows",
  {
    importId: ref()
      .notNull()
      .references(() => questionImports.id, { onDelete: "cascade" }),
    place: integer().notNull(),
    /** Row of the sheet or first line of the text. */
    line: integer().notNull(),
    /** The cells by their column's name, or the lines of text, as they stood in the file. */
    raw: jsonb().notNull(),
    /** The question as it would be written; null while it cannot be understood. */
    draft: jsonb(),
    problems: jsonb().notNull().default([]),
    /** A question of the bank that asks the same or nearly the same, and how alike (ten-thousandths). */
    twinId: ref().references(() => questions.id),
    likeness: integer(),
    choice: text({ enum: ["import", "skip"] })
      .notNull()
      .default("import"),
    questionId: ref().references(() => questions.id),
  },
  (t) => [primaryKey({ columns: [t.importId, t.place] })],
);
