import type { SetDraft } from "./draft.ts";

/** What every part of the editor is given. */
export type PartOfSet = Readonly<{
  draft: SetDraft;
  set: (part: Partial<SetDraft>) => void;
  at: (...paths: string[]) => string | undefined;
}>;
