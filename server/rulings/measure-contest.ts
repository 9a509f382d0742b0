import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { branchBoard } from "#domain/boards/branch-board.ts";
import { readBranchFacts } from "#server/boards/branch-facts.ts";
import { branchesAmong } from "#server/boards/get-branch-board.ts";
import type { ContestSubject } from "#server/contests/find-contest.ts";
import { subjectsOf } from "#server/contests/recount-outcomes.ts";
import type { Effect } from "./effect.ts";
import { asksFor } from "./follow-programmes.ts";

type Place = { entryId: number; personId: number; name: string; branchName: string; scoreMilli: number; rank: number; rankKey: string };
type Task = { programmeId: number; title: string; isDone: boolean };

/** Everything that follows from the marks of a contest, as it stands in this transaction. */
export type Measured = Readonly<{
  places: ReadonlyMap<number, Place>;
  branches: ReadonlyMap<number, { name: string; value: number; rank: number }>;
  tasks: ReadonlyMap<number, Task>;
  /** By contest and person: a make-up counts for the contest it makes up for, too. */
  outcomes: ReadonlyMap<string, number | null>;
}>;

async function placesOf(tx: Tx, contestId: number): Promise<Map<number, Place>> {
  const { rows } = await tx.execute<{
    entry_id: string;
    person_id: string;
    name: string;
    branch: string;
    score_milli: number;
    rank: string;
    rank_key: string;
  }>(sql`
    select s.entry_id, e.person_id, p.name, b.name as branch, s.score_milli, s.rank_key, rank() over (order by s.rank_key desc) as rank
    from standings s join entries e on e.id = s.entry_id join people p on p.id = e.person_id join branches b on b.id = e.branch_id
    where s.contest_id = ${contestId} and s.counts`);
  return new Map(
    rows.map(({ entry_id, person_id, name, branch, score_milli, rank, rank_key }) => [
      Number(entry_id),
      {
        ...{ entryId: Number(entry_id), personId: Number(person_id), name, branchName: branch },
        ...{ scoreMilli: score_milli, rank: Number(rank), rankKey: rank_key },
      },
    ]),
  );
}

async function tasksOf(tx: Tx, contest: ContestSubject): Promise<Map<number, Task>> {
  const { rows } = await tx.execute<{ id: string; programme_id: string; title: string; is_done: boolean }>(sql`
    select t.id, p.id as programme_id, p.title, t.done_at is not null as is_done
    from tasks t join programme_items i on i.id = t.item_id join programmes p on p.id = i.programme_id
    where ${asksFor(contest)} and t.person_id is not null and t.cancelled_at is null`);
  return new Map(rows.map((row) => [Number(row.id), { programmeId: Number(row.programme_id), title: row.title, isDone: row.is_done }]));
}

/** Reads what follows from the marks: places, branch board, tasks of programmes that ask for the contest, outcomes. */
export async function measureContest(tx: Tx, contest: ContestSubject): Promise<Measured> {
  const facts = await readBranchFacts(tx, contest);
  const { branchFormula: formula, topN } = contest.rules.board;
  const board = branchBoard({ ...facts, topN, formula, among: branchesAmong(facts, undefined) });
  const outcomes = await tx.execute<{ name: string; best: number | null }>(
    sql`select subject_id || '/' || person_id as name, best from outcomes where kind = 'contest' and subject_id = any(${sql.param(subjectsOf(contest))}::bigint[])`,
  );
  return {
    places: await placesOf(tx, contest.id),
    branches: new Map(
      board.rows.map(({ branchId, rank, adjustedMilli }) => [
        branchId,
        { name: facts.names.get(branchId) ?? "", rank, value: adjustedMilli },
      ]),
    ),
    tasks: await tasksOf(tx, contest),
    outcomes: new Map(outcomes.rows.map(({ name, best }) => [name, best])),
  };
}

function programmesOf(before: Measured, after: Measured): Effect["programmes"] {
  const found = new Map<number, Effect["programmes"][number]>();
  for (const [id, { programmeId, title, isDone }] of after.tasks) {
    const was = before.tasks.get(id)?.isDone ?? false;
    if (was === isDone) continue;
    const own = found.get(programmeId) ?? { programmeId, title, completed: 0, reopened: 0 };
    found.set(programmeId, { ...own, completed: own.completed + Number(isDone), reopened: own.reopened + Number(was) });
  }
  return [...found.values()].sort((a, b) => a.programmeId - b.programmeId);
}

/** What is otherwise after than it was before, in the order of the new places. */
export function differenceOf(before: Measured, after: Measured): Omit<Effect, "papers" | "certificates" | "deserving" | "cards"> {
  const lines = [...after.places.values()].flatMap((now) => {
    const was = before.places.get(now.entryId);
    if (!was || (was.rankKey === now.rankKey && was.rank === now.rank)) return [];
    const { entryId, personId, name, branchName } = now;
    return [
      {
        ...{ entryId, personId, name, branchName, scoreBefore: was.scoreMilli, scoreAfter: now.scoreMilli },
        ...{ rankBefore: was.rank, rankAfter: now.rank },
      },
    ];
  });
  const branches = [...after.branches].flatMap(([branchId, now]) => {
    const was = before.branches.get(branchId);
    if (!was || (was.value === now.value && was.rank === now.rank)) return [];
    return [{ branchId, name: now.name, valueBefore: was.value, valueAfter: now.value, rankBefore: was.rank, rankAfter: now.rank }];
  });
  return {
    gained: lines.filter(({ scoreBefore, scoreAfter }) => scoreAfter > scoreBefore).length,
    lost: lines.filter(({ scoreBefore, scoreAfter }) => scoreAfter < scoreBefore).length,
    moved: lines.filter(({ rankBefore, rankAfter }) => rankBefore !== rankAfter).length,
    lines: lines.sort((a, b) => a.rankAfter - b.rankAfter || a.entryId - b.entryId),
    branches: branches.sort((a, b) => a.rankAfter - b.rankAfter || a.branchId - b.branchId),
    programmes: programmesOf(before, after),
    outcomes: [...after.outcomes].filter(([name, best]) => (before.outcomes.get(name) ?? null) !== best).length,
  };
}
