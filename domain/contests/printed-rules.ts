// Above 150 lines: everything a contest prints of its rules stands in one list, in the order in which it is read.
import { ANSWER_GRACE_MS } from "#domain/attempts/judged.ts";
import { PUBLIC_FROM, SHRINK_BELOW, SHRINK_K } from "#domain/boards/branch-board.ts";
import { viewOf } from "#domain/boards/near-view.ts";
import { integrityOf } from "#domain/integrity/absences.ts";
import { daysOfWindow } from "./days.ts";
import { judgedFormatOf, kindOf, type LevelsFormat } from "./format.ts";
import { fullMarksOf, paperFullOf } from "./full-marks.ts";
import { rehearsalWindow } from "./rehearsal.ts";
import type { ContestRules } from "./rules.ts";
import { spanOf } from "./span-of.ts";

/** What fills a blank of a sentence: a number, words as they are, the sentence of another key, or a list to be joined. */
export type Blank = string | number | Readonly<{ word: string } | { list: readonly string[] }>;

/** A sentence by its key under `rules` in messages/; `times` are instants that stand in it. */
export type PrintedLine = Readonly<{ key: string; blanks?: Readonly<Record<string, Blank>>; times?: Readonly<Record<string, Date>> }>;

export const PRINTED_GROUPS = [
  "time",
  "rehearsal",
  "marking",
  "team",
  "divisions",
  "ranking",
  "promotion",
  "awards",
  "showing",
  "integrity",
] as const;
export type PrintedGroup = Readonly<{ group: (typeof PRINTED_GROUPS)[number]; lines: readonly PrintedLine[] }>;

/** `worth` in milli-points; `ownClosesAt` when it may differ for the reader (an extension). */
export type Printed = Readonly<{
  rules: ContestRules;
  questions: number;
  worth: number;
  opensAt: Date;
  closesAt: Date;
  ownClosesAt?: Date;
  /** From when the public board stands still (D6). */
  freezeAt: Date | null;
}>;

const line = (key: string, blanks?: PrintedLine["blanks"], times?: PrintedLine["times"]): PrintedLine => ({
  key,
  ...(blanks && { blanks }),
  ...(times && { times }),
});

/** A line when its condition holds. */
const when = (holds: boolean, ...lines: readonly PrintedLine[]): readonly PrintedLine[] => (holds ? lines : []);

/** Milli-points as sentences write them. */
const points = (milli: number): string => String(milli / 1_000);

/** How often one may try and what of it counts, by the format (D4). */
function tryLines({ rules, opensAt, closesAt, worth }: Pick<Printed, "rules" | "opensAt" | "closesAt" | "worth">): PrintedLine[] {
  if (rules.format?.kind !== "daily")
    return [
      line(judgedFormatOf(rules) ? "judged.attempts" : "attempts", { count: rules.attempts }),
      ...when(rules.attempts > 1, line(`counts.${rules.counts}`)),
    ];
  const { perDay, bestDays: best } = rules.format;
  const days = daysOfWindow(opensAt, closesAt);
  const full = points(fullMarksOf({ rules, opensAt, closesAt }, worth));
  return [
    ...[line("daily.tries", { count: perDay }), line("daily.day"), line("daily.best")],
    best === null || best >= days ? line("daily.allDays", { days, full }) : line("daily.bestDays", { days, best, full }),
  ];
}

/** The period in which the contest may be tried without its counting. */
function rehearsalLines({ rules, opensAt }: Printed): PrintedLine[] {
  const window = rehearsalWindow({ rules, opensAt });
  if (!rules.rehearsal || !window) return [];
  const { attempts: count, fromPool } = rules.rehearsal;
  return [
    line("rehearsal.window", { count }, { opens: window.opensAt, closes: window.closesAt }),
    ...[
      line("rehearsal.counts"),
      line(`rehearsal.${fromPool ? "fromPool" : "others"}`),
      line(`rehearsal.${fromPool ? "toldLater" : "told"}`),
    ],
  ];
}

/** The worth of one question of levels; whole, while what is typed does not fill them yet. */
const eachOf = ({ levels, perLevel }: LevelsFormat, worth: number): number => Math.round(worth / (levels * perLevel));

/** How levels are played and what they come to (D4.6); `worth` of one question. */
function levelLines(format: LevelsFormat, worth: number): PrintedLine[] {
  const each = { worth: points(worth) };
  const gate = { gate: points(format.gateMilli), step: format.gateStepMilli / 1_000 };
  return [
    ...[line("survival.order"), line("survival.clock", { ...spanOf(format.perQuestionMs), grace: ANSWER_GRACE_MS / 1_000 })],
    ...[line("levels.points", each), line("levels.row", { ...each, second: points(2 * worth), third: points(3 * worth) })],
    ...[line("levels.last"), ...when(format.levels > 1, line("levels.gate", gate)), line("levels.score"), line("levels.rulings")],
    line("judged.told"),
  ];
}

/** How answers are judged at once, where they are (D4.3–D4.5). */
function judgedLines(rules: ContestRules, worth: number): PrintedLine[] {
  const format = judgedFormatOf(rules);
  if (format === null) return [];
  if (format.kind === "survival")
    return [
      ...[line("survival.order"), line("survival.clock", { ...spanOf(format.perQuestionMs), grace: ANSWER_GRACE_MS / 1_000 })],
      ...[line("survival.lives", { lives: format.lives }), line("survival.wrong"), line("survival.rulings"), line("judged.told")],
    ];
  if (format.kind === "levels") return levelLines(format, eachOf(format, worth));
  const own =
    format.kind === "ioi"
      ? [line("ioi.best"), line("ioi.rulings")]
      : [line("icpc.whole"), line("icpc.penalty", spanOf(format.penaltyMs)), line("icpc.rulings")];
  const given = format.kind === "ioi" && format.ties === "shared" ? [] : [line("judged.given")];
  return [
    ...[line("judged.tries", { tries: format.tries }), line("judged.fewer"), ...own, ...given, line("judged.byHand")],
    ...[line("judged.told"), line("judged.failures")],
  ];
}

function timeLines({ rules, opensAt, closesAt, ownClosesAt, worth }: Printed): PrintedLine[] {
  const isJudged = judgedFormatOf(rules) !== null;
  return [
    line("window", undefined, { opens: opensAt, closes: closesAt }),
    ...(ownClosesAt && ownClosesAt.getTime() !== closesAt.getTime() ? [line("ownWindow", undefined, { closes: ownClosesAt })] : []),
    ...[line("limit", spanOf(rules.limitMs)), line(isJudged ? "judged.allowance" : "allowance", { seconds: rules.allowanceMs / 1_000 })],
    ...tryLines({ rules, opensAt, closesAt, worth }),
    ...when(rules.delayMs > 0, line("delay", spanOf(rules.delayMs))),
    ...when(rules.earliestHandInMs > 0, line("earliest", spanOf(rules.earliestHandInMs))),
    ...when(rules.lobbyMs > 0, line("lobby", spanOf(rules.lobbyMs))),
  ];
}

function paperLine({ rules: { format }, questions, worth }: Pick<Printed, "rules" | "questions" | "worth">): PrintedLine {
  if (format?.kind !== "levels") return line("paper", { questions, worth: points(worth) });
  const { levels, perLevel } = format;
  return line("levels.paper", {
    ...{ levels, perLevel, worth: points(eachOf(format, worth)), full: points(paperFullOf({ format }, worth)) },
  });
}

function markingLines({ rules, questions, worth, opensAt, closesAt }: Printed): PrintedLine[] {
  const { shuffleQuestions, shuffleOptions, passPercent: percent } = rules;
  const shuffled = shuffleQuestions && shuffleOptions ? "shuffledBoth" : shuffleQuestions ? "shuffledQuestions" : "shuffledOptions";
  const full = fullMarksOf({ rules, opensAt, closesAt }, worth);
  return [
    ...[paperLine({ rules, questions, worth }), line("drawn")],
    ...when(shuffleQuestions || shuffleOptions, line(shuffled)),
    ...judgedLines(rules, worth),
    // In levels what is not wholly right is wrong, and takes.
    ...when(rules.format?.kind !== "levels", line("zero"), line(`multiple.${rules.multipleMode}`), line("parts")),
    ...(percent === null ? [] : [line("pass", { percent, points: points(Math.ceil((full * percent) / 100)) })]),
  ];
}

const TEAM_ORDERS = {
  standard: "order",
  daily: "orderOfDays",
  survival: "order",
  levels: "order",
  ioi: "orderOfDays",
  icpc: "orderOfPenalty",
} as const;

/** How teams are made, scored, ordered and fixed (D4). */
function teamLines({ rules: { team, format } }: Printed): PrintedLine[] {
  if (!team) return [];
  const { min, max, substitutes, branches, play, score, topN, fixed } = team;
  return [
    ...[line("team.size", { min, max, substitutes }), line(`team.branches.${branches}`), line(`team.play.${play}`)],
    ...when(play === "everyone", line(`team.score.${score}`, { n: topN })),
    ...[line(`team.${TEAM_ORDERS[kindOf({ format })]}`), line(`team.fixed.${fixed}`), line("team.later")],
  ];
}

const divisionLines = ({ rules: { divisions } }: Printed): PrintedLine[] =>
  divisions ? [line("divisions.names", { names: { list: divisions.names } }), line(`divisions.${divisions.by}`)] : [];

const ORDERS = {
  standard: "order",
  daily: "daily.order",
  survival: "order",
  levels: "order",
  ioi: "ioi.order",
  icpc: "icpc.order",
} as const;

function rankingLines({ rules: { board, format }, freezeAt }: Printed): PrintedLine[] {
  const isShared = format?.kind === "ioi" && format.ties === "shared";
  const view = viewOf(board);
  const shown =
    view === "full"
      ? [line(`names.${board.names}`), board.places === null ? line("allPlaces") : line("places", { count: board.places })]
      : [...when(view === "near", line(`names.${board.names}`)), line(`view.${view}`)];
  const isMean = board.branchFormula !== "total" && board.branchFormula !== "top_n_mean";
  const ofBranches = [
    ...[line(`formula.${board.branchFormula}`, { n: board.topN }), line("roster")],
    ...when(isMean, line("shrunk", { below: SHRINK_BELOW, k: SHRINK_K })),
    ...[line("small", { from: PUBLIC_FROM }), line("branchTies")],
  ];
  return [
    ...[line(isShared ? "ioi.orderShared" : ORDERS[kindOf({ format })]), line("ties"), line(`moves.${board.moves}`)],
    ...(freezeAt ? [line("freeze", undefined, { at: freezeAt }), line("release")] : []),
    ...shown,
    ...(board.branches ? ofBranches : [line("noBranches")]),
  ];
}

/** Who goes on to the next stage. */
function promotionLines({ rules: { promotion } }: Printed): PrintedLine[] {
  if (!promotion) return [];
  const quotas = (["perBranch", "perDivision", "top", "fillTo"] as const).filter((name) => promotion[name] > 0);
  return [
    ...quotas.map((name) => line(`promotion.${name}`, { count: promotion[name] })),
    ...when(promotion.minScore > 0, line("promotion.minScore", { points: points(promotion.minScore) })),
    line(`promotion.ties.${promotion.ties}`),
    ...when(promotion.reserve > 0, line("promotion.reserve", { count: promotion.reserve })),
    line("promotion.snapshot"),
  ];
}

/** Who gets which award. */
function awardLines({ rules: { awards, team } }: Printed): PrintedLine[] {
  if (!awards) return [];
  const { medals, perDivision, members, organisation } = awards;
  return [
    ...medals.map(({ medal, by, number }) => line(`awards.${by}`, { medal: { word: `awards.medal.${medal}` }, number })),
    ...when(medals.length > 0, line("awards.ties")),
    ...when(perDivision, line("awards.perDivision")),
    ...when(team !== undefined && medals.length > 0, line(`awards.members.${members}`)),
    ...(organisation
      ? [line("awards.organisation", { percent: organisation.percent, most: organisation.most ?? 0, from: PUBLIC_FROM })]
      : []),
  ];
}

const showingLines = ({ rules: { review } }: Printed): PrintedLine[] =>
  (["score", "answers", "keys"] as const).map((part) =>
    line(`review.${part}`, { moment: { word: `moments.${review[part]}` }, isNever: String(review[part] === "never") }),
  );

/** What the rules say of honesty. */
function integrityLines({ rules }: Printed): PrintedLine[] {
  const { leave, toleranceMs, handInAfter, watermark } = integrityOf(rules);
  const seconds = toleranceMs / 1_000;
  const left = [
    line("integrity.recorded", { seconds }),
    handInAfter === null ? line("integrity.neverHandsIn") : line("integrity.handsIn", { count: handInAfter, seconds }),
  ];
  return [
    line("integrity.oneDevice"),
    ...(leave === "off" ? [line("integrity.unrecorded")] : left),
    ...when(watermark, line("integrity.watermark")),
    ...[line("integrity.flags"), line("integrity.pause")],
  ];
}

const LINES: Readonly<Record<(typeof PRINTED_GROUPS)[number], (printed: Printed) => PrintedLine[]>> = {
  ...{
    time: timeLines,
    rehearsal: rehearsalLines,
    marking: markingLines,
    team: teamLines,
    divisions: divisionLines,
    ranking: rankingLines,
  },
  ...{ promotion: promotionLines, awards: awardLines, showing: showingLines, integrity: integrityLines },
};

/** Every rule a contest plays by, a sentence each, in groups: what is printed is what is used (D4), on the page and in the archive. */
export function printedRules(printed: Printed): PrintedGroup[] {
  return PRINTED_GROUPS.map((group) => ({ group, lines: LINES[group](printed) })).filter(({ lines }) => lines.length > 0);
}
