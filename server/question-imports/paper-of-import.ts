import type { Tx } from "#db/client.ts";
import { papers } from "#db/schema/papers.ts";
import type { Section } from "#domain/papers/sections.ts";
import { QUESTION_KINDS, type QuestionKind } from "#domain/questions/question.ts";
import { fileWordsOf } from "./file-words.ts";

const IN_SECTION = 200;
/** Twenty sections of two hundred, of which each kind may leave one unfilled. */
export const MOST_ON_PAPER = (20 - QUESTION_KINDS.length) * IN_SECTION;
const USUAL_WORTH = 1_000;

export type PaperQuestion = Readonly<{ questionId: number; kind: QuestionKind; worth: number | null }>;
type Wish = Readonly<{ title: string; branchId: number; worth: number | null; language: "zh-CN" | "en" }>;

/** The sections of a paper: one kind after the other as the file brings them, a long one in parts. */
export function sectionsOf(questions: readonly PaperQuestion[], titles: Readonly<Record<QuestionKind, string>>, worth: number): Section[] {
  const kinds = [...new Set(questions.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => {
    const ofKind = questions.filter((question) => question.kind === kind);
    const parts = Array.from({ length: Math.ceil(ofKind.length / IN_SECTION) }, (_, at) => at);
    return parts.map((part) => ({
      title: parts.length > 1 ? `${titles[kind]} ${part + 1}` : titles[kind],
      instructions: "",
      questions: ofKind
        .slice(part * IN_SECTION, (part + 1) * IN_SECTION)
        .map((question) => ({ questionId: question.questionId, worth: question.worth ?? worth })),
      lines: [],
    }));
  });
}

/** Makes the paper of a file that was written; in the file's own transaction. */
export async function makePaperOf(tx: Tx, wish: Wish, questions: readonly PaperQuestion[], by: { personId: number; now: Date }) {
  const sections = sectionsOf(questions, fileWordsOf(wish.language).kinds, wish.worth ?? USUAL_WORTH);
  const { title, branchId } = wish;
  const [made] = await tx
    .insert(papers)
    .values({ title, branchId, kind: "fixed", sections, createdBy: by.personId, createdAt: by.now, changedAt: by.now })
    .returning({ id: papers.id });
  return (made as { id: number }).id;
}
