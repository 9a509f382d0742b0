import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { markInFormat } from "#domain/attempts/judged.ts";
import { levelsScore } from "#domain/attempts/levels.ts";
import { hasTries, isWholeOnly } from "#domain/contests/format.ts";
import { markOf } from "#domain/questions/mark.ts";
import type { Response } from "#domain/questions/question.ts";
import { replayLedger } from "#domain/rulings/replay-ledger.ts";
import type { RuledSlot } from "#domain/rulings/ruled-slots.ts";
import { placeOfTries, type Tried } from "#domain/rulings/tried.ts";
import { findJudgedVersion, findPaper, type Paper } from "#server/attempts/paper-cache.ts";
import { readLedger } from "#server/rulings/read-ledger.ts";
import { readTries } from "#server/rulings/read-tries.ts";

export type AttemptDifference = { what: "answer" | "totals"; id: number; slot?: number; stored: unknown; computed: unknown };
type Answer = { attempt_id: string; slot: number; response: Response; seq: number; milli: number; is_right: boolean };
type Totals = { attempt_id: string; answered: number; score_milli: number; right_count: number };

const db = () => database("judge");
const NOTHING = { answered: 0, scoreMilli: 0, rightCount: 0 };
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

function byAttempt<Row extends { attempt_id: string }>(rows: readonly Row[]): Map<number, Row[]> {
  const found = new Map<number, Row[]>();
  for (const row of rows) {
    const own = found.get(Number(row.attempt_id));
    if (own) own.push(row);
    else found.set(Number(row.attempt_id), [row]);
  }
  return found;
}

/** Every place of a paper as the machine marks it from the question's key: before anybody ruled or marked by hand. */
async function machineSlots(paper: Paper, answers: readonly Answer[]): Promise<RuledSlot[]> {
  // Where questions come one by one, the paper is what was shown.
  const shown = paper.judged === "survival" || paper.judged === "levels" ? paper.versionIds.slice(0, answers.length) : paper.versionIds;
  const slots = shown.map((versionId, slot): RuledSlot => {
    return { versionId, worth: paper.worths[slot] ?? 0, milli: 0, right: false, response: null };
  });
  for (const { attempt_id, slot, response } of answers) {
    const own = slots[slot];
    const version = own && (await findJudgedVersion(own.versionId));
    if (!own || !version) throw new Error(`slot ${slot} of attempt ${attempt_id} has no question`);
    const mark = markOf({ ...version, response, worth: own.worth, mode: paper.multipleMode });
    slots[slot] = { ...own, response, ...markInFormat(mark, isWholeOnly(paper.judged)) };
  }
  return slots;
}

/** The same where a question has several tries: each is marked again by the key, never as it was told, and the best of them stands. */
async function machineTries(id: number, { versionIds, worths, multipleMode, judged }: Paper): Promise<RuledSlot[]> {
  const told = (await readTries(db(), [id])).get(id) ?? new Map<number, Tried[]>();
  const places = versionIds.map(async (versionId, slot) => {
    const [worth, tries] = [worths[slot] ?? 0, told.get(slot) ?? []];
    const version = tries.length > 0 ? await findJudgedVersion(versionId) : null;
    const marked = tries.flatMap(({ number, response }): Tried[] => {
      if (!version) throw new Error(`slot ${slot} of attempt ${id} has no question`);
      const mark = markOf({ ...version, response, worth, mode: multipleMode });
      return [{ number, response, ...markInFormat(mark, isWholeOnly(judged)) }];
    });
    return placeOfTries(versionId, worth, marked);
  });
  return Promise.all(places);
}

/** Where stored marks are not what the places come to, or another try stands; a place that earned something has a row. */
function answerDifferences(id: number, answers: readonly Answer[], slots: readonly RuledSlot[]): AttemptDifference[] {
  const stored = new Map(answers.map((answer) => [answer.slot, answer]));
  return slots.flatMap(({ milli, right, stands }, slot) => {
    const row = stored.get(slot);
    const kept = { milli: row?.milli ?? 0, right: row?.is_right ?? false, ...(stands !== undefined && { stands: row?.seq ?? 0 }) };
    const computed = { milli, right, ...(stands !== undefined && { stands }) };
    return same(kept, computed) ? [] : [{ what: "answer" as const, id, slot, stored: kept, computed }];
  });
}

const totalsOf = (answers: readonly Answer[], slots: readonly RuledSlot[], perLevel: number | null) => ({
  answered: answers.filter(({ response }) => response !== null).length,
  scoreMilli: perLevel === null ? slots.reduce((sum, { milli }) => sum + milli, 0) : levelsScore(slots, { perLevel }),
  rightCount: slots.filter(({ right }) => right).length,
});

/** Marks and totals of attempts, reckoned again from answers, keys and the ledger of rulings and hand marks; nothing is changed. */
export async function checkAttempts(ids: readonly number[]): Promise<AttemptDifference[]> {
  const list = sql.param([...ids]);
  const answers = byAttempt(
    (
      await db().execute<Answer>(
        sql`select attempt_id, slot, response, seq, milli, is_right from answers where attempt_id = any(${list}::bigint[])`,
      )
    ).rows,
  );
  const totals = byAttempt(
    (
      await db().execute<Totals>(
        sql`select attempt_id, answered, score_milli, right_count from attempt_totals where attempt_id = any(${list}::bigint[])`,
      )
    ).rows,
  );
  const ledger = await readLedger(db(), ids);
  const found: AttemptDifference[] = [];
  for (const id of ids) {
    const paper = await findPaper(id);
    if (!paper) continue;
    const own = answers.get(id) ?? [];
    const marked = hasTries(paper.judged) ? await machineTries(id, paper) : await machineSlots(paper, own);
    const { slots } = replayLedger(marked, ledger.get(id) ?? [], paper);
    found.push(...answerDifferences(id, own, slots));
    const [row] = totals.get(id) ?? [];
    const kept = row ? { answered: row.answered, scoreMilli: row.score_milli, rightCount: row.right_count } : NOTHING;
    const computed = totalsOf(own, slots, paper.perLevel);
    if (!same(kept, computed)) found.push({ what: "totals", id, stored: kept, computed });
  }
  return found;
}
