import { chanceOf, shuffled } from "#domain/chance.ts";
import type { Blueprint } from "#domain/contests/rules.ts";
import { Refusal } from "#domain/refusal.ts";
import { type DrawnItem, drawPaper } from "./draw-paper.ts";
import { type PoolIndex, type PoolQuestion, poolIndexOf } from "./pool-index.ts";
import type { PaperKind, Section } from "./sections.ts";

/** One place of a paper in sections: `line` is the section's number, from 0. */
export type SectionItem = DrawnItem;

/** How many places each section has, the same on every paper: what a slot's section is known by. */
export const sectionSizes = (sections: readonly Section[]): number[] =>
  sections.map(({ questions, lines }) => questions.length + lines.reduce((sum, line) => sum + line.count, 0));

/** The lines of all sections one after the other: what a pool must have beside the chosen questions. */
export const linesOf = (sections: readonly Section[]): Blueprint => sections.flatMap(({ lines }) => lines);

/** The questions that were chosen by hand. */
export const chosenOf = (sections: readonly Section[]): number[] =>
  sections.flatMap(({ questions }) => questions.map(({ questionId }) => questionId));

/** A blueprint that says of a paper what a card prints: so many questions worth so much. */
export const printedBlueprint = (sections: readonly Section[]): Blueprint => {
  const chosen = new Map<number, number>();
  for (const { worth } of sections.flatMap(({ questions }) => questions)) chosen.set(worth, (chosen.get(worth) ?? 0) + 1);
  const any = { category: null, kind: null, difficulty: [1, 5] as [number, number] };
  return [...[...chosen].map(([worth, count]) => ({ ...any, count, worth })), ...linesOf(sections)];
};

const questionsOf = ({ cells }: PoolIndex): readonly PoolQuestion[] => cells.flatMap(({ questions }) => questions);

/** The pool without the questions that were chosen by hand: none comes twice. */
export const poolWithout = (pool: PoolIndex, chosen: readonly number[]): PoolIndex => {
  const taken = new Set(chosen);
  return taken.size === 0 ? pool : poolIndexOf(questionsOf(pool).filter(({ questionId }) => !taken.has(questionId)));
};

/**
 * Draws a paper in sections. `seeds.draw` decides which questions come (the same for everybody when the paper is drawn once for a
 * contest), `seeds.order` in which order this person gets those of a section; sections keep theirs. Throws `bank-too-small` when a
 * chosen question is no longer in the pool or a line cannot be filled.
 */
export function drawSections(
  sections: readonly Section[],
  pool: PoolIndex,
  seeds: Readonly<{ draw: string; order: string | null }>,
): SectionItem[] {
  const byQuestion = new Map(questionsOf(pool).map((question) => [question.questionId, question]));
  const lines = linesOf(sections);
  const drawn = lines.length === 0 ? [] : drawPaper(lines, poolWithout(pool, chosenOf(sections)), seeds.draw, "kept");
  let from = 0;
  return sections.flatMap(({ questions, lines: own }, section) => {
    const chosen = questions.map(({ questionId, worth }): SectionItem => {
      const question = byQuestion.get(questionId);
      if (!question) throw new Refusal("bank-too-small", { line: section + 1, wanted: 1, have: 0 });
      return { versionId: question.versionId, questionId, kind: question.kind, line: section, worth };
    });
    const count = own.reduce((sum, line) => sum + line.count, 0);
    const fromLines = drawn.slice(from, from + count).map((item) => ({ ...item, line: section }));
    from += count;
    const items = [...chosen, ...fromLines];
    return seeds.order === null ? items : shuffled(items, chanceOf(`${seeds.order}/${section}`));
  });
}

/** The seeds of one person's paper: its own for everything, or the contest's for what is drawn. */
export const seedsOf = (kind: PaperKind, own: string, contestId: number, shuffle: boolean) => ({
  draw: kind === "per_person" ? own : `contest/${contestId}`,
  order: shuffle ? own : null,
});
