import { z } from "zod";

/** Days on which one has tries (D4.2): so many a day; of the best of each day all count, or the best so many. */
export const dailyFormatSchema = z.strictObject({
  kind: z.literal("daily"),
  perDay: z.int().min(1).max(10).default(1),
  /** Null: every day counts. */
  bestDays: z.int().min(1).max(366).nullable().default(null),
});
export type DailyFormat = z.output<typeof dailyFormatSchema>;

/** One question after the other, each by its own clock and judged at once; so many wrong answers end it (D4.5). */
export const survivalFormatSchema = z.strictObject({
  kind: z.literal("survival"),
  perQuestionMs: z.int().min(10_000).max(600_000).default(45_000),
  lives: z.int().min(1).max(10).default(1),
});
export type SurvivalFormat = z.output<typeof survivalFormatSchema>;

/**
 * Levels of so many questions, one after the other, each by its own clock and judged at once; rows of right answers earn more, and who does not
 * reach a level's gate goes no further (D4.6). What a question gives or takes is its worth. Never more than a hundred questions.
 */
export const levelsFormatSchema = z.strictObject({
  kind: z.literal("levels"),
  levels: z.int().min(1).max(10).default(8),
  perLevel: z.int().min(2).max(10).default(5),
  /** Milli-points to reach in the first level, and so many more in each after it. */
  gateMilli: z.int().min(0).max(1_000_000).default(30_000),
  gateStepMilli: z.int().min(0).max(1_000_000).default(10_000),
  perQuestionMs: z.int().min(10_000).max(600_000).default(45_000),
});
export type LevelsFormat = z.output<typeof levelsFormatSchema>;

const tries = z.int().min(1).max(20).default(3);

/** Several tries of each question, judged at once; the best of each counts (D4.4). */
export const ioiFormatSchema = z.strictObject({
  kind: z.literal("ioi"),
  tries,
  /** Of equal points, who came to them sooner stands first; or the rank is shared. */
  ties: z.enum(["time", "shared"]).default("time"),
});
export type IoiFormat = z.output<typeof ioiFormatSchema>;

/** Several tries of each question, judged at once; only what is wholly right counts, and wrong tries before it cost time (D4.3). */
export const icpcFormatSchema = z.strictObject({
  kind: z.literal("icpc"),
  tries,
  penaltyMs: z.int().min(0).max(86_400_000).default(1_200_000),
});
export type IcpcFormat = z.output<typeof icpcFormatSchema>;

/** How a contest is played, where it is not the usual one: one paper, answered in one's own order (D4.1). */
export const formatSchema = z.discriminatedUnion("kind", [
  dailyFormatSchema,
  survivalFormatSchema,
  levelsFormatSchema,
  ioiFormatSchema,
  icpcFormatSchema,
]);
export type ContestFormat = z.output<typeof formatSchema>;

export const FORMATS = ["standard", "daily", "survival", "levels", "ioi", "icpc"] as const;
export type FormatKind = (typeof FORMATS)[number];
type Formatted = { readonly format?: ContestFormat | undefined };

/** The kind of a contest; rules that name none are the usual ones, as all were before there was a choice. */
export const kindOf = ({ format }: Formatted): FormatKind => format?.kind ?? "standard";

/** A format in which each answer is judged when it is given, by the server. */
export type JudgedFormat = OneByOneFormat | IoiFormat | IcpcFormat;
/** A format that shows one question at a time: what was never shown is nobody's to see, and no part of the paper. */
export type OneByOneFormat = SurvivalFormat | LevelsFormat;

/** The format of a contest that judges at once; null of one whose answers are told of later. */
export const judgedFormatOf = ({ format }: Formatted): JudgedFormat | null =>
  format === undefined || format.kind === "daily" ? null : format;

/** A format in which a question has several tries, of which the best stands. */
export const hasTries = (kind: FormatKind | null): kind is "ioi" | "icpc" => kind === "ioi" || kind === "icpc";

export const isOneByOne = (format: ContestFormat | null | undefined): format is OneByOneFormat =>
  format?.kind === "survival" || format?.kind === "levels";

/** Whether a question is only right or wrong, and a part of it nothing (D4.3, D4.6). */
export const isWholeOnly = (kind: FormatKind | null): boolean => kind === "icpc" || kind === "levels";

/**
 * What stands beside points and time on the boards of a format: the number right, the days the points were made on, the questions solved
 * (the time is then the penalty), or nothing, where nothing else is compared.
 */
export const BESIDE = ["right", "days", "solved", "none"] as const;
const BESIDES = { standard: "right", daily: "days", survival: "right", levels: "right", ioi: "none", icpc: "solved" } as const;
export const besideOf = (rules: Formatted): (typeof BESIDE)[number] => BESIDES[kindOf(rules)];
