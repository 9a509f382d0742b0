import { type SQL, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import type { Response } from "#domain/questions/question.ts";
import type { RuledSlot } from "#domain/rulings/ruled-slots.ts";

/** What the ledger says of a slot: the entry, and what stood before it. `worth`: null as the paper says. */
export type LedgerLine = Readonly<{
  id: number;
  slot: number;
  rulingId: number | null;
  milliBefore: number;
  milliAfter: number;
  rightBefore: boolean;
  rightAfter: boolean;
  worth: number | null;
}>;
export type RuledAttempt = Readonly<{
  attemptId: number;
  entryId: number;
  worths: readonly number[];
  slots: readonly RuledSlot[];
  ledger: readonly LedgerLine[];
}>;

type Row = {
  id: string;
  entry_id: string;
  version_ids: string[];
  one_by_one: boolean;
  worths: number[];
  answers: readonly Readonly<{ slot: number; milli: number; right: boolean; response: Response }>[] | null;
  ledger: readonly LedgerLine[] | null;
};

const SLICE = 500;

function attemptOf(row: Row): RuledAttempt {
  const answers = new Map((row.answers ?? []).map((answer) => [answer.slot, answer]));
  const ledger = row.ledger ?? [];
  const newest = new Map(ledger.map((line) => [line.slot, line]));
  // Where questions come one by one, a ruling is about those that were shown: each of them has an answer.
  const shown = row.one_by_one ? row.version_ids.slice(0, answers.size) : row.version_ids;
  const slots = shown.map((versionId, slot) => {
    const answer = answers.get(slot);
    return {
      versionId: Number(versionId),
      worth: newest.get(slot)?.worth ?? row.worths[slot] ?? 0,
      milli: answer?.milli ?? 0,
      right: answer?.right ?? false,
      response: answer?.response ?? null,
    };
  });
  return { attemptId: Number(row.id), entryId: Number(row.entry_id), worths: row.worths, slots, ledger };
}

/** Finished attempts of contests with what stands in each place of their papers, in slices; `where` speaks of attempts `a` and entries `e`. */
export async function* readRuledAttempts(tx: Db | Tx, where: SQL): AsyncGenerator<RuledAttempt[]> {
  for (let after = 0; ; ) {
    const { rows } = await tx.execute<Row>(sql`
      select a.id, a.entry_id, a.version_ids, a.worths,
        coalesce((select c.rules->'format'->>'kind' in ('survival', 'levels') from contests c where c.id = e.contest_id), false) as one_by_one,
        (select jsonb_agg(jsonb_build_object('slot', n.slot, 'milli', n.milli, 'right', n.is_right, 'response', n.response))
          from answers n where n.attempt_id = a.id) as answers,
        (select jsonb_agg(jsonb_build_object('id', m.id, 'slot', m.slot, 'rulingId', m.ruling_id, 'milliBefore', m.milli_before,
            'milliAfter', m.milli_after, 'rightBefore', m.right_before, 'rightAfter', m.right_after, 'worth', m.worth_after) order by m.id)
          from mark_entries m where m.attempt_id = a.id) as ledger
      from attempts a join entries e on e.id = a.entry_id
      where a.state = 'finished' and a.id > ${after} and ${where} order by a.id limit ${SLICE}`);
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map(attemptOf);
    after = Number(last.id);
  }
}
