import type { Db, Tx } from "#db/client.ts";
import { can } from "#domain/access.ts";
import { levelsPaper, MOST_WORTH } from "#domain/attempts/levels.ts";
import { judgedFormatOf } from "#domain/contests/format.ts";
import type { Blueprint, ContestRules } from "#domain/contests/rules.ts";
import { shortagesOf } from "#domain/papers/draw-paper.ts";
import { chosenOf, linesOf, poolWithout, printedBlueprint } from "#domain/papers/draw-sections.ts";
import { lineTakes, type PoolQuestion, poolIndexOf } from "#domain/papers/pool-index.ts";
import type { PaperKind, Section } from "#domain/papers/sections.ts";
import type { Member } from "#domain/people/viewer.ts";
import { Refusal } from "#domain/refusal.ts";
import { findPaper } from "#server/papers/find-paper.ts";
import { fieldRefusal } from "#server/verb.ts";
import { checkedBank } from "./check-pool.ts";
import { listBankFor } from "./contest-pool.ts";

type Asked = Readonly<{ blueprint: Blueprint; paperId: number | null }>;
export type ContestPaper = Readonly<{ blueprint: Blueprint; paperId: number | null; paperKind: PaperKind; sections: Section[] | null }>;

/** What a contest is made of: a paper's sections as they stand now, or the lines that were sent. Refuses a paper one may not use. */
export async function paperOf(tx: Tx, { blueprint, paperId }: Asked, viewer: Member): Promise<ContestPaper> {
  if (paperId === null) return { blueprint, paperId, paperKind: "per_person", sections: null };
  const paper = await findPaper(tx, paperId);
  if (!paper || !can.makeContest(viewer, paper)) throw fieldRefusal("paperId", "not-found");
  return { blueprint: printedBlueprint(paper.sections), paperId, paperKind: paper.kind, sections: paper.sections };
}

/**
 * The bank a contest would draw from, checked: refuses `paper-not-published` when a chosen question cannot be asked, and
 * `pool-too-small` at the first line that cannot be filled.
 */
export async function checkedPaper(
  tx: Db | Tx,
  path: string,
  { blueprint, sections }: Pick<ContestPaper, "blueprint" | "sections">,
): Promise<PoolQuestion[]> {
  if (sections === null) return checkedBank(tx, path, blueprint);
  const bank = await listBankFor(tx, path);
  const known = new Set(bank.map(({ questionId }) => questionId));
  const missing = chosenOf(sections).filter((id) => !known.has(id)).length;
  if (missing > 0) throw new Refusal("paper-not-published", { field: "paperId", missing });
  const lines = linesOf(sections);
  const [short] = lines.length === 0 ? [] : shortagesOf(lines, poolWithout(poolIndexOf(bank), chosenOf(sections)));
  if (short) throw new Refusal("pool-too-small", { field: "paperId", line: short.line + 1, wanted: short.wanted, have: short.have });
  return bank;
}

/** Where each answer is judged at once nobody can wait for a person to mark it: refuses `essays-wait` at what would ask an essay. */
export function refuseEssays(
  rules: ContestRules,
  { blueprint, sections }: Pick<ContestPaper, "blueprint" | "sections">,
  bank: readonly PoolQuestion[],
): void {
  if (judgedFormatOf(rules) === null) return;
  const essays = bank.filter(({ kind }) => kind === "essay");
  const takesEssay = (lines: Blueprint): number => lines.findIndex((line) => essays.some((essay) => lineTakes(line, essay)));
  if (sections === null) {
    const line = takesEssay(blueprint);
    if (line >= 0) throw new Refusal("essays-wait", { field: `blueprint.${line}.kind` });
    return;
  }
  const chosen = new Set(chosenOf(sections));
  if (essays.some(({ questionId }) => chosen.has(questionId)) || takesEssay(linesOf(sections)) >= 0)
    throw new Refusal("essays-wait", { field: "paperId" });
}

/**
 * Levels have so many questions, all of one worth: refuses `levels-questions` {wanted, have} and `levels-worth` {most} (in points) at the line
 * that does not fit, or at the paper.
 */
export function refuseUnlevelled({ format }: ContestRules, { blueprint, sections }: Pick<ContestPaper, "blueprint" | "sections">): void {
  if (format?.kind !== "levels") return;
  const { wanted, have, oddLine } = levelsPaper(format, blueprint);
  if (have !== wanted) throw new Refusal("levels-questions", { field: sections === null ? "blueprint" : "paperId", wanted, have });
  const field = sections === null ? `blueprint.${oddLine}.worth` : "paperId";
  if (oddLine !== null) throw new Refusal("levels-worth", { field, most: MOST_WORTH / 1_000 });
}

/** Whether a contest may ask a question: it was chosen, or a line takes it. */
export function asks(
  { blueprint, sections }: Pick<ContestPaper, "blueprint" | "sections">,
  takes: (lines: Blueprint) => boolean,
  questionId: number,
): boolean {
  return sections === null ? takes(blueprint) : chosenOf(sections).includes(questionId) || takes(linesOf(sections));
}
