import { sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import type { Response } from "#domain/questions/question.ts";
import type { Tried } from "#domain/rulings/tried.ts";

type Row = { attempt_id: string; slot: number; number: number; response: Response; milli: number; is_right: boolean };

/** The tries of some attempts as they were told, by attempt and place, in their order. The judge's door. */
export async function readTries(db: Db | Tx, attemptIds: readonly number[]): Promise<Map<number, Map<number, Tried[]>>> {
  const { rows } = await db.execute<Row>(sql`
    select attempt_id, slot, number, response, milli, is_right from item_tries
    where attempt_id = any(${sql.param([...attemptIds])}::bigint[]) order by attempt_id, slot, number`);
  const triedOf = ({ number, response, milli, is_right }: Row): Tried => ({ number, response, milli, right: is_right });
  const bySlot = (own: Row[]) => [...Map.groupBy(own, ({ slot }) => slot)].map(([slot, tries]) => [slot, tries.map(triedOf)] as const);
  return new Map([...Map.groupBy(rows, ({ attempt_id }) => Number(attempt_id))].map(([id, own]) => [id, new Map(bySlot(own))]));
}
