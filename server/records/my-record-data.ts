import { asc, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { meetings } from "#db/schema/meetings.ts";
import { recordAddenda, recordEdits, recordSignatures } from "#db/schema/records.ts";

/** What records keep about oneself, for the own export: what one wrote into them, signed and added. */
export async function myRecordData(db: Db, personId: number) {
  const meeting = meetings.title;
  return {
    recordEdits: await db
      .select({ meeting, revision: recordEdits.revision, fields: recordEdits.fields, savedAt: recordEdits.savedAt })
      .from(recordEdits)
      .innerJoin(meetings, eq(meetings.id, recordEdits.meetingId))
      .where(eq(recordEdits.personId, personId))
      .orderBy(asc(recordEdits.id)),
    recordSignatures: await db
      .select({ meeting, role: recordSignatures.role, signedAt: recordSignatures.signedAt, voidedAt: recordSignatures.voidedAt })
      .from(recordSignatures)
      .innerJoin(meetings, eq(meetings.id, recordSignatures.meetingId))
      .where(eq(recordSignatures.personId, personId))
      .orderBy(asc(recordSignatures.id)),
    recordAddenda: await db
      .select({ meeting, body: recordAddenda.body, createdAt: recordAddenda.createdAt })
      .from(recordAddenda)
      .innerJoin(meetings, eq(meetings.id, recordAddenda.meetingId))
      .where(eq(recordAddenda.personId, personId))
      .orderBy(asc(recordAddenda.id)),
  };
}
