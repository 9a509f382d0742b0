import type { QuestionDraft } from "./draft.ts";

/** What every part of the editor gets: the draft, a way to change it, and the sentence for the first of some paths that was refused. */
export type PartProps = Readonly<{
  draft: QuestionDraft;
  set: (part: Partial<QuestionDraft>) => void;
  at: (...paths: string[]) => string | undefined;
}>;
