import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { kindOf } from "#domain/contests/format.ts";
import type { QuestionBody, QuestionKey } from "#domain/questions/question.ts";
import { Refusal } from "#domain/refusal.ts";
import { type LedgerLine, type Marking, type RulingDone, replayLedger, ruledBy } from "#domain/rulings/replay-ledger.ts";
import { leavesNothing, type RulingKind, type SlotState } from "#domain/rulings/ruled-slots.ts";
import type { ContestSubject } from "#server/contests/find-contest.ts";
import { sumAnswersOf } from "#server/contests/recount-entries.ts";
import type { Effect } from "./effect.ts";
import { letFollow, type Written } from "./let-follow.ts";
import { readLedger } from "./read-ledger.ts";
import { type RuledAttempt, readRuledAttempts } from "./read-slots.ts";
import { changesOf, writeLedger } from "./write-ledger.ts";

export type CarriedOut = Readonly<{
  id: number;
  kind: RulingKind;
  versionId: number;
  key: QuestionKey | null;
  takesBack: number | null;
  reason: string;
  contest: ContestSubject;
}>;

/** What stood before a ruling that is taken back. Refused when something later rests on it. */
function before(attempt: RuledAttempt, rulingId: number): SlotState[] {
  return attempt.slots.map(({ worth, milli, right }, slot) => {
    const own = attempt.ledger.filter((line) => line.slot === slot);
    const at = own.findIndex((line) => line.rulingId === rulingId);
    const line = own[at];
    if (!line) return { worth, milli, right };
    if (at < own.length - 1) throw new Refusal("later-ruling");
    return { worth: own[at - 1]?.worth ?? attempt.worths[slot] ?? 0, milli: line.milliBefore, right: line.rightBefore };
  });
}

/** The ruling with its question. */
async function withBody(tx: Tx, { id, kind, versionId, key, takesBack }: CarriedOut): Promise<RulingDone> {
  const { rows } = await tx.execute<{ body: QuestionBody }>(sql`select body from question_versions where id = ${versionId}`);
  const body = rows[0]?.body;
  if (!body) throw new Refusal("not-found");
  return { id, kind, versionId, key, takesBack, body };
}

/**
 * The places of a paper as a ruling leaves them. Where a question has several tries, how each of them is judged by now is reckoned from the
 * first verdicts through all that was ruled since: the table keeps only what was told.
 */
function placesAfter(attempt: RuledAttempt, ruling: RulingDone, lines: readonly LedgerLine[], marking: Marking): SlotState[] {
  const { slots, past } = attempt.told ? replayLedger(attempt.told, lines, marking) : { slots: attempt.slots, past: [] };
  if (ruling.kind !== "take_back") {
    if (leavesNothing(slots, { ...ruling, kind: ruling.kind })) throw new Refusal("ruling-leaves-nothing");
    return ruledBy(slots, ruling, past, marking);
  }
  const restored = before(attempt, ruling.takesBack ?? 0);
  return attempt.told ? ruledBy(slots, ruling, past, marking) : restored;
}

async function writeMarks(tx: Tx, ruling: CarriedOut, by: number | null, now: Date): Promise<Written> {
  const { id, kind, versionId, takesBack, contest } = ruling;
  const done = await withBody(tx, ruling);
  const marking = { multipleMode: contest.rules.multipleMode, judged: kindOf(contest.rules) };
  const where =
    kind === "take_back"
      ? sql`e.contest_id = ${contest.id} and exists (select 1 from mark_entries x where x.attempt_id = a.id and x.ruling_id = ${takesBack})`
      : sql`e.contest_id = ${contest.id} and ${versionId}::bigint = any(a.version_ids)`;
  const touched = { attempts: [] as number[], entries: new Set<number>() };
  for await (const slice of readRuledAttempts(tx, where)) {
    const tried = slice.filter(({ told }) => told !== null).map(({ attemptId }) => attemptId);
    const ledger = await readLedger(tx, tried);
    const marks = slice.flatMap((attempt) => changesOf(attempt, placesAfter(attempt, done, ledger.get(attempt.attemptId) ?? [], marking)));
    const ids = new Set(marks.map(({ attemptId }) => attemptId));
    await writeLedger(tx, marks, { cause: "ruling", rulingId: id, reason: ruling.reason, by, now });
    await sumAnswersOf(tx, [...ids]);
    for (const { attemptId, entryId } of slice) {
      if (!ids.has(attemptId)) continue;
      touched.attempts.push(attemptId);
      touched.entries.add(entryId);
    }
  }
  return { papers: touched.attempts.length, entries: [...touched.entries] };
}

/**
 * Does what a ruling says, in this transaction: ledger entries and everything that follows from the marks; and says what became otherwise.
 * A dry run is this very thing, rolled back (try-ruling.ts).
 */
export function carryOutRuling(tx: Tx, ruling: CarriedOut, by: number | null, now: Date): Promise<Effect> {
  const { contest, versionId, reason } = ruling;
  return letFollow(tx, { contest, versionId, reason, by, now }, () => writeMarks(tx, ruling, by, now));
}
