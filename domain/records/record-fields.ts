import { z } from "zod";

/** The fields of a complete record (D13), in the order they stand in it. All but `summary` and `attachments` write themselves from the facts. */
export const RECORD_FIELDS = [
  "title",
  "time",
  "place",
  "chair",
  "recorder",
  "attendance",
  "agenda",
  "readings",
  "speeches",
  "votes",
  "forum",
  "decisions",
  "summary",
  "attachments",
] as const;
export type RecordField = (typeof RECORD_FIELDS)[number];

/** What people wrote instead of what the facts say, field by field; plain text, one point a line. */
export const recordFieldsSchema = z.partialRecord(z.enum(RECORD_FIELDS), z.string().max(60_000));
export type RecordFields = z.output<typeof recordFieldsSchema>;
