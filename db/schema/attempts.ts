import { sql } from "drizzle-orm";
import { bigint, boolean, check, index, integer, jsonb, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { ATTEMPT_STATES } from "#domain/attempts/attempt-states.ts";
import type { Response } from "#domain/questions/question.ts";
import { instant, ref, rowId } from "./columns.ts";
import { entries } from "./contests.ts";
import { people } from "./people.ts";

/** A clock, a paper and a state, under every kind of test. `seed` rebuilds the very order this person saw. */
export const attempts = pgTable(
  "attempts",
  {
    id: rowId(),
    personId: ref()
      .notNull()
      .references(() => people.id),
    entryId: ref().references(() => entries.id),
    number: integer().notNull(),
    seed: text().notNull(),
    versionIds: bigint({ mode: "number" }).array().notNull(),
    /** Milli-points of each slot. */
    worths: integer().array().notNull(),
    startedAt: instant().notNull(),
    dueAt: instant().notNull(),
    /** Last moment at which a save still counts: due + allowance (D1). */
    endsAt: instant().notNull(),
    state: text({ enum: ATTEMPT_STATES }).notNull().default("in_progress"),
    finishedAt: instant(),
    endedBy: text({ enum: ["person", "clock", "organizer", "rules"] }),
    seenAt: instant().notNull(),
    /** When its wrong answers became cards of the wrong-book: not before the contest's rules open the keys (B10). */
    mistakesNotedAt: instant(),
    /** Where questions are shown one by one (D4.5): since when the next one has been before the person. */
    shownAt: instant(),
    /** The sign-in that answers now: one device at a time. Null: whichever asks. */
    seat: uuid(),
  },
  (t) => [
    unique("attempts_numbered").on(t.entryId, t.number),
    uniqueIndex("attempts_one_open").on(t.entryId).where(sql`${t.state} = 'in_progress'`),
    index("attempts_to_end").on(t.endsAt).where(sql`${t.state} = 'in_progress'`),
    index("attempts_to_note").on(t.entryId).where(sql`${t.mistakesNotedAt} is null`),
    index("attempts_by_person").on(t.personId, t.startedAt),
    check("attempts_paper_whole", sql`cardinality(${t.versionIds}) = cardinality(${t.worths})`),
    check("attempts_end_after_start", sql`${t.startedAt} < ${t.dueAt} and ${t.dueAt} <= ${t.endsAt}`),
  ],
);

/** The answer that stands: the highest sequence of the slot while the attempt was open. Marks are hidden from the play role. */
export const answers = pgTable(
  "answers",
  {
    attemptId: ref()
      .notNull()
      .references(() => attempts.id),
    slot: integer().notNull(),
    response: jsonb().$type<Response>(),
    seq: integer().notNull(),
    receivedAt: instant().notNull(),
    milli: integer().notNull(),
    isRight: boolean().notNull(),
  },
  (t) => [primaryKey({ columns: [t.attemptId, t.slot] })],
);

/** A try of a question in a format that judges at once (D4.3–D4.5), with its verdict, which was told. Append only. */
export const itemTries = pgTable(
  "item_tries",
  {
    attemptId: ref()
      .notNull()
      .references(() => attempts.id),
    slot: integer().notNull(),
    number: integer().notNull(),
    response: jsonb().$type<Response>(),
    receivedAt: instant().notNull(),
    milli: integer().notNull(),
    isRight: boolean().notNull(),
    /** It came after the question's own time, and so is no answer. */
    isLate: boolean().notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.attemptId, t.slot, t.number] })],
);

/** Every save that was received, late and stale ones too. Append only. */
export const answerEvents = pgTable(
  "answer_events",
  {
    id: rowId(),
    attemptId: ref().notNull(),
    slot: integer().notNull(),
    seq: integer().notNull(),
    response: jsonb().$type<Response>(),
    receivedAt: instant().notNull(),
    outcome: text({ enum: ["saved", "stale", "late", "ended", "taken-over"] }).notNull(),
  },
  (t) => [index("answer_events_by_attempt").on(t.attemptId, t.slot, t.seq)],
);

/** Running totals, written in the answers' own statement; hidden from the play role. */
export const attemptTotals = pgTable("attempt_totals", {
  attemptId: ref()
    .primaryKey()
    .references(() => attempts.id),
  answered: integer().notNull(),
  scoreMilli: integer().notNull(),
  rightCount: integer().notNull(),
  lastScoringAt: instant(),
});
