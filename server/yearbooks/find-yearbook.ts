import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db, Tx } from "#db/client.ts";
import { files } from "#db/schema/files.ts";
import { yearbooks } from "#db/schema/records.ts";
import type { Edition } from "#domain/printing/sheets.ts";
import type { BookOwner } from "./book-owner.ts";

/** `group`: the slug of a group, or `~12` for a branch. */
export const bookAddress = {
  group: z.string().max(100),
  year: z.coerce.number().int().min(2000).max(2100),
};

export const CONTENT_TYPES: Readonly<Record<Edition, string>> = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pdf: "application/pdf",
  html: "text/html; charset=utf-8",
};

/** The book of a year, when one was begun. */
export async function findBook(db: Db | Tx, { groupId, branchId }: BookOwner, year: number) {
  const { id, title, preface, revision, jobId, builtAt, characters, pages } = yearbooks;
  const ofOwner = groupId === null ? and(isNull(yearbooks.groupId), eq(yearbooks.branchId, branchId)) : eq(yearbooks.groupId, groupId);
  const [book] = await db
    .select({ id, title, preface, revision, jobId, builtAt, characters, pages })
    .from(yearbooks)
    .where(and(ofOwner, eq(yearbooks.year, year)));
  return book;
}

/** The editions that stand, of the last time it was made. */
export async function editionsOf(db: Db | Tx, bookId: number) {
  const { id, name, size, contentType } = files;
  const edition = sql<Edition>`regexp_replace(${name}, '^.*[.]', '')`;
  return db
    .select({ id, name, size, contentType, edition })
    .from(files)
    .where(and(eq(files.yearbookId, bookId), isNull(files.removedAt)))
    .orderBy(asc(id));
}
