import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { SlotState } from "#domain/rulings/ruled-slots.ts";
import type { RuledAttempt } from "./read-slots.ts";

/** A mark that becomes another. `worth`: null as the paper says; `stands`: the try that stands from now on, null as it was. */
export type NewMark = Readonly<{
  attemptId: number;
  slot: number;
  milliBefore: number;
  milliAfter: number;
  rightBefore: boolean;
  rightAfter: boolean;
  worth: number | null;
  stands: number | null;
}>;

/** Whether a place comes to stand otherwise: by its worth, its mark, or the try that counts. */
const isOther = (before: SlotState, next: SlotState): boolean =>
  next.milli !== before.milli || next.right !== before.right || next.worth !== before.worth || standsAnew(before, next) !== null;

/** The try that comes to stand in another's stead; null: none does, or a question has no more than one. */
const standsAnew = (before: SlotState, { stands }: SlotState): number | null =>
  stands === undefined || stands === before.stands ? null : stands;

/** Where a paper's places come to stand otherwise than they do. */
export function changesOf({ attemptId, slots, worths }: RuledAttempt, after: readonly SlotState[]): NewMark[] {
  return slots.flatMap((before, slot) => {
    const next = after[slot];
    if (!next || !isOther(before, next)) return [];
    const [milliBefore, rightBefore] = [before.milli, before.right];
    const worth = next.worth === worths[slot] ? null : next.worth;
    const stands = standsAnew(before, next);
    return [{ attemptId, slot, milliBefore, milliAfter: next.milli, rightBefore, rightAfter: next.right, worth, stands }];
  });
}

type Reason = Readonly<{ cause: "ruling" | "marking" | "override"; rulingId: number | null; reason: string; by: number | null; now: Date }>;

/**
 * Appends to the ledger and lets the answers' counted marks follow. A place that was not answered gets a row of its own once it earns
 * something; it says nothing and was received when the attempt began, so that no time is counted for it. Where another try comes to stand,
 * the answer is that one's, by its time; with none (0) it keeps what it says, without a time.
 */
export async function writeLedger(tx: Tx, marks: readonly NewMark[], { cause, rulingId, reason, by, now }: Reason): Promise<void> {
  const list = JSON.stringify(marks);
  const columns = sql`"attemptId" bigint, slot int, "milliBefore" int, "milliAfter" int, "rightBefore" bool, "rightAfter" bool, worth int, stands int`;
  await tx.execute(sql`
    insert into mark_entries (attempt_id, slot, cause, ruling_id, milli_before, milli_after, right_before, right_after, worth_after, reason,
      written_by, written_at)
    select "attemptId", slot, ${cause}, ${rulingId}::bigint, "milliBefore", "milliAfter", "rightBefore", "rightAfter", worth, ${reason}, ${by}::bigint, ${now}
    from jsonb_to_recordset(${list}::jsonb) as r(${columns}) order by "attemptId", slot`);
  await tx.execute(sql`
    update answers n set milli = r."milliAfter", is_right = r."rightAfter"
    from jsonb_to_recordset(${list}::jsonb) as r(${columns}) where n.attempt_id = r."attemptId" and n.slot = r.slot`);
  await tx.execute(sql`
    update answers n set seq = r.stands, received_at = coalesce(t.received_at, a.started_at),
      response = case when t.number is null then n.response else t.response end
    from jsonb_to_recordset(${list}::jsonb) as r(${columns}) join attempts a on a.id = r."attemptId"
      left join item_tries t on t.attempt_id = r."attemptId" and t.slot = r.slot and t.number = r.stands
    where n.attempt_id = r."attemptId" and n.slot = r.slot and r.stands is not null`);
  await tx.execute(sql`
    insert into answers (attempt_id, slot, response, seq, received_at, milli, is_right)
    select a.id, r.slot, null, 0, a.started_at, r."milliAfter", r."rightAfter"
    from jsonb_to_recordset(${list}::jsonb) as r(${columns}) join attempts a on a.id = r."attemptId" where r."milliAfter" > 0
    on conflict (attempt_id, slot) do nothing`);
}
