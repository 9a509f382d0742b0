import type { AnswerDraft, QuestionDraft } from "./draft.ts";

/** What every part of the editor gets: the draft, a way to change it, and the sentence for the first of some paths that was refused. */
export type PartProps<D = AnswerDraft> = Readonly<{
  draft: D;
  set: (part: Partial<D>) => void;
  at: (...paths: string[]) => string | undefined;
}>;

/** The same for what is said about a question. */
export type AboutProps = PartProps<QuestionDraft>;
