import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { countedOf } from "#domain/attempts/state.ts";
import { branchBoard, compareBranches } from "#domain/boards/branch-board.ts";
import { compareRank, type RankFields } from "#domain/boards/rank-key.ts";
import type { BranchStanding, Reveal, RevealEntry, RevealScript } from "#domain/boards/reveal.ts";
import { revealSteps } from "#domain/boards/reveal.ts";
import { Refusal } from "#domain/refusal.ts";
import { endedAttemptsOf } from "#server/contests/ended-attempts.ts";
import type { ContestSubject } from "#server/contests/find-contest.ts";
import { type NamedBranchFacts, readBranchFacts, readFrozenFacts } from "./branch-facts.ts";
import { branchesAmong } from "./get-branch-board.ts";

/** So many people are opened one by one at most; a larger contest is released without a ceremony. */
const LARGEST = 20_000;
const SLICE = 500;

type Frozen = ContestSubject & { readonly freezeAt: Date };
type Row = { id: string; name: string; branch: string; before: RankFields | null; now: RankFields | null };

/** What the true board says at this moment, in short: a ceremony that was made of another one is out of date. */
export async function digestOf(db: Db | Tx, contestId: number): Promise<string> {
  const { rows } = await db.execute<{ said: string }>(sql`
    select coalesce(md5(string_agg(entry_id || ':' || rank_key, ',' order by entry_id)), '') || '/' ||
      (select count(*) from contest_roster where contest_id = ${contestId}) as said
    from standings where contest_id = ${contestId} and counts`);
  return createHash("sha256")
    .update(rows[0]?.said ?? "")
    .digest("hex")
    .slice(0, 16);
}

const FROZEN = sql`case when f.entry_id is null then null else jsonb_build_object('scoreMilli', f.score_milli, 'rightCount', f.right_count,
  'totalMs', f.total_ms, 'lastScoringMs', f.last_scoring_ms) end`;
const NOW = sql`case when s.entry_id is null then null else jsonb_build_object('scoreMilli', s.score_milli, 'rightCount', s.right_count,
  'totalMs', s.total_ms, 'lastScoringMs', s.last_scoring_ms) end`;

/** What an entry counted for after each attempt that came after the freeze, in the order they ended. */
async function hiddenOf(tx: Tx, contest: Frozen, entryIds: readonly number[]): Promise<Map<number, RankFields[]>> {
  const hidden = new Map<number, RankFields[]>();
  for (let from = 0; from < entryIds.length; from += SLICE) {
    const ended = await endedAttemptsOf(tx, entryIds.slice(from, from + SLICE), contest.opensAt);
    for (const [entryId, attempts] of ended) {
      const before = attempts.filter(({ closedAt }) => closedAt < contest.freezeAt);
      const later = attempts
        .filter(({ closedAt }) => closedAt >= contest.freezeAt)
        .sort((a, b) => a.closedAt.getTime() - b.closedAt.getTime());
      const stages = later.map((_, at) => countedOf([...before, ...later.slice(0, at + 1)], contest.rules));
      hidden.set(
        entryId,
        stages.flatMap((stage) => stage ?? []),
      );
    }
  }
  return hidden;
}

const isSame = (a: RankFields | null, b: RankFields | null): boolean => a === b || (a !== null && b !== null && compareRank(a, b) === 0);

/** Everybody on either board, with every hidden result; the last is always the true one, whatever a ruling made of it. */
async function personEntries(tx: Tx, contest: Frozen): Promise<RevealEntry<RankFields>[]> {
  const { rows } = await tx.execute<Row>(sql`
    select e.id, p.name, b.name as branch, ${FROZEN} as before, ${NOW} as now
    from entries e join people p on p.id = e.person_id join branches b on b.id = e.branch_id
    left join frozen_standings f on f.entry_id = e.id and f.counts left join standings s on s.entry_id = e.id and s.counts
    where e.contest_id = ${contest.id} and (f.entry_id is not null or s.entry_id is not null) order by e.id limit ${LARGEST + 1}`);
  if (rows.length > LARGEST) throw new Refusal("reveal-too-large", { most: LARGEST });
  const hidden = await hiddenOf(
    tx,
    contest,
    rows.map(({ id }) => Number(id)),
  );
  return rows.map(({ id, name, branch, before, now }) => {
    const stages: (RankFields | null)[] = hidden.get(Number(id)) ?? [];
    const last = stages.length === 0 ? before : (stages.at(-1) ?? null);
    return { id: Number(id), name, branchName: branch, before, after: isSame(last, now) ? stages : [...stages, now] };
  });
}

const boardOf = (facts: NamedBranchFacts, { rules }: ContestSubject) => {
  const { branchFormula: formula, topN } = rules.board;
  return branchBoard({ ...facts, topN, formula, among: branchesAmong(facts, undefined) }).rows;
};

/** The branches of either board. What moves one moves the mean of all: each is opened in one step, from its frozen line to its true one. */
async function branchEntries(tx: Tx, contest: Frozen): Promise<RevealEntry<BranchStanding>[]> {
  const [frozen, facts] = [await readFrozenFacts(tx, contest), await readBranchFacts(tx, contest)];
  const short = ({ adjustedMilli, participants, eligible, totalMs }: BranchStanding) => ({
    adjustedMilli,
    participants,
    eligible,
    totalMs,
  });
  const before = new Map(boardOf(frozen, contest).map((row) => [row.branchId, short(row)]));
  const after = new Map(boardOf(facts, contest).map((row) => [row.branchId, short(row)]));
  return [...new Set([...before.keys(), ...after.keys()])].map((id) => {
    const [was, is] = [before.get(id) ?? null, after.get(id) ?? null];
    const name = facts.names.get(id) ?? frozen.names.get(id) ?? "";
    return { id, name, branchName: "", before: was, after: JSON.stringify(was) === JSON.stringify(is) ? [] : [is] };
  });
}

/** What a ceremony will open, read in one transaction. */
export async function revealScript(tx: Tx, contest: Frozen, board: "persons" | "branches", awardPlaces: number): Promise<RevealScript> {
  const head = { awardPlaces, digest: await digestOf(tx, contest.id) };
  if (board === "branches") return { ...head, board, entries: await branchEntries(tx, contest) };
  return { ...head, board, entries: await personEntries(tx, contest) };
}

/** The ceremony of a script after so many steps. */
export function revealOf(script: RevealScript, until: number): Reveal<RankFields> | Reveal<BranchStanding> {
  const { awardPlaces } = script;
  if (script.board === "branches") return revealSteps({ entries: script.entries, compare: compareBranches, awardPlaces, until });
  return revealSteps({ entries: script.entries, compare: compareRank, awardPlaces, until });
}
