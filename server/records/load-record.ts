import { and, asc, eq, isNull } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { people } from "#db/schema/people.ts";
import { meetingRecords, recordSignatures } from "#db/schema/records.ts";
import { type RecordFacts, recordFactsSchema } from "#domain/records/record-facts.ts";
import type { RecordFields } from "#domain/records/record-fields.ts";
import { type MeetingRecord, recordOf } from "#domain/records/record-of.ts";
import { loadFacts } from "./load-facts.ts";
import { type RecordLanguage, wordsOf } from "./words-of.ts";

const FIRST_REVISION = 1;

export type LoadedRecord = Readonly<{
  facts: RecordFacts;
  required: readonly string[];
  fields: RecordFields;
  record: MeetingRecord;
  revision: number;
  /** Null: no row yet, nobody wrote anything over the facts. */
  savedAt: Date | null;
  savedBy: number | null;
  lockedAt: Date | null;
}>;

/** A meeting's record as it stands: from the facts of now, or from those it was locked with. */
export async function loadRecord(
  db: Db | Tx,
  meetingId: number,
  { now, language }: { now: Date; language: RecordLanguage },
): Promise<LoadedRecord | undefined> {
  const loaded = await loadFacts(db, meetingId, now);
  if (!loaded) return undefined;
  const { fields, revision, savedAt, savedBy, snapshot, lockedAt } = meetingRecords;
  const [row] = await db
    .select({ fields, revision, savedAt, savedBy, snapshot, lockedAt })
    .from(meetingRecords)
    .where(eq(meetingRecords.meetingId, meetingId));
  const kept = recordFactsSchema.safeParse((row?.snapshot as { facts?: unknown } | null)?.facts);
  const facts = kept.success ? kept.data : loaded.facts;
  return {
    facts,
    required: loaded.required,
    fields: row?.fields ?? {},
    record: recordOf(facts, row?.fields ?? {}, wordsOf(language)),
    revision: row?.revision ?? FIRST_REVISION,
    savedAt: row?.savedAt ?? null,
    savedBy: row?.savedBy ?? null,
    lockedAt: row?.lockedAt ?? null,
  };
}

/** The signatures that stand: of chair and recorder, under the record as it is. */
export async function standingSignatures(db: Db | Tx, meetingId: number) {
  const { role, personId, signedAt } = recordSignatures;
  return db
    .select({ role, personId, signedAt, name: people.name })
    .from(recordSignatures)
    .innerJoin(people, eq(people.id, personId))
    .where(and(eq(recordSignatures.meetingId, meetingId), isNull(recordSignatures.voidedAt)))
    .orderBy(asc(role));
}

/** The record's row for a change; it is made with the first one. The meeting is held already. */
export async function ensureRecord(tx: Tx, meetingId: number, now: Date): Promise<void> {
  await tx
    .insert(meetingRecords)
    .values({ meetingId, fields: {}, revision: FIRST_REVISION, createdAt: now, savedAt: now })
    .onConflictDoNothing();
}
