import type { Draft } from "./draft.ts";

/** What every section of the wizard is given. */
export type PartProps = Readonly<{
  draft: Draft;
  set: <K extends keyof Draft>(field: K, value: Draft[K]) => void;
  /** What was refused about the field at this path of the verb's input, in words. */
  problem: (path: string) => string | undefined;
}>;
