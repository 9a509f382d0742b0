import type { Db, Tx } from "#db/client.ts";
import { audit } from "#db/schema/operations.ts";

export type AuditEntry = Readonly<{
  /** What was done, as `noun.deed`: `person.edit`, `office.grant`, `contest.publish`. */
  action: string;
  /** What it was done to: the singular noun, `person`, `contest`, `question`. */
  object: string;
  objectId: number | null;
  /** The branch it happened in; a branch administrator sees the rows of the own subtree. Without it, only an administrator does. */
  branchId?: number | null | undefined;
  before?: unknown;
  after?: unknown;
  reason?: string | undefined;
}>;

/** What an entry needs to know of the request, or of the job somebody asked for. A visitor (set-up, a code used) leaves no actor. */
export type AuditContext = Readonly<{
  viewer: Readonly<{ kind: "visitor" }> | Readonly<{ kind: "member"; personId: number }>;
  now: Date;
}>;

/**
 * Writes what an office holder changed into the ledger, in the transaction of the change itself (TH5): both stand or neither.
 * Never hand it a password, a code, a key or an explanation: the ledger is read by people who may not see those (TA12).
 */
export async function writeAudit(tx: Tx | Db, entry: AuditEntry & { context: AuditContext }): Promise<void> {
  await writeAudits(tx, entry.context, [entry]);
}

/** The same for many at once, as after an import: one row each, 500 a statement. */
export async function writeAudits(tx: Tx | Db, { viewer, now }: AuditContext, entries: readonly AuditEntry[]): Promise<void> {
  const actorId = viewer.kind === "member" ? viewer.personId : null;
  const rows = entries.map(({ action, object, objectId, branchId, before, after, reason }) => ({
    doneAt: now,
    actorId,
    action,
    object,
    objectId,
    branchId: branchId ?? null,
    before: before ?? null,
    after: after ?? null,
    reason: reason ?? "",
  }));
  for (let from = 0; from < rows.length; from += 500) await tx.insert(audit).values(rows.slice(from, from + 500));
}
