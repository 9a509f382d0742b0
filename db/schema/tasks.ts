// Above 150 lines: the tables of one noun stand together, so that its constraints can be read at once.
import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { instant, ref, rowId } from "./columns.ts";
import { branches, people } from "./people.ts";
import { programmeItems, programmes } from "./programmes.ts";

/**
 * The ledger: one row per owner and thing to do. `personId` null: the whole unit `branchId` owes it. `branchId` is where it counts: an
 * open task follows its owner to another branch, an ended one stays. At most one of done, waived and cancelled; overdue is derived.
 */
export const tasks = pgTable(
  "tasks",
  {
    id: rowId(),
    /** Both null: an ad-hoc task. */
    programmeId: ref().references(() => programmes.id),
    itemId: ref().references(() => programmeItems.id),
    personId: ref().references(() => people.id),
    branchId: ref()
      .notNull()
      .references(() => branches.id),
    /** Of an ad-hoc task; an item's tasks are called as the item is. */
    title: text().notNull().default(""),
    body: text().notNull().default(""),
    dueAt: instant(),
    createdBy: ref().references(() => people.id),
    createdAt: instant().notNull(),
    doneAt: instant(),
    /** Who said so; null: the outcome did. */
    doneBy: ref().references(() => people.id),
    waivedAt: instant(),
    waivedBy: ref().references(() => people.id),
    waiverReason: text().notNull().default(""),
    cancelledAt: instant(),
  },
  (t) => [
    uniqueIndex("tasks_once_a_person").on(t.itemId, t.personId).where(sql`${t.personId} is not null`),
    uniqueIndex("tasks_once_a_unit").on(t.itemId, t.branchId).where(sql`${t.personId} is null and ${t.itemId} is not null`),
    index("tasks_by_person").on(t.personId, t.dueAt),
    index("tasks_by_branch").on(t.branchId, t.id),
    index("tasks_by_branch_and_item").on(t.branchId, t.itemId),
    /** The order of the ledger: what is due first, then what is never due. */
    index("tasks_in_order").on(sql`coalesce(${t.dueAt}, 'infinity')`, t.id),
    /** Everything a completion report asks for, so that it is answered from the index alone (P12). */
    index("tasks_by_programme").on(t.programmeId, t.branchId, t.personId, t.itemId, t.dueAt, t.doneAt, t.waivedAt, t.cancelledAt),
    index("tasks_open_by_due").on(t.dueAt, t.id).where(sql`${t.doneAt} is null and ${t.waivedAt} is null and ${t.cancelledAt} is null`),
    check("tasks_end_one_way", sql`num_nonnulls(${t.doneAt}, ${t.waivedAt}, ${t.cancelledAt}) <= 1`),
    check("tasks_waived_for_a_reason", sql`(${t.waivedAt} is null) = (${t.waiverReason} = '')`),
    check("tasks_item_of_a_programme", sql`(${t.itemId} is null) = (${t.programmeId} is null)`),
    check("tasks_ad_hoc_named", sql`${t.itemId} is not null or ${t.title} <> ''`),
  ],
);

/** What an owner shows for it, and what was said when it was handed back. Append only; files hang on the task. */
export const taskEvidence = pgTable(
  "task_evidence",
  {
    id: rowId(),
    taskId: ref()
      .notNull()
      .references(() => tasks.id),
    personId: ref()
      .notNull()
      .references(() => people.id),
    kind: text({ enum: ["evidence", "return"] })
      .notNull()
      .default("evidence"),
    body: text().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [index("task_evidence_by_task").on(t.taskId, t.id)],
);

/** A unit that falls behind was told so; closed when it caught up (R09). */
export const branchFlags = pgTable(
  "branch_flags",
  {
    id: rowId(),
    branchId: ref()
      .notNull()
      .references(() => branches.id),
    programmeId: ref().references(() => programmes.id),
    reason: text().notNull(),
    raisedBy: ref().references(() => people.id),
    raisedAt: instant().notNull(),
    closedAt: instant(),
    closedBy: ref().references(() => people.id),
    closingNote: text().notNull().default(""),
  },
  (t) => [
    uniqueIndex("branch_flags_one_open").on(t.branchId, sql`coalesce(${t.programmeId}, 0)`).where(sql`${t.closedAt} is null`),
    check("branch_flags_closed_with_a_note", sql`${t.closedAt} is null or ${t.closingNote} <> ''`),
  ],
);

/** What was done about a flag, in order. Append only. */
export const branchFlagNotes = pgTable(
  "branch_flag_notes",
  {
    id: rowId(),
    flagId: ref()
      .notNull()
      .references(() => branchFlags.id),
    personId: ref()
      .notNull()
      .references(() => people.id),
    body: text().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [index("branch_flag_notes_by_flag").on(t.flagId, t.id)],
);
