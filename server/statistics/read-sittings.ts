import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import type { Response } from "#domain/questions/question.ts";
import type { GivenAnswer } from "#domain/statistics/answer-counts.ts";
import type { SatItem } from "#domain/statistics/item-statistics.ts";

/** A place of a paper that was sat, with the answer and how long after the answer before it came; null: nothing was answered. */
export type ReadItem = SatItem & GivenAnswer & Readonly<{ tookMs: number | null }>;

type Answer = Readonly<{ slot: number; milli: number; response: Response; at: string }>;
type Entry = Readonly<{ slot: number; before: number; after: number; worth: number | null; isVoided: boolean }>;
type Row = {
  id: string;
  version_ids: string[];
  worths: number[];
  started_at: Date;
  answers: Answer[] | null;
  entries: Entry[] | null;
  one_by_one: boolean;
};

const SLICE = 500;

/**
 * The share an answer earned by the key that counts. A question that was declared void earned what it earned before: that everybody was
 * given its mark says nothing about its wording.
 */
function shareOf(worth: number, milli: number, entries: readonly Entry[]): number {
  let own = { worth, milli: entries[0]?.before ?? milli };
  for (const entry of entries) {
    if (entry.isVoided) break;
    own = { worth: entry.worth ?? own.worth, milli: entry.after };
  }
  return own.worth === 0 ? 0 : own.milli / own.worth;
}

/** How long each answer came after the one before, or after the start; one that was ruled to have no time of its own stands at the start. */
function timesOf(startedAt: Date, answers: readonly Answer[]): Map<number, number> {
  let before = startedAt.getTime();
  return new Map(
    answers
      .filter(({ at }) => Date.parse(at) !== startedAt.getTime())
      .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
      .map(({ slot, at }) => {
        const took = Date.parse(at) - before;
        before = Date.parse(at);
        return [slot, took];
      }),
  );
}

function sittingOf(row: Row): ReadItem[] {
  const answers = (row.answers ?? []).filter(({ response }) => response !== null);
  const bySlot = new Map((row.answers ?? []).map((answer) => [answer.slot, answer]));
  const times = timesOf(new Date(row.started_at), answers);
  // Where questions come one by one, those that nobody was shown say nothing.
  const seen = row.one_by_one ? row.version_ids.slice(0, row.answers?.length ?? 0) : row.version_ids;
  return seen.map((versionId, slot) => {
    const worth = row.worths[slot] ?? 0;
    const entries = (row.entries ?? []).filter((entry) => entry.slot === slot);
    const answer = bySlot.get(slot);
    return {
      versionId: Number(versionId),
      worth,
      share: shareOf(worth, answer?.milli ?? 0, entries),
      response: answer?.response ?? null,
      tookMs: times.get(slot) ?? null,
    };
  });
}

/** Finished FIRST attempts of a contest (D8), in slices, each with what stands in every place of its paper. */
export async function* readSittings(db: Db, contestId: number): AsyncGenerator<ReadItem[][]> {
  for (let after = 0; ; ) {
    const { rows } = await db.execute<Row>(sql`
      select a.id, a.version_ids, a.worths, a.started_at, coalesce(c.rules->'format'->>'kind' in ('survival', 'levels'), false) as one_by_one,
        (select jsonb_agg(jsonb_build_object('slot', n.slot, 'milli', n.milli, 'response', n.response, 'at', n.received_at))
          from answers n where n.attempt_id = a.id) as answers,
        (select jsonb_agg(jsonb_build_object('slot', m.slot, 'before', m.milli_before, 'after', m.milli_after, 'worth', m.worth_after,
            'isVoided', coalesce(r.kind in ('void_full', 'void_exclude') and r.version_id = a.version_ids[m.slot + 1], false)) order by m.id)
          from mark_entries m left join rulings r on r.id = m.ruling_id where m.attempt_id = a.id) as entries
      from attempts a join entries e on e.id = a.entry_id join contests c on c.id = e.contest_id
      where e.contest_id = ${contestId} and a.number = 1 and a.state = 'finished' and a.id > ${after} order by a.id limit ${SLICE}`);
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map(sittingOf);
    after = Number(last.id);
  }
}
