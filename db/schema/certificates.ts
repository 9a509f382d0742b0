import { sql } from "drizzle-orm";
import { type AnyPgColumn, check, index, integer, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { CertificateSnapshot } from "#domain/certificates/snapshot.ts";
import { instant, ref, rowId } from "./columns.ts";
import { branches, people } from "./people.ts";
import { programmes } from "./programmes.ts";
import { awards } from "./stages.ts";

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
    /** Whose it is; null for what a branch was given. */
    personId: ref().references(() => people.id),
    /** For what: a programme finished, or an award of a contest. */
    programmeId: ref().references(() => programmes.id),
    awardId: ref().references(() => awards.id),
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
    uniqueIndex("certificates_one_valid_of_award")
      .on(t.awardId, sql`coalesce(${t.personId}, 0)`)
      .where(sql`${t.revokedAt} is null and ${t.supersededById} is null`),
    check("certificates_for_one_thing", sql`(${t.programmeId} is null) <> (${t.awardId} is null)`),
    check("certificates_of_somebody", sql`${t.personId} is not null or ${t.awardId} is not null`),
    index("certificates_by_programme").on(t.programmeId, t.id),
    check("certificates_revoked_for_a_reason", sql`(${t.revokedAt} is null) = (${t.revocationReason} = '')`),
  ],
);
