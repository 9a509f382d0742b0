import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { can } from "#domain/access.ts";
import type { Blueprint } from "#domain/contests/rules.ts";
import { GAME_KINDS, MOST_QUESTIONS } from "#domain/games/rules.ts";
import { drawPaper, shortagesOf } from "#domain/papers/draw-paper.ts";
import { chosenOf, drawSections, linesOf, poolWithout, sectionSizes } from "#domain/papers/draw-sections.ts";
import { type PoolQuestion, poolIndexOf } from "#domain/papers/pool-index.ts";
import type { Section } from "#domain/papers/sections.ts";
import type { Member } from "#domain/people/viewer.ts";
import { listBankFor } from "#server/contests/contest-pool.ts";
import { findPaper } from "#server/papers/find-paper.ts";
import { keptQuestionIds } from "#server/reviews/kept-for-contests.ts";
import { fieldRefusal } from "#server/verb.ts";

type Asked = Readonly<{ lines: Blueprint; paperId: number | null }>;
export type AskedQuestion = Readonly<{ versionId: number; worth: number }>;

/** What a game may ask: of the bank that a contest here would draw from, what a thumb can answer and no contest keeps for itself. */
async function listGameBank(tx: Tx, path: string, now: Date): Promise<{ bank: PoolQuestion[]; kept: Set<number> }> {
  const [bank, { rows }] = [
    await listBankFor(tx, path),
    await tx.execute<{ question_id: string }>(sql`select k.question_id from ${keptQuestionIds(now)} k`),
  ];
  return { bank, kept: new Set(rows.map((row) => Number(row.question_id))) };
}
const isAskable = ({ kind }: PoolQuestion): boolean => (GAME_KINDS as readonly string[]).includes(kind);

function drawnSections(sections: readonly Section[], bank: PoolQuestion[], kept: ReadonlySet<number>, seed: string): AskedQuestion[] {
  const byId = new Map(bank.map((question) => [question.questionId, question]));
  const chosen = chosenOf(sections);
  const missing = chosen.filter((id) => !byId.has(id)).length;
  if (missing > 0) throw fieldRefusal("paperId", "paper-not-published", { missing });
  const keptBack = chosen.filter((id) => kept.has(id)).length;
  if (keptBack > 0) throw fieldRefusal("paperId", "game-kept", { count: keptBack });
  const untouchable = chosen.filter((id) => !isAskable(byId.get(id) as PoolQuestion)).length;
  if (untouchable > 0) throw fieldRefusal("paperId", "game-kinds", { count: untouchable });
  const pool = poolIndexOf(bank.filter((question) => isAskable(question) && !kept.has(question.questionId)));
  const [short] = shortagesOf(linesOf(sections), poolWithout(pool, chosen));
  if (short) throw fieldRefusal("paperId", "pool-too-small", { line: short.line + 1, wanted: short.wanted, have: short.have });
  return drawSections(sections, pool, { draw: seed, order: null });
}

/**
 * The questions of a game, drawn once for everybody, in the order they come: of a paper, or by lines. Refuses a paper one may not use, one
 * with questions that a room cannot be asked (`game-kinds`) or that a contest keeps (`game-kept`), and lines that the bank cannot fill.
 */
export async function drawGame(tx: Tx, path: string, { lines, paperId }: Asked, viewer: Member, now: Date): Promise<AskedQuestion[]> {
  const { bank, kept } = await listGameBank(tx, path, now);
  const seed = randomBytes(16).toString("hex");
  if (paperId !== null) {
    const paper = await findPaper(tx, paperId);
    if (!paper || !can.makeContest(viewer, paper)) throw fieldRefusal("paperId", "not-found");
    const count = sectionSizes(paper.sections).reduce((sum, size) => sum + size, 0);
    if (count > MOST_QUESTIONS) throw fieldRefusal("paperId", "game-too-long", { most: MOST_QUESTIONS });
    return drawnSections(paper.sections, bank, kept, seed);
  }
  const pool = bank.filter((question) => isAskable(question) && !kept.has(question.questionId));
  const [short] = shortagesOf(lines, pool);
  if (short)
    throw fieldRefusal(`lines.${short.line}.count`, "pool-too-small", { line: short.line + 1, wanted: short.wanted, have: short.have });
  return drawPaper(lines, pool, seed, "kept");
}
