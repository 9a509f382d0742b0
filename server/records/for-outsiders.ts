import { attendanceSummary } from "#domain/records/write-attendance.ts";
import type { LoadedRecord } from "./load-record.ts";
import { type RecordLanguage, wordsOf } from "./words-of.ts";

/** A record as readers from outside the meeting have it: how many came and not who, nor why somebody did not (light-burden, ux.md). */
export function forOutsiders(loaded: LoadedRecord, language: RecordLanguage): LoadedRecord {
  const counts = attendanceSummary(loaded.facts, wordsOf(language));
  return {
    ...loaded,
    record: loaded.record.map((entry) =>
      entry.field === "attendance" ? { field: entry.field, text: counts, facts: counts, isWritten: false } : entry,
    ),
  };
}
