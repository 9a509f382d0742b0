import { and, eq, gt, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { audit } from "#db/schema/operations.ts";
import { organisation } from "#db/schema/people.ts";
import { type NameRule, type NamesAccess, nameRuleOf, REASON_HOLDS_MS } from "#domain/completion/name-rule.ts";
import type { Member } from "#domain/people/viewer.ts";

/** The organisation's rule about names in reports of study. Before there is an organisation, the strictest. */
export async function findNameRule(db: Db | Tx): Promise<NameRule> {
  const { lightBurden, policies } = organisation;
  const [found] = await db.select({ lightBurden, policies }).from(organisation).where(eq(organisation.id, 1));
  return found ? nameRuleOf(found) : "aggregate";
}

/** Until when the reason counts that the viewer gave last; null: none does. */
async function reasonHoldsUntil(db: Db | Tx, viewer: Member, now: Date): Promise<Date | null> {
  const since = new Date(now.getTime() - REASON_HOLDS_MS);
  const [given] = await db
    .select({ at: sql<string | null>`max(${audit.doneAt})` })
    .from(audit)
    .where(and(eq(audit.actorId, viewer.personId), eq(audit.action, "names.access"), gt(audit.doneAt, since)));
  return given?.at ? new Date(new Date(given.at).getTime() + REASON_HOLDS_MS) : null;
}

/**
 * Whether the viewer sees who did what in reports of study, by the policy `studyNames` and light-burden mode (B1). It says nothing about
 * which branches: that is can.seeCompletion. Needs the door desk.
 */
export async function namesAccessOf(db: Db | Tx, viewer: Member, now: Date): Promise<NamesAccess> {
  return (await nameAccessOf(db, viewer, now)).access;
}

/** The same with the rule behind it and the hour a given reason ends, for pages that explain or ask. */
export async function nameAccessOf(
  db: Db | Tx,
  viewer: Member,
  now: Date,
): Promise<{ rule: NameRule; access: NamesAccess; until: Date | null }> {
  const rule = await findNameRule(db);
  if (rule !== "reason") return { rule, access: rule, until: null };
  const until = await reasonHoldsUntil(db, viewer, now);
  return { rule, access: until ? "reason-given" : "aggregate", until };
}
