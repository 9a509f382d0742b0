import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { instant, ref, rowId } from "./columns.ts";

/** What a person with an office changed: same transaction as the change, never altered. */
export const audit = pgTable(
  "audit",
  {
    id: rowId(),
    doneAt: instant().notNull(),
    actorId: ref(),
    action: text().notNull(),
    object: text().notNull(),
    objectId: ref(),
    /** The branch it happened in, so that a branch administrator sees the own subtree. */
    branchId: ref(),
    before: jsonb(),
    after: jsonb(),
    reason: text().notNull().default(""),
  },
  (t) => [index("audit_by_object").on(t.object, t.objectId), index("audit_by_actor").on(t.actorId, t.id)],
);

/** Work done at leisure by the worker; committed with the data that asks for it. */
export const jobs = pgTable(
  "jobs",
  {
    id: rowId(),
    kind: text().notNull(),
    payload: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    dedupe: text().unique("jobs_dedupe_once"),
    runAt: instant().notNull(),
    tries: integer().notNull().default(0),
    lockedUntil: instant(),
    percent: integer().notNull().default(0),
    result: jsonb(),
    doneAt: instant(),
    failedAt: instant(),
    lastError: text(),
    createdBy: ref(),
  },
  (t) => [index("jobs_to_run").on(t.runAt).where(sql`${t.doneAt} is null and ${t.failedAt} is null`)],
);

/** What the nightly recompute found; empty days are rows too. */
export const recomputes = pgTable("recomputes", {
  id: rowId(),
  ranAt: instant().notNull(),
  checked: integer().notNull(),
  differences: integer().notNull(),
  details: jsonb().notNull(),
});
