import type { Draft, LineDraft } from "./draft.ts";
import { MINUTE_MS, POINT_MILLI, SECOND_MS } from "./field-units.ts";
import { formatRulesOf } from "./format-fields.ts";
import { rehearsalRulesOf } from "./rehearsal-fields.ts";
import { stageRulesOf } from "./stage-fields.ts";
import { instantOf } from "./wall-time.ts";

/** A field's number in the units of the verb, rounded to whole ones; null when nothing readable was typed, and the verb refuses it. */
function numberOf(typed: string, unit = 1): number | null {
  const value = Number(typed.trim());
  return typed.trim() === "" || !Number.isFinite(value) ? null : Math.round(value * unit);
}

/** A whole number stays as typed, so that 1.5 people is refused and not made into two. */
function countOf(typed: string): number | null {
  const value = Number(typed.trim());
  return typed.trim() === "" || !Number.isFinite(value) ? null : value;
}

const lineOf = ({ category, kind, easiest, hardest, count, points }: LineDraft) => ({
  category: category === "" ? null : category,
  kind: kind === "" ? null : kind,
  difficulty: [Number(easiest), Number(hardest)],
  count: countOf(count),
  worth: numberOf(points, POINT_MILLI),
});

/** The blueprint as the verbs take it. */
export const blueprintOf = (lines: readonly LineDraft[]) => lines.map(lineOf);

/** A tolerance that is not on the page, or not readable while nothing is recorded, is the usual one. */
const integrityOf = ({ recordsLeaving, toleranceSeconds, handInAfter, watermark }: Draft) => ({
  leave: recordsLeaving ? "record" : "off",
  toleranceMs: numberOf(toleranceSeconds, SECOND_MS) ?? (recordsLeaving ? null : 5_000),
  handInAfter: !recordsLeaving || handInAfter.trim() === "" ? null : countOf(handInAfter),
  watermark,
});

/** The rules as the verbs take them. */
export function rulesOf(draft: Draft) {
  const { counts, multipleMode, shuffleQuestions, shuffleOptions, score, answers, keys, moves, names, view, branches, branchFormula } =
    draft;
  // An emptied field that is no longer on the page must not stand in the way of saving.
  const once = countOf(draft.format === "daily" ? draft.perDay : draft.attempts) === 1;
  return {
    limitMs: numberOf(draft.limitMinutes, MINUTE_MS),
    allowanceMs: numberOf(draft.allowanceSeconds, SECOND_MS),
    attempts: countOf(draft.attempts),
    delayMs: numberOf(draft.delayMinutes, MINUTE_MS) ?? (once ? 0 : null),
    counts,
    multipleMode,
    shuffleQuestions,
    shuffleOptions,
    earliestHandInMs: numberOf(draft.earliestMinutes, MINUTE_MS),
    lobbyMs: numberOf(draft.lobbyMinutes, MINUTE_MS),
    passPercent: draft.passPercent.trim() === "" ? null : countOf(draft.passPercent),
    ...formatRulesOf(draft),
    ...rehearsalRulesOf(draft),
    ...stageRulesOf(draft),
    review: { score, answers, keys },
    board: {
      moves,
      names,
      view,
      places: draft.places.trim() === "" ? null : countOf(draft.places),
      branchFormula,
      topN: countOf(draft.topN) ?? (branchFormula === "top_n_mean" ? null : 5),
      branches,
    },
    integrity: integrityOf(draft),
  };
}

/** The moment of the freeze; none where the board moves only when all is over, and so the field is not on the page. */
export const freezeOf = ({ freezeAt, moves }: Draft): string | null =>
  freezeAt === "" || moves !== "hand-in" ? null : instantOf(freezeAt);

/** What is sent: the fields in the verb's units and names. */
export function bodyOf(draft: Draft) {
  return {
    title: draft.title.trim(),
    intro: draft.intro,
    branchId: countOf(draft.branchId),
    audienceTags: [...new Set(draft.tags.split(/[,，、;；]/).map((tag) => tag.trim()))].filter((tag) => tag !== ""),
    opensAt: instantOf(draft.opensAt),
    closesAt: instantOf(draft.closesAt),
    freezeAt: freezeOf(draft),
    rules: rulesOf(draft),
    blueprint: blueprintOf(draft.lines),
    paperId: draft.paperId === "" ? null : Number(draft.paperId),
  };
}
