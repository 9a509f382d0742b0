import { sql } from "drizzle-orm";
import { check, customType, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant, ref, rowId } from "./columns.ts";
import { materials } from "./materials.ts";
import { meetings } from "./meetings.ts";
import { people } from "./people.ts";
import { questions } from "./questions.ts";
import { yearbooks } from "./records.ts";
import { tasks } from "./tasks.ts";

const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** A file of one material (pictures, PDF, sound, film), one task (evidence), one meeting (attachments), one yearbook (its editions) or one question (pictures, sound): who may read that may read it. */
export const files = pgTable(
  "files",
  {
    id: rowId(),
    materialId: ref().references(() => materials.id),
    taskId: ref().references(() => tasks.id),
    meetingId: ref().references(() => meetings.id),
    yearbookId: ref().references(() => yearbooks.id),
    questionId: ref().references(() => questions.id),
    name: text().notNull(),
    contentType: text().notNull(),
    size: integer().notNull(),
    sha256: text().notNull(),
    createdBy: ref().references(() => people.id),
    createdAt: instant().notNull(),
    /** Taken out of lists; what older wordings show stays reachable. */
    removedAt: instant(),
  },
  (t) => [
    index("files_by_material").on(t.materialId),
    index("files_by_task").on(t.taskId),
    index("files_by_meeting").on(t.meetingId),
    index("files_by_yearbook").on(t.yearbookId),
    index("files_by_question").on(t.questionId),
    check("files_of_one_thing", sql`num_nonnulls(${t.materialId}, ${t.taskId}, ${t.meetingId}, ${t.yearbookId}, ${t.questionId}) = 1`),
  ],
);

/** The bytes in parts of a megabyte, so that a part of a film is read without the whole. */
export const fileParts = pgTable(
  "file_parts",
  {
    fileId: ref()
      .notNull()
      .references(() => files.id),
    part: integer().notNull(),
    bytes: bytes().notNull(),
  },
  (t) => [primaryKey({ columns: [t.fileId, t.part] })],
);
