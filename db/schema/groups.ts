// Above 150 lines: the tables of one noun stand together, so that its constraints can be read at once.
import { sql } from "drizzle-orm";
import { boolean, check, date, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { Recurrence } from "#domain/groups/recurrence.ts";
import { instant, ref, rowId } from "./columns.ts";
import { materials } from "./materials.ts";
import { branches, people } from "./people.ts";

/** A study group across branches; its members share annotations of group visibility and hold meetings. */
export const groups = pgTable("groups", {
  id: rowId(),
  slug: text().notNull().unique("groups_slug_once"),
  name: text().notNull(),
  intro: text().notNull().default(""),
  /** The branch it is registered with: offices over it look after the group. */
  branchId: ref()
    .notNull()
    .references(() => branches.id),
  /** What it says and writes is for its members and for offices over its branch; else the people of its branch may read records too. */
  isPrivate: boolean().notNull().default(true),
  createdBy: ref().references(() => people.id),
  createdAt: instant().notNull(),
  closedAt: instant(),
  /** Grows with every change, so that two editors do not overwrite each other. */
  revision: integer().notNull().default(1),
});

/** Who belongs to a group, from when to when; `termEndsOn`: until when a leader or deputy was chosen. */
export const groupMembers = pgTable(
  "group_members",
  {
    id: rowId(),
    groupId: ref()
      .notNull()
      .references(() => groups.id),
    personId: ref()
      .notNull()
      .references(() => people.id),
    role: text({ enum: ["leader", "deputy", "member"] })
      .notNull()
      .default("member"),
    termEndsOn: date({ mode: "string" }),
    joinedAt: instant().notNull(),
    leftAt: instant(),
  },
  (t) => [
    uniqueIndex("group_members_once").on(t.groupId, t.personId).where(sql`${t.leftAt} is null`),
    uniqueIndex("group_members_one_leader").on(t.groupId).where(sql`${t.role} = 'leader' and ${t.leftAt} is null`),
    index("group_members_by_person").on(t.personId),
  ],
);

/** A term of a group: a book or a set of texts, read in sections, on days by a rule with exceptions (R31). */
export const groupPlans = pgTable(
  "group_plans",
  {
    id: rowId(),
    groupId: ref()
      .notNull()
      .references(() => groups.id),
    title: text().notNull(),
    startsOn: date({ mode: "string" }).notNull(),
    endsOn: date({ mode: "string" }).notNull(),
    rule: jsonb().$type<Recurrence>().notNull(),
    /** A meeting kind. */
    kind: text().notNull(),
    place: text().notNull().default(""),
    link: text().notNull().default(""),
    createdBy: ref().references(() => people.id),
    createdAt: instant().notNull(),
    closedAt: instant(),
    revision: integer().notNull().default(1),
  },
  (t) => [
    index("group_plans_by_group").on(t.groupId, t.startsOn),
    check("group_plans_start_before_they_end", sql`${t.startsOn} <= ${t.endsOn}`),
  ],
);

/** What is read in one meeting: a stretch of a text, or pages of a book that is not in the house. */
export const planSections = pgTable(
  "plan_sections",
  {
    id: rowId(),
    planId: ref()
      .notNull()
      .references(() => groupPlans.id),
    place: integer().notNull(),
    title: text().notNull(),
    materialId: ref().references(() => materials.id),
    /** First and last paragraph of the text; empty: the whole of it. */
    fromBlock: text().notNull().default(""),
    toBlock: text().notNull().default(""),
    pages: text().notNull().default(""),
    retiredAt: instant(),
  },
  (t) => [index("plan_sections_by_plan").on(t.planId, t.place)],
);

/** Days a member said they cannot lead (D13). */
export const rotaAbsences = pgTable(
  "rota_absences",
  {
    id: rowId(),
    groupId: ref()
      .notNull()
      .references(() => groups.id),
    personId: ref()
      .notNull()
      .references(() => people.id),
    fromDay: date({ mode: "string" }).notNull(),
    toDay: date({ mode: "string" }).notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [index("rota_absences_by_group").on(t.groupId, t.fromDay), check("rota_absences_in_order", sql`${t.fromDay} <= ${t.toDay}`)],
);

/** Which book next: each member has `votesEach` votes, at most one a nominee (D13). */
export const bookVotes = pgTable(
  "book_votes",
  {
    id: rowId(),
    groupId: ref()
      .notNull()
      .references(() => groups.id),
    votesEach: integer().notNull().default(3),
    opensAt: instant().notNull(),
    closesAt: instant().notNull(),
    createdBy: ref().references(() => people.id),
    createdAt: instant().notNull(),
    /** Counted and told; from then on nothing changes. */
    countedAt: instant(),
  },
  (t) => [
    index("book_votes_by_group").on(t.groupId, t.opensAt),
    check("book_votes_open_before_they_close", sql`${t.opensAt} < ${t.closesAt}`),
    check("book_votes_each", sql`${t.votesEach} between 1 and 20`),
  ],
);

/** A proposed book; kept for the next vote until it is chosen or taken back. */
export const bookNominees = pgTable(
  "book_nominees",
  {
    id: rowId(),
    groupId: ref()
      .notNull()
      .references(() => groups.id),
    title: text().notNull(),
    author: text().notNull().default(""),
    why: text().notNull().default(""),
    materialId: ref().references(() => materials.id),
    nominatedBy: ref()
      .notNull()
      .references(() => people.id),
    nominatedAt: instant().notNull(),
    chosenIn: ref().references(() => bookVotes.id),
    retiredAt: instant(),
  },
  (t) => [uniqueIndex("book_nominees_once").on(t.groupId, sql`lower(${t.title})`).where(sql`${t.retiredAt} is null`)],
);

export const bookBallots = pgTable(
  "book_ballots",
  {
    voteId: ref()
      .notNull()
      .references(() => bookVotes.id),
    nomineeId: ref()
      .notNull()
      .references(() => bookNominees.id),
    personId: ref()
      .notNull()
      .references(() => people.id),
    votedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.voteId, t.nomineeId, t.personId] })],
);
