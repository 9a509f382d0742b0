import { viewOf } from "#domain/boards/near-view.ts";
import type { BlueprintLine, BoardView, ContestRules } from "#domain/contests/rules.ts";
import { integrityOf } from "#domain/integrity/absences.ts";
import { MINUTE_MS, POINT_MILLI, SECOND_MS } from "./field-units.ts";
import { type FormatFields, formatFieldsOf } from "./format-fields.ts";
import { type RehearsalFields, rehearsalFieldsOf } from "./rehearsal-fields.ts";
import { type StageFields, stageFieldsOf } from "./stage-fields.ts";
import { wallTimeOf } from "./wall-time.ts";

/** A line of the blueprint while it is typed. `id` tells lines apart on the page and goes nowhere. */
export type LineDraft = { id: number; category: string; kind: string; easiest: string; hardest: string; count: string; points: string };

/** Everything the wizard's fields hold, as they hold it: text, in the units people say (minutes, seconds, points). */
export type Draft = StageFields &
  FormatFields &
  RehearsalFields & {
    title: string;
    intro: string;
    branchId: string;
    tags: string;
    opensAt: string;
    closesAt: string;
    /** "": the board is never frozen. */
    freezeAt: string;
    limitMinutes: string;
    allowanceSeconds: string;
    earliestMinutes: string;
    lobbyMinutes: string;
    attempts: string;
    delayMinutes: string;
    counts: ContestRules["counts"];
    multipleMode: ContestRules["multipleMode"];
    shuffleQuestions: boolean;
    shuffleOptions: boolean;
    passPercent: string;
    score: ContestRules["review"]["score"];
    answers: ContestRules["review"]["answers"];
    keys: ContestRules["review"]["keys"];
    moves: ContestRules["board"]["moves"];
    names: ContestRules["board"]["names"];
    view: BoardView;
    places: string;
    branches: boolean;
    branchFormula: ContestRules["board"]["branchFormula"];
    topN: string;
    recordsLeaving: boolean;
    toleranceSeconds: string;
    handInAfter: string;
    watermark: boolean;
    lines: LineDraft[];
    /** A paper instead of lines; "": none. */
    paperId: string;
  };

/** A contest as far as the wizard edits it; also what a template or a copy starts from. */
export type ContestStart = Readonly<{
  title: string;
  intro: string;
  branchId: number;
  audienceTags: readonly string[];
  opensAt: Date;
  closesAt: Date;
  freezeAt?: Date | null;
  rules: ContestRules;
  blueprint: readonly BlueprintLine[];
  paper?: Readonly<{ id: number }> | null;
}>;

/** A written line, to be changed. */
export function lineDraftOf(line: BlueprintLine, id: number): LineDraft {
  const [easiest, hardest] = line.difficulty;
  return {
    id,
    category: line.category ?? "",
    kind: line.kind ?? "",
    easiest: String(easiest),
    hardest: String(hardest),
    count: String(line.count),
    points: String(line.worth / POINT_MILLI),
  };
}

/** The fields filled from a contest. */
export function draftOf({ rules, ...start }: ContestStart): Draft {
  const integrity = integrityOf(rules);
  const { counts, multipleMode, shuffleQuestions, shuffleOptions, review, board } = rules;
  return {
    title: start.title,
    intro: start.intro,
    branchId: String(start.branchId),
    tags: start.audienceTags.join("、"),
    opensAt: wallTimeOf(start.opensAt),
    closesAt: wallTimeOf(start.closesAt),
    freezeAt: start.freezeAt ? wallTimeOf(start.freezeAt) : "",
    limitMinutes: String(rules.limitMs / MINUTE_MS),
    allowanceSeconds: String(rules.allowanceMs / SECOND_MS),
    earliestMinutes: String(rules.earliestHandInMs / MINUTE_MS),
    lobbyMinutes: String(rules.lobbyMs / MINUTE_MS),
    attempts: String(rules.attempts),
    delayMinutes: String(rules.delayMs / MINUTE_MS),
    passPercent: rules.passPercent === null ? "" : String(rules.passPercent),
    counts,
    multipleMode,
    shuffleQuestions,
    shuffleOptions,
    ...review,
    ...stageFieldsOf(rules),
    ...formatFieldsOf(rules),
    ...rehearsalFieldsOf(rules, start.opensAt),
    moves: board.moves,
    names: board.names,
    view: viewOf(board),
    places: board.places === null ? "" : String(board.places),
    branches: board.branches,
    branchFormula: board.branchFormula,
    topN: String(board.topN),
    recordsLeaving: integrity.leave === "record",
    toleranceSeconds: String(integrity.toleranceMs / SECOND_MS),
    handInAfter: integrity.handInAfter === null ? "" : String(integrity.handInAfter),
    watermark: integrity.watermark,
    lines: start.blueprint.map(lineDraftOf),
    paperId: start.paper ? String(start.paper.id) : "",
  };
}
