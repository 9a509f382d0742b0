import { sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import type { QuestionBody, QuestionKey } from "#domain/questions/question.ts";
import type { LedgerLine } from "#domain/rulings/replay-ledger.ts";
import type { RulingKind } from "#domain/rulings/ruled-slots.ts";

type Row = {
  attempt_id: string;
  slot: number;
  ruling_id: string | null;
  milli_after: number;
  right_after: boolean;
  worth_after: number | null;
  kind: RulingKind | null;
  version_id: string | null;
  change: QuestionKey | null;
  takes_back: string | null;
  body: QuestionBody | null;
};

function lineOf(row: Row): LedgerLine {
  const { slot, ruling_id, kind, body } = row;
  const after = { slot, milliAfter: row.milli_after, rightAfter: row.right_after, worthAfter: row.worth_after };
  if (ruling_id === null) return { ...after, ruling: null };
  if (kind === null || body === null) throw new Error(`a line of the ledger names ruling ${ruling_id}, which is not there`);
  const takesBack = row.takes_back === null ? null : Number(row.takes_back);
  return { ...after, ruling: { id: Number(ruling_id), kind, versionId: Number(row.version_id), key: row.change, takesBack, body } };
}

/** The ledger of some attempts, line by line in the order it was written, with the rulings behind it. */
export async function readLedger(db: Db | Tx, attemptIds: readonly number[]): Promise<Map<number, LedgerLine[]>> {
  const { rows } = await db.execute<Row>(sql`
    select m.attempt_id, m.slot, m.ruling_id, m.milli_after, m.right_after, m.worth_after, r.kind, r.version_id, r.change, r.takes_back, v.body
    from mark_entries m left join rulings r on r.id = m.ruling_id left join question_versions v on v.id = r.version_id
    where m.attempt_id = any(${sql.param([...attemptIds])}::bigint[]) order by m.attempt_id, m.id`);
  const found = Map.groupBy(rows, ({ attempt_id }) => Number(attempt_id));
  return new Map([...found].map(([id, lines]) => [id, lines.map(lineOf)]));
}
