// A long file by a few lines: what is kept about honesty in a contest, and its archive, refer to one another.
import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { ABSENCE_CAUSES } from "#domain/integrity/absences.ts";
import { FLAG_KINDS } from "#domain/integrity/flags.ts";
import { SANCTION_KINDS } from "#domain/integrity/sanctions.ts";
import { attempts } from "./attempts.ts";
import { instant, ref, rowId } from "./columns.ts";
import { contests, entries } from "./contests.ts";
import { branches, people } from "./people.ts";

const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** That the page of an attempt was out of sight, or without focus, for a while (B6). Append only, and never a punishment by itself. */
export const attemptAbsences = pgTable(
  "attempt_absences",
  {
    id: rowId(),
    attemptId: ref()
      .notNull()
      .references(() => attempts.id),
    /** The device's own number of it: what was sent twice is kept once. */
    mark: text().notNull(),
    leftAt: instant().notNull(),
    lastedMs: integer().notNull(),
    cause: text({ enum: ABSENCE_CAUSES }).notNull(),
    /** Whether the page was out of sight, or only without focus. */
    hidden: boolean().notNull(),
    receivedAt: instant().notNull(),
  },
  (t) => [unique("attempt_absences_once").on(t.attemptId, t.mark), check("attempt_absences_last", sql`${t.lastedMs} >= 0`)],
);

/** What the person says about an absence of their own. Append only; the newest stands. */
export const absenceNotes = pgTable(
  "absence_notes",
  {
    id: rowId(),
    absenceId: ref()
      .notNull()
      .references(() => attemptAbsences.id),
    note: text().notNull(),
    writtenAt: instant().notNull(),
  },
  (t) => [index("absence_notes_by_absence").on(t.absenceId, t.id)],
);

/** Something a person should look at; it decides nothing. */
export const integrityFlags = pgTable(
  "integrity_flags",
  {
    id: rowId(),
    contestId: ref()
      .notNull()
      .references(() => contests.id),
    kind: text({ enum: FLAG_KINDS }).notNull(),
    attemptId: ref()
      .notNull()
      .references(() => attempts.id),
    /** The other paper of a pair; null: it is about one alone. */
    otherId: ref().references(() => attempts.id),
    /** What was counted, for the words that explain it. */
    facts: jsonb().notNull(),
    foundAt: instant().notNull(),
    verdict: text({ enum: ["dismissed", "warned", "sanctioned"] }),
    reason: text().notNull().default(""),
    decidedBy: ref().references(() => people.id),
    decidedAt: instant(),
  },
  (t) => [unique("integrity_flags_once").on(t.contestId, t.kind, t.attemptId, t.otherId).nullsNotDistinct()],
);

/** What a person decided about somebody's entry: proposed by one, approved by another, lifted with a reason (the ladder of A8). */
export const sanctions = pgTable(
  "sanctions",
  {
    id: rowId(),
    contestId: ref()
      .notNull()
      .references(() => contests.id),
    entryId: ref()
      .notNull()
      .references(() => entries.id),
    flagId: ref().references(() => integrityFlags.id),
    kind: text({ enum: SANCTION_KINDS }).notNull(),
    /** Taken off the counted score, in milli-points; only of kind points. */
    milli: integer().notNull().default(0),
    reason: text().notNull(),
    state: text({ enum: ["proposed", "applied", "rejected", "lifted"] })
      .notNull()
      .default("proposed"),
    proposedBy: ref()
      .notNull()
      .references(() => people.id),
    proposedAt: instant().notNull(),
    decidedBy: ref().references(() => people.id),
    decidedAt: instant(),
    decisionNote: text().notNull().default(""),
    liftedBy: ref().references(() => people.id),
    liftedAt: instant(),
    liftReason: text().notNull().default(""),
  },
  (t) => [
    index("sanctions_by_entry").on(t.entryId),
    uniqueIndex("sanctions_one_open").on(t.entryId).where(sql`${t.state} = 'proposed'`),
    check("sanctions_take_something", sql`(${t.kind} = 'points') = (${t.milli} > 0)`),
  ],
);

/** A question to the organizer during a contest, or (nobody asked) something told to all. */
export const clarifications = pgTable(
  "clarifications",
  {
    id: rowId(),
    contestId: ref()
      .notNull()
      .references(() => contests.id),
    askedBy: ref().references(() => people.id),
    question: text().notNull().default(""),
    askedAt: instant().notNull(),
    answer: text(),
    /** Told to all, without the name of who asked. */
    isBroadcast: boolean().notNull().default(false),
    answeredBy: ref().references(() => people.id),
    answeredAt: instant(),
  },
  (t) => [index("clarifications_by_contest").on(t.contestId, t.id), index("clarifications_by_person").on(t.askedBy, t.askedAt)],
);

/** A stretch in which nobody's clock runs: of everybody, or of one branch with all below it. `endsAt` moves up when it is resumed early. */
export const contestPauses = pgTable(
  "contest_pauses",
  {
    id: rowId(),
    contestId: ref()
      .notNull()
      .references(() => contests.id),
    branchId: ref().references(() => branches.id),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    reason: text().notNull(),
    pausedBy: ref().references(() => people.id),
    resumedBy: ref().references(() => people.id),
    resumedAt: instant(),
  },
  (t) => [index("contest_pauses_by_contest").on(t.contestId), check("contest_pauses_last", sql`${t.startsAt} <= ${t.endsAt}`)],
);

/** The archive of a contest as one zip (B16): what it hashes to, and who made it. */
export const evidencePacks = pgTable(
  "evidence_packs",
  {
    id: rowId(),
    contestId: ref()
      .notNull()
      .references(() => contests.id),
    askedBy: ref().references(() => people.id),
    madeAt: instant().notNull(),
    fileName: text().notNull(),
    size: bigint({ mode: "number" }).notNull(),
    files: integer().notNull(),
    /** SHA-256 of the list of all files with theirs. */
    rootHash: text().notNull(),
  },
  (t) => [index("evidence_packs_by_contest").on(t.contestId, t.id)],
);

/** Its bytes in parts of a megabyte. */
export const evidenceParts = pgTable(
  "evidence_parts",
  {
    packId: ref()
      .notNull()
      .references(() => evidencePacks.id),
    part: integer().notNull(),
    bytes: bytes().notNull(),
  },
  (t) => [primaryKey({ columns: [t.packId, t.part] })],
);
