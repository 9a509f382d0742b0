import { type SQL, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import type { Response } from "#domain/questions/question.ts";
import type { RuledSlot } from "#domain/rulings/ruled-slots.ts";
import { placeOfTries, type Tried } from "#domain/rulings/tried.ts";
import { readTries } from "./read-tries.ts";

/** What the ledger says of a slot: the entry, and what stood before it. `worth`: null as the paper says. */
type Written = Readonly<{
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
  ledger: readonly Written[];
  /** Where a question has several tries: the places as they were told, before anybody ruled or marked by hand. */
  told: readonly RuledSlot[] | null;
}>;

type Row = {
  id: string;
  entry_id: string;
  version_ids: string[];
  one_by_one: boolean;
  has_tries: boolean;
  worths: number[];
  answers: readonly Readonly<{ slot: number; seq: number; milli: number; right: boolean; response: Response }>[] | null;
  ledger: readonly Written[] | null;
};

const SLICE = 500;

type Tries = ReadonlyMap<number, readonly Tried[]>;

function attemptOf(row: Row, tries: Tries | undefined): RuledAttempt {
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
      ...(row.has_tries && { tries: tries?.get(slot) ?? [], stands: answer?.seq ?? 0 }),
    };
  });
  const places = () => row.version_ids.map((id, slot) => placeOfTries(Number(id), row.worths[slot] ?? 0, tries?.get(slot) ?? []));
  const told = row.has_tries ? places() : null;
  return { attemptId: Number(row.id), entryId: Number(row.entry_id), worths: row.worths, slots, ledger, told };
}

/** Finished attempts of contests with what stands in each place of their papers, in slices; `where` speaks of attempts `a` and entries `e`. */
export async function* readRuledAttempts(tx: Db | Tx, where: SQL): AsyncGenerator<RuledAttempt[]> {
  for (let after = 0; ; ) {
    const { rows } = await tx.execute<Row>(sql`
      select a.id, a.entry_id, a.version_ids, a.worths, coalesce(f.kind in ('survival', 'levels'), false) as one_by_one,
        coalesce(f.kind in ('ioi', 'icpc'), false) as has_tries,
        (select jsonb_agg(jsonb_build_object('slot', n.slot, 'seq', n.seq, 'milli', n.milli, 'right', n.is_right, 'response', n.response))
          from answers n where n.attempt_id = a.id) as answers,
        (select jsonb_agg(jsonb_build_object('id', m.id, 'slot', m.slot, 'rulingId', m.ruling_id, 'milliBefore', m.milli_before,
            'milliAfter', m.milli_after, 'rightBefore', m.right_before, 'rightAfter', m.right_after, 'worth', m.worth_after) order by m.id)
          from mark_entries m where m.attempt_id = a.id) as ledger
      from attempts a join entries e on e.id = a.entry_id cross join lateral
        (select c.rules->'format'->>'kind' as kind from contests c where c.id = e.contest_id) f
      where a.state = 'finished' and a.id > ${after} and ${where} order by a.id limit ${SLICE}`);
    const last = rows.at(-1);
    if (!last) return;
    const tried = rows.filter(({ has_tries }) => has_tries).map(({ id }) => Number(id));
    const tries = await readTries(tx, tried);
    yield rows.map((row) => attemptOf(row, tries.get(Number(row.id))));
    after = Number(last.id);
  }
}
