import { inArray } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { papers } from "#db/schema/papers.ts";
import { can } from "#domain/access.ts";
import { chanceOf, shuffled } from "#domain/chance.ts";
import { blueprintLineSchema } from "#domain/contests/rules.ts";
import { type HallRules, neededFor, type Source } from "#domain/halls/rules.ts";
import { lineTakes, type PoolQuestion } from "#domain/papers/pool-index.ts";
import type { Section } from "#domain/papers/sections.ts";
import type { Member } from "#domain/people/viewer.ts";
import { listBankFor } from "#server/contests/contest-pool.ts";
import { findPaper } from "#server/papers/find-paper.ts";
import { fieldRefusal } from "#server/verb.ts";

/** No stage shows these: nobody answers them aloud. */
const UNASKED: ReadonlySet<string> = new Set(["essay", "group"]);

async function sectionOf(tx: Tx, viewer: Member, source: Extract<Source, { from: "paper" }>, at: string): Promise<Section> {
  const paper = await findPaper(tx, source.paperId);
  const section = paper && can.makeContest(viewer, paper) ? paper.sections[source.section] : undefined;
  if (!section) throw fieldRefusal(`${at}.source.paperId`, "not-found");
  return section;
}

/** What a round may take, in the order in which it would: a paper's chosen questions as they stand, everything else by lot. */
function candidates(bank: readonly PoolQuestion[], section: Section | null, source: Source, seed: string): PoolQuestion[] {
  const lot = (questions: PoolQuestion[]) => shuffled(questions, chanceOf(seed));
  const asked = bank.filter(({ kind }) => !UNASKED.has(kind));
  if (source.from === "bank") {
    const line = blueprintLineSchema.parse({ count: 1, category: source.category || null, kind: source.kind ?? null });
    return lot(asked.filter((question) => lineTakes(line, question)));
  }
  const chosen = (section?.questions ?? []).flatMap(({ questionId }) => asked.find((question) => question.questionId === questionId) ?? []);
  const drawn = (section?.lines ?? []).flatMap((line) => lot(asked.filter((question) => lineTakes(line, question))).slice(0, line.count));
  return [...chosen, ...drawn];
}

/**
 * The questions of every round, frozen in the order in which they are asked, no question twice in the final. A round that cannot be filled
 * is refused at its field; fewer spares than wished are no reason to.
 */
export async function drawHall(
  tx: Tx,
  viewer: Member,
  { rules, sides, path, seed }: Readonly<{ rules: HallRules; sides: number; path: string; seed: string }>,
): Promise<number[][]> {
  const bank = (await listBankFor(tx, path)).toSorted((one, other) => one.versionId - other.versionId);
  const taken = new Set<number>();
  const rounds: number[][] = [];
  for (const [at, round] of rules.rounds.entries()) {
    const field = `rules.rounds.${at}`;
    const section = round.source.from === "paper" ? await sectionOf(tx, viewer, round.source, field) : null;
    const found = candidates(bank, section, round.source, `${seed}/${at}`).filter(({ questionId }) => !taken.has(questionId));
    const wanted = neededFor(round, sides);
    if (found.length < wanted) throw fieldRefusal(`${field}.source`, "hall-bank-too-small", { wanted, have: found.length, round: at + 1 });
    const kept = found.slice(0, wanted + round.spares);
    for (const { questionId } of kept) taken.add(questionId);
    rounds.push(kept.map(({ versionId }) => versionId));
  }
  return rounds;
}

/** Refuses a paper that has been put away. */
export async function refuseArchived(tx: Tx, { rounds }: HallRules): Promise<void> {
  const ids = rounds.flatMap(({ source }) => (source.from === "paper" ? [source.paperId] : []));
  if (ids.length === 0) return;
  const rows = await tx.select({ id: papers.id, archivedAt: papers.archivedAt }).from(papers).where(inArray(papers.id, ids));
  rounds.forEach(({ source }, at) => {
    const isGone = source.from === "paper" && rows.some(({ id, archivedAt }) => id === source.paperId && archivedAt !== null);
    if (isGone) throw fieldRefusal(`rules.rounds.${at}.source.paperId`, "not-found");
  });
}
