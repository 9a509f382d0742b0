import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { markOf } from "#domain/questions/mark.ts";
import type { QuestionBody, QuestionKey } from "#domain/questions/question.ts";
import { Refusal } from "#domain/refusal.ts";
import { leavesNothing, type Marker, type Ruling, type RulingKind, ruledSlots, type SlotState } from "#domain/rulings/ruled-slots.ts";
import { finishedIn } from "#server/certificates/finished-people.ts";
import type { ContestSubject } from "#server/contests/find-contest.ts";
import { recountEntries, sumAnswersOf } from "#server/contests/recount-entries.ts";
import { reopenTasks, settleTasks } from "#server/outcomes/settle-tasks.ts";
import type { Effect } from "./effect.ts";
import { differenceOf, measureContest } from "./measure-contest.ts";
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

/** Marks as the contest does, by a key that may be another than the question's. */
async function markerOf(tx: Tx, { versionId, contest }: CarriedOut): Promise<Marker> {
  const { rows } = await tx.execute<{ body: QuestionBody }>(sql`select body from question_versions where id = ${versionId}`);
  const body = rows[0]?.body;
  if (!body) throw new Refusal("not-found");
  return (key, response, worth) => markOf({ body, key, response, worth, mode: contest.rules.multipleMode });
}

async function writeMarks(tx: Tx, ruling: CarriedOut, by: number | null, now: Date) {
  const { id, kind, versionId, takesBack, contest } = ruling;
  const mark = await markerOf(tx, ruling);
  const where =
    kind === "take_back"
      ? sql`e.contest_id = ${contest.id} and exists (select 1 from mark_entries x where x.attempt_id = a.id and x.ruling_id = ${takesBack})`
      : sql`e.contest_id = ${contest.id} and ${versionId}::bigint = any(a.version_ids)`;
  const touched = { attempts: [] as number[], entries: new Set<number>() };
  for await (const slice of readRuledAttempts(tx, where)) {
    const marks = slice.flatMap((attempt) => {
      if (kind === "take_back") return changesOf(attempt, before(attempt, takesBack ?? 0));
      const ruled: Ruling = { kind, versionId, key: ruling.key };
      if (leavesNothing(attempt.slots, ruled)) throw new Refusal("ruling-leaves-nothing");
      return changesOf(attempt, ruledSlots(attempt.slots, ruled, mark));
    });
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

/** Tasks follow the outcomes, both ways: what is reached is done, what is no longer reached is open again. */
async function followTasks(tx: Tx, contestId: number, entryIds: readonly number[], now: Date): Promise<void> {
  const theirs = sql`i.kind = 'contest' and i.contest_id = ${contestId}
    and t.person_id in (select e.person_id from entries e where e.id = any(${sql.param([...entryIds])}::bigint[]))`;
  await reopenTasks(tx, theirs, now);
  await settleTasks(tx, theirs);
}

/** Certificates that hold, of programmes that ask for the contest, whose holders have no longer finished: revoked, with the ruling as reason. */
async function lapseCertificates(tx: Tx, { contest, reason }: CarriedOut, by: number | null, now: Date): Promise<Effect["certificates"]> {
  const programmes = await tx.execute<{ id: string }>(
    sql`select distinct programme_id as id from programme_items where kind = 'contest' and contest_id = ${contest.id} and is_required order by 1`,
  );
  const lapsed: Effect["certificates"][number][] = [];
  for (const { id } of programmes.rows) {
    const { rows } = await tx.execute<{ id: string; serial: string; person_id: string; name: string }>(sql`
      update certificates c set revoked_at = ${now}, revoked_by = ${by}::bigint, revocation_reason = ${reason}
      from people p where p.id = c.person_id and c.programme_id = ${Number(id)} and c.revoked_at is null and c.superseded_by_id is null
        and exists (select 1 from entries e where e.contest_id = ${contest.id} and e.person_id = c.person_id)
        and exists (select 1 from tasks t join programme_items i on i.id = t.item_id where t.person_id = c.person_id
          and i.programme_id = c.programme_id and i.kind = 'contest' and i.contest_id = ${contest.id} and t.done_at is null
          and t.waived_at is null and t.cancelled_at is null)
        and not exists (select 1 from (${finishedIn(Number(id))}) f where f.person_id = c.person_id)
      returning c.id, c.serial, c.person_id, p.name`);
    lapsed.push(...rows.map((row) => ({ id: Number(row.id), serial: row.serial, personId: Number(row.person_id), name: row.name })));
  }
  return lapsed.sort((a, b) => a.id - b.id);
}

/** Whoever changes marks of a contest waits for whoever else does. */
export async function lockMarks(tx: Tx, contestId: number): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('marks', ${contestId}))`);
}

/**
 * Does what a ruling says, in this transaction: ledger entries, counted marks, totals, results and rank keys, outcomes, tasks,
 * certificates; and says what became otherwise. A dry run is this very thing, rolled back (try-ruling.ts).
 */
export async function carryOutRuling(tx: Tx, ruling: CarriedOut, by: number | null, now: Date): Promise<Effect> {
  await lockMarks(tx, ruling.contest.id);
  const was = await measureContest(tx, ruling.contest);
  const { papers, entries } = await writeMarks(tx, ruling, by, now);
  await recountEntries(tx, ruling.contest, entries, now);
  await followTasks(tx, ruling.contest.id, entries, now);
  const certificates = await lapseCertificates(tx, ruling, by, now);
  return { papers, ...differenceOf(was, await measureContest(tx, ruling.contest)), certificates };
}
