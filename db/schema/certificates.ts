import { sql } from "drizzle-orm";
import { type AnyPgColumn, check, index, integer, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { CertificateSnapshot } from "#domain/certificates/snapshot.ts";
import { instant, ref, rowId } from "./columns.ts";
import { branches, people } from "./people.ts";
import { programmes } from "./programmes.ts";

/** The last number given out in a year; never goes back (D14). */
export const certificateSerials = pgTable("certificate_serials", {
  year: integer().primaryKey(),
  last: integer().notNull(),
});

/** What was certified, as it was: everything printed comes from the snapshot. */
export const certificates = pgTable(
  "certificates",
  {
    id: rowId(),
    serial: text().notNull().unique("certificates_serial_once"),
    personId: ref()
      .notNull()
      .references(() => people.id),
    programmeId: ref()
      .notNull()
      .references(() => programmes.id),
    /** The person's branch when it was issued. */
    branchId: ref()
      .notNull()
      .references(() => branches.id),
    snapshot: jsonb().$type<CertificateSnapshot>().notNull(),
    issuedAt: instant().notNull(),
    issuedBy: ref().references(() => people.id),
    revokedAt: instant(),
    revokedBy: ref().references(() => people.id),
    revocationReason: text().notNull().default(""),
    /** A later certificate of the same person and programme stands in its place. */
    supersededById: ref().references((): AnyPgColumn => certificates.id),
  },
  (t) => [
    uniqueIndex("certificates_one_valid").on(t.personId, t.programmeId).where(sql`${t.revokedAt} is null and ${t.supersededById} is null`),
    index("certificates_by_programme").on(t.programmeId, t.id),
    check("certificates_revoked_for_a_reason", sql`(${t.revokedAt} is null) = (${t.revocationReason} = '')`),
  ],
);
