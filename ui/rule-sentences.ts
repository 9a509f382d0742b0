import type { ContestRules } from "#domain/contests/rules.ts";
import { durationParts } from "./duration-parts.ts";

/** What the printed rules of a contest are made of. `worth` in milli-points. */
export type PrintedContest = Readonly<{ rules: ContestRules; opensAt: Date; closesAt: Date; questions: number; worth: number }>;

/** Words of the namespace `contestRules`, and how instants and numbers are written. */
export type Speech = Readonly<{
  t: (key: string, values?: Record<string, string | number>) => string;
  instant: (at: Date) => string;
  number: (value: number) => string;
}>;

type Topic = Readonly<{ topic: string; sentences: readonly string[] }>;

function durationIn({ t }: Speech, ms: number): string {
  return durationParts(ms)
    .map(({ unit, count }) => t(`units.${unit}`, { count }))
    .join(" ");
}

function time({ rules, opensAt, closesAt }: PrintedContest, speech: Speech): string[] {
  const { t, instant } = speech;
  return [
    t("window", { opens: instant(opensAt), closes: instant(closesAt) }),
    t("limit", { limit: durationIn(speech, rules.limitMs) }),
    rules.allowanceMs > 0 ? t("allowance", { allowance: durationIn(speech, rules.allowanceMs) }) : t("noAllowance"),
    ...(rules.earliestHandInMs > 0 ? [t("earliest", { wait: durationIn(speech, rules.earliestHandInMs) })] : []),
    ...(rules.lobbyMs > 0 ? [t("lobby", { before: durationIn(speech, rules.lobbyMs) })] : []),
  ];
}

function paper({ rules, questions, worth }: PrintedContest, { t, number }: Speech): string[] {
  const order = `${rules.shuffleQuestions ? "questions" : "kept"}-${rules.shuffleOptions ? "options" : "kept"}`;
  return [t("paper", { questions, points: number(worth / 1_000) }), t(`order.${order}`)];
}

function marking({ rules, worth }: PrintedContest, { t, number }: Speech): string[] {
  const pass = rules.passPercent;
  return [
    t("marks"),
    t(`multiple.${rules.multipleMode}`),
    ...(pass === null ? [] : [t("pass", { percent: pass, points: number((worth * pass) / 100_000) })]),
  ];
}

function attempts({ rules }: PrintedContest, speech: Speech): string[] {
  const { t } = speech;
  if (rules.attempts === 1) return [t("once")];
  return [
    t("attempts", { attempts: rules.attempts }),
    t(`counts.${rules.counts}`),
    rules.delayMs > 0 ? t("delay", { delay: durationIn(speech, rules.delayMs) }) : t("noDelay"),
  ];
}

function review({ rules }: PrintedContest, { t }: Speech): string[] {
  return (["score", "answers", "keys"] as const).map((part) => t(`review.${part}`, { moment: t(`moments.${rules.review[part]}`) }));
}

function board({ rules }: PrintedContest, { t }: Speech): string[] {
  const { moves, names, places } = rules.board;
  return [t("ranking"), t(`moves.${moves}`), t(`names.${names}`), places === null ? t("allPlaces") : t("places", { places })];
}

function branches({ rules }: PrintedContest, { t }: Speech): string[] {
  const { branchFormula, topN } = rules.board;
  return [t(`formulas.${branchFormula}`, { topN }), t("smallBranches")];
}

/** Every rule a contest is played by, in sentences, topic by topic (D1, D2, D4.1, D5). Nothing that decides a result is left out. */
export function rulesInWords(contest: PrintedContest, speech: Speech): Topic[] {
  return [
    { topic: "time", sentences: time(contest, speech) },
    { topic: "paper", sentences: paper(contest, speech) },
    { topic: "marking", sentences: marking(contest, speech) },
    { topic: "attempts", sentences: attempts(contest, speech) },
    { topic: "review", sentences: review(contest, speech) },
    { topic: "board", sentences: board(contest, speech) },
    ...(contest.rules.board.branches ? [{ topic: "branches", sentences: branches(contest, speech) }] : []),
  ];
}
