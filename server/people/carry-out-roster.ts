import { eq, inArray } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { branches, people, personMoves } from "#db/schema/people.ts";
import type { Member } from "#domain/people/viewer.ts";
import { type AuditEntry, writeAudits } from "#server/audit/write-audit.ts";
import type { RosterPlan } from "#server/imports/roster.ts";
import type { Context } from "#server/verb.ts";
import { pinyinOf } from "./pinyin-of.ts";

const AT_ONCE = 500;
const parts = <T>(list: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(list.length / AT_ONCE) }, (_, at) => list.slice(at * AT_ONCE, (at + 1) * AT_ONCE));

type Adds = RosterPlan["adds"];
type Changes = RosterPlan["changes"];
type Moves = RosterPlan["moves"];

async function add(tx: Tx, adds: Adds, now: Date): Promise<AuditEntry[]> {
  const entries: AuditEntry[] = [];
  for (const part of parts(adds)) {
    const rows = part.map(({ staffNo, account, name, branchId, tags }) => {
      const { full, initials } = pinyinOf(name);
      return { staffNo, account, name, branchId, tags, pinyinFull: full, pinyinInitials: initials, createdAt: now };
    });
    const added = await tx
      .insert(people)
      .values(rows)
      .returning({ id: people.id, staffNo: people.staffNo, branchId: people.branchId, name: people.name });
    for (const { id, ...after } of added)
      entries.push({ action: "person.add", object: "person", objectId: id, branchId: after.branchId, after });
  }
  return entries;
}

async function change(tx: Tx, changes: Changes): Promise<AuditEntry[]> {
  const entries: AuditEntry[] = [];
  for (const { personId, name, account, tags } of changes) {
    const sound = name ? pinyinOf(name.to) : null;
    const [before] = await tx
      .select({ name: people.name, account: people.account, tags: people.tags, branchId: people.branchId })
      .from(people)
      .where(eq(people.id, personId))
      .for("no key update");
    const after = {
      ...(name && sound ? { name: name.to, pinyinFull: sound.full, pinyinInitials: sound.initials } : {}),
      ...(account === null ? {} : { account }),
      ...(tags === null ? {} : { tags }),
    };
    await tx.update(people).set(after).where(eq(people.id, personId));
    entries.push({ action: "person.edit", object: "person", objectId: personId, branchId: before?.branchId, before, after });
  }
  return entries;
}

async function move(tx: Tx, moves: Moves, { viewer, now }: Context<Member>): Promise<AuditEntry[]> {
  const entries: AuditEntry[] = [];
  const idOf = new Map((await tx.select({ id: branches.id, code: branches.code }).from(branches)).map(({ id, code }) => [code, id]));
  for (const [toBranchId, group] of Map.groupBy(moves, (one) => one.toBranchId)) {
    for (const part of parts(group)) {
      const rows = part.map(({ personId, fromCode }) => ({
        personId,
        fromBranchId: idOf.get(fromCode) ?? null,
        toBranchId,
        movedAt: now,
        movedBy: viewer.personId,
      }));
      await tx.insert(personMoves).values(rows);
      await tx
        .update(people)
        .set({ branchId: toBranchId })
        .where(
          inArray(
            people.id,
            rows.map(({ personId }) => personId),
          ),
        );
      for (const { personId, fromBranchId } of rows) {
        const [before, after] = [{ branchId: fromBranchId }, { branchId: toBranchId }];
        entries.push({ action: "person.edit", object: "person", objectId: personId, branchId: toBranchId, before, after });
      }
    }
  }
  return entries;
}

/** Does all that a plan without problems says, a ledger row for each person and one for the whole. Nothing is left half done: the transaction is the caller's. */
export async function carryOutRoster(tx: Tx, plan: RosterPlan, fileName: string, context: Context<Member>): Promise<void> {
  const entries = [
    ...(await add(tx, plan.adds, context.now)),
    ...(await change(tx, plan.changes)),
    ...(await move(tx, plan.moves, context)),
  ];
  const counts = { fileName, adds: plan.adds.length, changes: plan.changes.length, moves: plan.moves.length };
  const [top = null] = context.viewer.offices.map(({ branchId }) => branchId);
  const whole = { action: "people.import", object: "people", objectId: null, branchId: top, after: counts };
  await writeAudits(tx, context, [whole, ...entries.map((entry) => ({ ...entry, reason: fileName.slice(0, 200) }))]);
}
