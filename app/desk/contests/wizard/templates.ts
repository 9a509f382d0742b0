import { usualView } from "#domain/boards/near-view.ts";
import { type BlueprintLine, contestRulesSchema } from "#domain/contests/rules.ts";
import { usualIntegrity } from "#domain/integrity/absences.ts";
import type { ContestStart } from "./draft.ts";
import { wallClockAfter } from "./wall-time.ts";

export const TEMPLATES = ["formal", "quiz", "days", "survival", "levels"] as const;
export type Template = (typeof TEMPLATES)[number];

const MINUTE_MS = 60_000;

const line = (kind: BlueprintLine["kind"], count: number, points: number): BlueprintLine => ({
  category: null,
  kind,
  difficulty: [1, 5],
  count,
  worth: points * 1_000,
});

/** One evening, one attempt, everything shown when the results are published: the rules a contest with prizes needs. */
const formal = (now: Date) => ({
  opensAt: wallClockAfter(now, 7, "19:30"),
  closesAt: wallClockAfter(now, 7, "20:30"),
  rules: contestRulesSchema.parse({
    limitMs: 40 * MINUTE_MS,
    earliestHandInMs: 5 * MINUTE_MS,
    passPercent: 60,
    board: { moves: "closed" },
  }),
  blueprint: [line("single", 20, 2), line("multiple", 10, 4), line("truefalse", 10, 2)],
});

/** A week, several tries, the best counts, the score at once: for learning. */
const quiz = (now: Date) => ({
  opensAt: wallClockAfter(now, 1, "08:00"),
  closesAt: wallClockAfter(now, 8, "20:00"),
  rules: contestRulesSchema.parse({
    limitMs: 10 * MINUTE_MS,
    attempts: 3,
    counts: "highest",
    lobbyMs: 0,
    multipleMode: "partial_no_wrong",
    review: { score: "submitted", answers: "submitted", keys: "closed" },
  }),
  blueprint: [line(null, 10, 10)],
});

/** A week of five questions a day, the days added up. */
const days = (now: Date) => ({
  opensAt: wallClockAfter(now, 7, "08:00"),
  closesAt: wallClockAfter(now, 13, "22:00"),
  rules: contestRulesSchema.parse({
    limitMs: 5 * MINUTE_MS,
    lobbyMs: 0,
    format: { kind: "daily" },
    review: { score: "submitted", answers: "closed", keys: "closed" },
  }),
  blueprint: [line("single", 5, 20)],
});

/** A week in which one may try three times to come as far as one can, a question at a time: each is worth so many points. */
const oneByOne = (kind: "survival" | "levels", points: number) => (now: Date) => ({
  opensAt: wallClockAfter(now, 1, "08:00"),
  closesAt: wallClockAfter(now, 8, "20:00"),
  rules: contestRulesSchema.parse({
    limitMs: 60 * MINUTE_MS,
    attempts: 3,
    counts: "highest",
    lobbyMs: 0,
    format: { kind },
    review: { score: "submitted", answers: "closed", keys: "closed" },
  }),
  blueprint: [line("single", 30, points), line("truefalse", 10, points)],
});

const STARTS = { formal, quiz, days, survival: oneByOne("survival", 1), levels: oneByOne("levels", 10) };

/** What a new contest starts from: sensible values for everything, so that only what is particular has to be typed. */
export function startOf(template: Template, branchId: number, now: Date, lightBurden: boolean): ContestStart {
  const { rules, ...rest } = STARTS[template](now);
  const board = { ...rules.board, view: usualView(lightBurden) };
  return { title: "", intro: "", branchId, audienceTags: [], ...rest, rules: { ...rules, board, integrity: usualIntegrity(lightBurden) } };
}
