// Above 150 lines: the tables of one noun stand together, so that its constraints can be read at once.
import { sql } from "drizzle-orm";
import { type AnyPgColumn, boolean, check, index, integer, jsonb, pgTable, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { OFFICES } from "#domain/people/offices.ts";
import { instant, ref, rowId } from "./columns.ts";

/** The tree. `path` is "/1/5/9/" from the root to the branch itself; a trigger refuses cycles and keeps it true. */
export const branches = pgTable(
  "branches",
  {
    id: rowId(),
    parentId: ref().references((): AnyPgColumn => branches.id),
    code: text().notNull().unique("branches_code_once"),
    name: text().notNull(),
    kind: text().notNull().default(""),
    pinyin: text().notNull().default(""),
    path: text().notNull().default("/"),
    closedAt: instant(),
  },
  (t) => [
    index("branches_by_path").on(t.path.op("text_pattern_ops")),
    index("branches_by_parent").on(t.parentId),
    check("branches_not_own_parent", sql`${t.parentId} <> ${t.id}`),
  ],
);

/** Who. A person is disabled, never deleted by an import; what was done stays with the branch where it happened. */
export const people = pgTable(
  "people",
  {
    id: rowId(),
    staffNo: text().notNull().unique("people_staff_no_once"),
    account: text().notNull().unique("people_account_once"),
    name: text().notNull(),
    pinyinFull: text().notNull().default(""),
    pinyinInitials: text().notNull().default(""),
    branchId: ref()
      .notNull()
      .references(() => branches.id),
    tags: text().array().notNull().default(sql`'{}'`),
    /** Personal time factor in percent (D16): 100, 125, 150, 200. */
    timePercent: integer().notNull().default(100),
    passwordHash: text(),
    oidcSubject: text().unique("people_oidc_subject_once"),
    disabledAt: instant(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [
    index("people_by_branch").on(t.branchId),
    index("people_by_pinyin").on(t.pinyinFull, t.id),
    index("people_by_tag").using("gin", t.tags),
    check("people_time_percent_range", sql`${t.timePercent} between 100 and 400`),
  ],
);

/** Moves between branches: when, from where, by whom. */
export const personMoves = pgTable(
  "person_moves",
  {
    id: rowId(),
    personId: ref()
      .notNull()
      .references(() => people.id),
    fromBranchId: ref().references(() => branches.id),
    toBranchId: ref()
      .notNull()
      .references(() => branches.id),
    movedAt: instant().notNull(),
    movedBy: ref().references(() => people.id),
  },
  (t) => [index("person_moves_by_person").on(t.personId)],
);

/** Which office over which subtree. An ended office stays as history. */
export const offices = pgTable(
  "offices",
  {
    id: rowId(),
    personId: ref()
      .notNull()
      .references(() => people.id),
    office: text({ enum: OFFICES }).notNull(),
    branchId: ref()
      .notNull()
      .references(() => branches.id),
    grantedAt: instant().notNull().defaultNow(),
    grantedBy: ref().references(() => people.id),
    endedAt: instant(),
  },
  (t) => [uniqueIndex("offices_held_once").on(t.personId, t.office, t.branchId).where(sql`${t.endedAt} is null`)],
);

/** Sign-ins. Revoking one takes effect on the next request. */
export const sessions = pgTable(
  "sessions",
  {
    id: uuid().primaryKey(),
    personId: ref()
      .notNull()
      .references(() => people.id),
    createdAt: instant().notNull(),
    seenAt: instant().notNull(),
    expiresAt: instant().notNull(),
    revokedAt: instant(),
    device: text().notNull().default(""),
  },
  (t) => [index("sessions_by_person").on(t.personId)],
);

/** One-time codes for the first sign-in. Only the hash is kept. */
export const invitations = pgTable(
  "invitations",
  {
    id: rowId(),
    personId: ref()
      .notNull()
      .references(() => people.id),
    codeHash: text().notNull().unique("invitations_code_once"),
    createdAt: instant().notNull(),
    createdBy: ref().references(() => people.id),
    expiresAt: instant().notNull(),
    usedAt: instant(),
  },
  (t) => [index("invitations_by_person").on(t.personId)],
);

/** Failed sign-ins by account and by address; made UNLOGGED by the migration. */
export const guesses = pgTable("guesses", {
  subject: text().primaryKey(),
  failures: integer().notNull(),
  windowEndsAt: instant().notNull(),
});

/** The one organisation of this installation and its policies. */
export const organisation = pgTable(
  "organisation",
  {
    id: integer().primaryKey().default(1),
    name: text().notNull(),
    lightBurden: boolean().notNull().default(true),
    demo: boolean().notNull().default(false),
    /** Hash of the one-time set-up link, until it is used. */
    setupHash: text(),
    setupEndsAt: instant(),
    policies: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  },
  (t) => [check("organisation_is_one", sql`${t.id} = 1`)],
);

/** The complaints box that light-burden mode keeps open. */
export const complaints = pgTable(
  "complaints",
  {
    id: rowId(),
    personId: ref()
      .notNull()
      .references(() => people.id),
    branchId: ref()
      .notNull()
      .references(() => branches.id),
    body: text().notNull(),
    createdAt: instant().notNull(),
    reply: text(),
    repliedBy: ref().references(() => people.id),
    repliedAt: instant(),
  },
  (t) => [unique("complaints_once").on(t.personId, t.createdAt)],
);
