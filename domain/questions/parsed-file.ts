import type { QuestionBody, QuestionKey } from "./question.ts";

/** Files that questions come in and go out as: Excel and CSV, Chinese text or Word, and three of Moodle's. */
export const QUESTION_FORMATS = ["sheet", "text", "gift", "aiken", "moodle-xml"] as const;
export type QuestionFormat = (typeof QUESTION_FORMATS)[number];

/** A sentence of messages/ and what fills it: `questionFiles.problems.<code>` (of a finished question `fields.<code>`), `questionFiles.suggestions.<code>`. */
export type Said = { readonly code: string; readonly params: Readonly<Record<string, string | number>> };

/** Something in a file to mend (`error`) or to look at (`warning`): where, why, and what would help. */
export type RowProblem = Said & {
  readonly severity: "error" | "warning";
  /** The cell's name in `raw`: 答案, 选项C. */
  readonly column?: string;
  /** Row of the sheet or line of the text, from 1. */
  readonly line?: number;
  readonly suggestion?: Said;
};

/** A picture or a sound as its file holds it; it has no place in the store yet. */
export type EmbeddedMedium = {
  readonly type: "image" | "audio";
  readonly name: string;
  readonly alt: string;
  readonly bytes: Uint8Array;
  /** Which part of a group shows it; null: the question itself. */
  readonly part: number | null;
};

/** A question as a file tells it, whole. `body` has no media of its own: they stand in `media` until they are stored. */
export type QuestionDraftContent = {
  readonly body: QuestionBody;
  readonly key: QuestionKey;
  readonly explanation: string;
  /** "上级/下级"; "" when the file does not say. */
  readonly category: string;
  /** 1 to 5; null when the file does not say. */
  readonly difficulty: number | null;
  readonly tags: readonly string[];
  /** A name for editors; members never see it. */
  readonly title: string;
  /** 出处: where the answer stands, in words. */
  readonly source: string;
  /** 分值, in milli-points, for a paper made of the file; null when the file does not say. */
  readonly worth: number | null;
  readonly media: readonly EmbeddedMedium[];
};

/**
 * One question of a file. `raw` is what stood there: cells by the name of their field (题干, 选项A …; a group's parts as 题干#1, 选项A#1
 * …, their rows as 行#1), or the lines of text. Mended `raw` can be read again by itself (server/question-files/read-row-again.ts). `draft` is null while it cannot be understood.
 */
export type ParsedRow = {
  readonly line: number;
  readonly raw: Readonly<Record<string, string>> | string;
  readonly draft: QuestionDraftContent | null;
  readonly problems: readonly RowProblem[];
};

/** A file read to its end. `problems` are those of no one question: a column that is missing, a category line that cannot be. */
export type ParsedFile = { readonly problems: readonly RowProblem[]; readonly rows: readonly ParsedRow[] };
