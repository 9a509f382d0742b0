import type { EmbeddedMedium } from "#domain/questions/parsed-file.ts";
import type { Remark } from "./remark.ts";

/** An answer of Moodle's: its share of the mark, what is said after it, and for a number how near is near enough. */
export type MoodleAnswer = { text: string; percent: number; feedback: string; tolerance?: number };

/** A question as Moodle thinks of it, whether GIFT or XML tells it: texts are plain already. */
export type MoodleQuestion = {
  type: "multichoice" | "truefalse" | "shortanswer" | "numerical" | "matching" | "essay" | "ordering" | "description";
  name: string;
  text: string;
  general: string;
  tags: readonly string[];
  category: string;
  /** Of true and false: the right one and the wrong one, with what is said after each. */
  answers: readonly MoodleAnswer[];
  single: boolean;
  /** Whether the options are shown in the author's order. */
  isFixed: boolean;
  pairs: readonly (readonly [string, string])[];
  wrongFeedback: string;
  caseSensitive: boolean;
  media: readonly EmbeddedMedium[];
  remark: Remark;
};

/** A question of which nothing is told yet. */
export const emptyMoodle: MoodleQuestion = {
  ...{ type: "essay", name: "", text: "", general: "", tags: [], category: "", answers: [], single: false, isFixed: false },
  ...{ pairs: [], wrongFeedback: "", caseSensitive: false, media: [], remark: {} },
};
