import type { BlueprintLine } from "#domain/contests/rules.ts";
import type { QuestionKind } from "#domain/questions/question.ts";

/** A question version that a paper may be drawn from. */
export type PoolQuestion = {
  readonly versionId: number;
  readonly questionId: number;
  /** Path of the category, levels parted by "/". */
  readonly category: string;
  readonly kind: QuestionKind;
  readonly difficulty: number;
};

/** Questions that no line of a blueprint can tell apart. */
export type PoolCell = Pick<PoolQuestion, "category" | "kind" | "difficulty"> & { readonly questions: readonly PoolQuestion[] };

/** A pool sorted into cells, so that a draw costs by the cells and not by the questions. Prepare it once per contest. */
export type PoolIndex = { readonly cells: readonly PoolCell[] };

/** The newest version of each question, by rising id: the order in which rows happened to be read must not change a paper. */
function currentOf(pool: readonly PoolQuestion[]): PoolQuestion[] {
  const byQuestion = new Map<number, PoolQuestion>();
  for (const question of pool) {
    const known = byQuestion.get(question.questionId);
    if (known === undefined || known.versionId < question.versionId) byQuestion.set(question.questionId, question);
  }
  return [...byQuestion.values()].sort((a, b) => a.versionId - b.versionId);
}

/** The index of a pool. Of two versions of one question only the newer is drawn. */
export function poolIndexOf(pool: readonly PoolQuestion[]): PoolIndex {
  const cells = new Map<string, PoolCell & { questions: PoolQuestion[] }>();
  for (const question of currentOf(pool)) {
    const { category, kind, difficulty } = question;
    const name = `${kind} ${difficulty} ${category}`;
    const cell = cells.get(name);
    if (cell) cell.questions.push(question);
    else cells.set(name, { category, kind, difficulty, questions: [question] });
  }
  const order = (a: string, b: string) => (a < b ? -1 : 1);
  return { cells: [...cells].sort(([a], [b]) => order(a, b)).map(([, cell]) => cell) };
}

/** Whether a line of a blueprint may take a question: its category or one below it, its kind, its difficulty. */
export function lineTakes(line: BlueprintLine, question: Pick<PoolQuestion, "category" | "kind" | "difficulty">): boolean {
  const [easiest, hardest] = line.difficulty;
  if (question.difficulty < easiest || question.difficulty > hardest) return false;
  if (line.kind !== null && line.kind !== question.kind) return false;
  return line.category === null || question.category === line.category || question.category.startsWith(`${line.category}/`);
}
