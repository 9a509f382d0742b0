import { bigint, boolean, index, integer, jsonb, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import type { Effect } from "#domain/halls/replay.ts";
import type { HallRules } from "#domain/halls/rules.ts";
import { instant, ref, rowId } from "./columns.ts";
import { contests } from "./contests.ts";
import { branches, people } from "./people.ts";
import { questionVersions } from "./questions.ts";
import { teams } from "./teams.ts";

/** A contest on a stage. `seq` is the number of its ledger's last line: what the streams look at. */
export const halls = pgTable(
  "halls",
  {
    id: rowId(),
    branchId: ref()
      .notNull()
      .references(() => branches.id),
    /** The contest whose final this is: its sides came from who was promoted there, and it belongs to that contest's archive. */
    contestId: ref().references(() => contests.id),
    title: text().notNull(),
    rules: jsonb().$type<HallRules>().notNull(),
    /** What the buzzers' address holds; no secret, for only members of its sides may press. */
    code: text().notNull().unique("halls_code_once"),
    seed: text().notNull(),
    seq: integer().notNull().default(0),
    /** What the ledger comes to, for lists. */
    phase: text({ enum: ["ready", "running", "over"] })
      .notNull()
      .default("ready"),
    createdBy: ref()
      .notNull()
      .references(() => people.id),
    createdAt: instant().notNull(),
  },
  (t) => [index("halls_by_branch").on(t.branchId, t.id), index("halls_by_contest").on(t.contestId)],
);

export const hallSides = pgTable(
  "hall_sides",
  {
    hallId: ref()
      .notNull()
      .references(() => halls.id),
    seat: integer().notNull(),
    name: text().notNull(),
    /** The promoted team that it is, of the contest whose final this is. */
    fromTeamId: ref().references(() => teams.id),
  },
  (t) => [primaryKey({ columns: [t.hallId, t.seat] })],
);

/** Who stands for a side; `buzzes`: may press its buzzer. */
export const hallMembers = pgTable(
  "hall_members",
  {
    hallId: ref()
      .notNull()
      .references(() => halls.id),
    personId: ref()
      .notNull()
      .references(() => people.id),
    seat: integer().notNull(),
    buzzes: boolean().notNull(),
  },
  (t) => [primaryKey({ columns: [t.hallId, t.personId] }), index("hall_members_by_person").on(t.personId)],
);

/** The questions of each round in the order in which they are asked, spares last; none twice. */
export const hallQuestions = pgTable(
  "hall_questions",
  {
    hallId: ref()
      .notNull()
      .references(() => halls.id),
    round: integer().notNull(),
    place: integer().notNull(),
    versionId: ref()
      .notNull()
      .references(() => questionVersions.id),
  },
  (t) => [primaryKey({ columns: [t.hallId, t.round, t.place] }), unique("hall_questions_once").on(t.hallId, t.versionId)],
);

/** The ledger: append only. What is undone or ruled otherwise is another line, with its reason. */
export const hallEvents = pgTable(
  "hall_events",
  {
    hallId: ref()
      .notNull()
      .references(() => halls.id),
    seq: integer().notNull(),
    kind: text().notNull(),
    seat: integer(),
    /** What the line says beyond this, as domain/halls/acts.ts has it. */
    said: jsonb().$type<Record<string, unknown>>().notNull(),
    /** What it changed of the scores. */
    effects: jsonb().$type<Effect[]>().notNull(),
    versionId: ref().references(() => questionVersions.id),
    reason: text().notNull().default(""),
    personId: ref().references(() => people.id),
    at: instant().notNull(),
    /** Of a buzz: the receiving process, and the microseconds of its monotonic clock. */
    instance: text(),
    us: bigint({ mode: "number" }),
  },
  (t) => [primaryKey({ columns: [t.hallId, t.seq] }), index("hall_events_by_person").on(t.personId)],
);
