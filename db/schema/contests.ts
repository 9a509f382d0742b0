// Above 150 lines: the tables of one noun stand together, so that its constraints can be read at once.
import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import type { BranchInputs } from "#domain/boards/freeze.ts";
import { REVEAL_BOARDS, type RevealScript } from "#domain/boards/reveal.ts";
import type { Blueprint, ContestRules } from "#domain/contests/rules.ts";
import { PAPER_KINDS, type Section } from "#domain/papers/sections.ts";
import type { KeptTeam } from "#domain/teams/kept-team.ts";
import { instant, ref, rowId } from "./columns.ts";
import { papers } from "./papers.ts";
import { branches, people } from "./people.ts";
import { questionVersions } from "./questions.ts";

/** A contest over a window. Rules and blueprint are data; what it prints is what it plays by. */
export const contests = pgTable(
  "contests",
  {
    id: rowId(),
    slug: text().notNull().unique("contests_slug_once"),
    title: text().notNull(),
    intro: text().notNull().default(""),
    /** Owner and audience: the subtree of this branch … */
    branchId: ref()
      .notNull()
      .references(() => branches.id),
    /** … and, when not empty, people with any of these tags. */
    audienceTags: text().array().notNull().default(sql`'{}'`),
    rules: jsonb().$type<ContestRules>().notNull(),
    blueprint: jsonb().$type<Blueprint>().notNull(),
    opensAt: instant().notNull(),
    closesAt: instant().notNull(),
    createdBy: ref().references(() => people.id),
    createdAt: instant().notNull().defaultNow(),
    publishedAt: instant(),
    rosterTakenAt: instant(),
    /** When results were published by a person. */
    resultsAt: instant(),
    cancelledAt: instant(),
    /** Until when results may be appealed; boards say so until then (D7). */
    appealUntil: instant(),
    /** T_f: from then the public sees the board as it stood (D6), until a person releases it; null: never frozen. */
    freezeAt: instant(),
    /** When S_f was stored; between T_f and this the public sees no board at all. */
    frozenAt: instant(),
    releasedAt: instant(),
    /** The paper it is made of, copied when it is published; null: the blueprint alone. */
    paperId: ref().references(() => papers.id),
    paperKind: text({ enum: PAPER_KINDS }).notNull().default("per_person"),
    sections: jsonb().$type<Section[]>(),
    /** For whom: everybody of the audience, or the people listed in contest_invited. */
    entry: text({ enum: ["audience", "invited"] })
      .notNull()
      .default("audience"),
    /** A make-up for those who were absent from, or failed, another one (R16). */
    makesUpFor: ref().references((): AnyPgColumn => contests.id),
    /** The stage before it: who enters is who was promoted there. */
    followsId: ref().references((): AnyPgColumn => contests.id),
    /** Grows with every change of the draft, so that two editors do not overwrite each other. */
    revision: integer().notNull().default(1),
  },
  (t) => [
    check("contests_open_before_they_close", sql`${t.opensAt} < ${t.closesAt}`),
    check("contests_freeze_inside", sql`${t.freezeAt} is null or (${t.opensAt} < ${t.freezeAt} and ${t.freezeAt} < ${t.closesAt})`),
    check(
      "contests_released_after_freeze",
      sql`${t.releasedAt} is null or (${t.frozenAt} is not null and ${t.releasedAt} > ${t.freezeAt})`,
    ),
    check("contests_no_results_while_frozen", sql`${t.resultsAt} is null or ${t.freezeAt} is null or ${t.releasedAt} is not null`),
    index("contests_by_window").on(t.opensAt, t.closesAt),
    // One stage comes after another; one that was called off makes room.
    uniqueIndex("contests_one_next_stage").on(t.followsId).where(sql`${t.cancelledAt} is null`),
  ],
);

/** The questions a published contest draws from, as they stood at publication. */
export const contestPool = pgTable(
  "contest_pool",
  {
    contestId: ref()
      .notNull()
      .references(() => contests.id),
    versionId: ref()
      .notNull()
      .references(() => questionVersions.id),
  },
  (t) => [primaryKey({ columns: [t.contestId, t.versionId] })],
);

/** Who may enter a contest that is not for its whole audience: drawn by lot (R22), absent or failed before (R16), or named. */
export const contestInvited = pgTable(
  "contest_invited",
  {
    contestId: ref()
      .notNull()
      .references(() => contests.id),
    personId: ref()
      .notNull()
      .references(() => people.id),
    because: text({ enum: ["lot", "absent", "failed", "named", "promoted"] }).notNull(),
    invitedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.contestId, t.personId] }), index("contest_invited_by_person").on(t.personId)],
);

/** Who was eligible, and in which branch, when the contest opened (D5); who joins later is added when entering. */
export const contestRoster = pgTable(
  "contest_roster",
  {
    contestId: ref()
      .notNull()
      .references(() => contests.id),
    personId: ref()
      .notNull()
      .references(() => people.id),
    branchId: ref()
      .notNull()
      .references(() => branches.id),
  },
  (t) => [primaryKey({ columns: [t.contestId, t.personId] }), index("contest_roster_by_branch").on(t.contestId, t.branchId)],
);

/** Exceptions for one person, one branch's subtree, or (both null) everybody (D1). */
export const contestOverrides = pgTable(
  "contest_overrides",
  {
    id: rowId(),
    contestId: ref()
      .notNull()
      .references(() => contests.id),
    branchId: ref().references(() => branches.id),
    personId: ref().references(() => people.id),
    limitMs: integer(),
    closesAt: instant(),
    extensionMs: integer().notNull().default(0),
    reason: text().notNull(),
    createdBy: ref().references(() => people.id),
    createdAt: instant().notNull(),
  },
  (t) => [index("contest_overrides_by_contest").on(t.contestId)],
);

/** One person in one contest; the branch is the roster's. */
export const entries = pgTable(
  "entries",
  {
    id: rowId(),
    contestId: ref()
      .notNull()
      .references(() => contests.id),
    personId: ref()
      .notNull()
      .references(() => people.id),
    branchId: ref()
      .notNull()
      .references(() => branches.id),
    enteredAt: instant().notNull(),
    /** For which team (teams stand in another file, which needs this one), and in which division. */
    teamId: ref(),
    division: text(),
  },
  (t) => [
    unique("entries_once_per_person").on(t.contestId, t.personId),
    index("entries_by_team").on(t.teamId).where(sql`${t.teamId} is not null`),
  ],
);

const standingColumns = () => ({
  entryId: ref()
    .primaryKey()
    .references(() => entries.id),
  contestId: ref()
    .notNull()
    .references(() => contests.id),
  scoreMilli: integer().notNull(),
  rightCount: integer().notNull(),
  totalMs: integer().notNull(),
  /** From the contest's opening; a window may be a year, which does not fit an integer. */
  lastScoringMs: bigint({ mode: "number" }).notNull(),
  rankKey: text().notNull(),
  /** Of how many days it is made, in a format of days (D4.2); it orders nobody. */
  days: integer().notNull().default(0),
  attemptsEnded: integer().notNull(),
  counts: boolean().notNull().default(true),
  countedAt: instant().notNull(),
});

/** The counted result of an entry, and the one stored sort key of every board. Rewritten when an attempt ends. */
export const standings = pgTable("standings", standingColumns(), (t) => [
  index("standings_by_rank").on(t.contestId, t.rankKey.desc(), t.entryId),
]);

/** S_f: the standings as they were at the freeze (D6), of what was handed in before it. Boards read it by the very same columns. */
export const frozenStandings = pgTable("frozen_standings", standingColumns(), (t) => [
  index("frozen_standings_by_rank").on(t.contestId, t.rankKey.desc(), t.entryId),
]);

/** A finished board as an artefact. */
export const boardSnapshots = pgTable(
  "board_snapshots",
  {
    id: rowId(),
    contestId: ref()
      .notNull()
      .references(() => contests.id),
    moment: text({
      enum: ["freeze", "end", "final", "ruled", "before-sanction", "after-sanction", "before-lift", "after-lift"],
    }).notNull(),
    /** The ruling that made it what it is (rulings stand in another file, which needs this one); earlier boards stay readable beside it. */
    rulingId: ref(),
    /** The sanction before or after which it stood so; as with rulings, its table needs this file. */
    sanctionId: ref(),
    /** A frozen board may be taken anew by an administrator's choice; what it was before stays readable. */
    revision: integer().notNull().default(1),
    takenAt: instant().notNull(),
    rows: jsonb().notNull(),
    /** The teams of that board; null in a contest of persons, and in boards of before teams were kept. */
    teams: jsonb().$type<KeptTeam[]>(),
    /** What else the board of branches was reckoned from, at the freeze and around a sanction: the tree and the eligible people of each branch. */
    inputs: jsonb().$type<BranchInputs>(),
  },
  (t) => [unique("board_snapshots_once").on(t.contestId, t.moment, t.rulingId, t.sanctionId, t.revision).nullsNotDistinct()],
);

/** A ceremony that opens a frozen board from the bottom up (D6). Its state is here, so that every screen shows the same and a reload goes on. */
export const reveals = pgTable(
  "reveals",
  {
    contestId: ref()
      .notNull()
      .references(() => contests.id),
    board: text({ enum: REVEAL_BOARDS }).notNull(),
    /** What is opened, fixed when it began: a ruling meanwhile makes it out of date, never another ceremony. */
    script: jsonb().$type<RevealScript>().notNull(),
    step: integer().notNull().default(0),
    /** Grows with every move, so that two operators never move twice. */
    seq: integer().notNull().default(1),
    startedBy: ref().references(() => people.id),
    startedAt: instant().notNull(),
    movedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.contestId, t.board] }), check("reveals_step_whole", sql`${t.step} >= 0`)],
);

/** Something a live board or an open page must hear of; the feed polls it by id. `frozen`: S_f was stored, or a late fact joined it. */
export const liveChanges = pgTable(
  "live_changes",
  {
    id: rowId(),
    contestId: ref()
      .notNull()
      .references(() => contests.id),
    change: text({
      enum: ["hand-in", "time", "published", "cancelled", "opened", "closed", "frozen", "released", "clarification", "team"],
    }).notNull(),
    entryId: ref(),
    changedAt: instant().notNull(),
  },
  (t) => [index("live_changes_frozen").on(t.contestId, t.id).where(sql`${t.change} = 'frozen'`)],
);
