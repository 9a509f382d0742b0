import { z } from "zod";
import type { RecordWords } from "#domain/records/record-words.ts";
import en from "#messages/en.json" with { type: "json" };
import zh from "#messages/zh-CN.json" with { type: "json" };

/** The language a record is written out in; the records of an organisation are Chinese unless asked otherwise. */
export const languageSchema = z.enum(["zh-CN", "en"]).default("zh-CN");
export type RecordLanguage = z.output<typeof languageSchema>;

/** All sentences about records, for what is written on the server: documents, tables, snapshots. */
export const recordMessages = (language: RecordLanguage) => (language === "en" ? en : zh).records;

/** The sentences a record is written in. */
export const wordsOf = (language: RecordLanguage): RecordWords => ({ ...recordMessages(language).text, language });
