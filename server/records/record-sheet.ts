import { asc, eq } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { people } from "#db/schema/people.ts";
import { recordAddenda } from "#db/schema/records.ts";
import type { SheetPart } from "#domain/printing/sheets.ts";
import { sheetOfRecord } from "#domain/records/sheet-of-record.ts";
import { forOutsiders } from "./for-outsiders.ts";
import { loadRecord, standingSignatures } from "./load-record.ts";
import { type RecordLanguage, recordMessages, wordsOf } from "./words-of.ts";

type Wishes = Readonly<{ now: Date; language: RecordLanguage; isLocked: boolean; showsPeople: boolean }>;

/** A record as it is printed, on its own or in a yearbook. Undefined: there is no such meeting. */
export async function recordSheet(db: Db | Tx, meetingId: number, wishes: Wishes): Promise<SheetPart | undefined> {
  const { language, isLocked, showsPeople } = wishes;
  const found = await loadRecord(db, meetingId, wishes);
  if (!found) return undefined;
  const { facts, record } = showsPeople ? found : forOutsiders(found, language);
  const { body, createdAt } = recordAddenda;
  const addenda = await db
    .select({ body, createdAt, name: people.name })
    .from(recordAddenda)
    .innerJoin(people, eq(people.id, recordAddenda.personId))
    .where(eq(recordAddenda.meetingId, meetingId))
    .orderBy(asc(recordAddenda.id));
  const { fields: fieldNames, sheet } = recordMessages(language);
  const signatures = await standingSignatures(db, meetingId);
  return sheetOfRecord({ facts, record, fieldNames, words: wordsOf(language), sheet, signatures, addenda, isLocked, showsPeople });
}
