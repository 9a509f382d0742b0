import { type LineDraft, lineDraftOf } from "#app/desk/contests/wizard/draft.ts";
import { blueprintOf } from "#app/desk/contests/wizard/draft-body.ts";
import { MINUTE_MS } from "#app/desk/contests/wizard/field-units.ts";
import { instantOf, wallTimeOf } from "#app/desk/contests/wizard/wall-time.ts";
import type { Blueprint } from "#domain/contests/rules.ts";
import { MOCK_PASS_PERCENT } from "#domain/practices/modes.ts";

export type SetKind = "topic" | "weekly" | "mock";
export type ChosenQuestion = Readonly<{ id: number; stem: string; isFit: boolean }>;

/** A set as it is typed. */
export type SetDraft = Readonly<{
  title: string;
  intro: string;
  branchId: string;
  kind: SetKind;
  opensAt: string;
  closesAt: string;
  questions: readonly ChosenQuestion[];
  lines: readonly LineDraft[];
  limitMinutes: string;
  passPercent: string;
}>;

const firstLine: LineDraft = { id: 0, category: "", kind: "", easiest: "1", hardest: "5", count: "20", points: "5" };

/** An empty set of a branch. */
export const freshSet = (branchId: number): SetDraft => ({
  ...{ title: "", intro: "", branchId: String(branchId), kind: "topic", opensAt: "", closesAt: "" },
  ...{ questions: [], lines: [firstLine], limitMinutes: "30", passPercent: String(MOCK_PASS_PERCENT) },
});

type Written = Readonly<{
  title: string;
  intro: string;
  branchId: number;
  kind: SetKind;
  questions: readonly ChosenQuestion[];
  blueprint: Blueprint | null;
  limitMs: number | null;
  passPercent: number | null;
  opensAt: Date | null;
  closesAt: Date | null;
}>;

/** A written set, to be changed. */
export function draftOfSet({
  title,
  intro,
  branchId,
  kind,
  questions,
  blueprint,
  limitMs,
  passPercent,
  opensAt,
  closesAt,
}: Written): SetDraft {
  const fresh = freshSet(branchId);
  return {
    ...{ title, intro, branchId: String(branchId), kind, questions },
    opensAt: opensAt ? wallTimeOf(opensAt) : "",
    closesAt: closesAt ? wallTimeOf(closesAt) : "",
    lines: blueprint ? blueprint.map(lineDraftOf) : fresh.lines,
    limitMinutes: limitMs === null ? fresh.limitMinutes : String(limitMs / MINUTE_MS),
    passPercent: passPercent === null ? fresh.passPercent : String(passPercent),
  };
}

/** What is sent: of a mock exam what it draws, of the others what was chosen. */
export function bodyOfSet({ title, intro, branchId, kind, questions, lines, limitMinutes, passPercent, opensAt, closesAt }: SetDraft) {
  const isMock = kind === "mock";
  return {
    ...{ title: title.trim(), intro: intro.trim(), branchId: Number(branchId), kind },
    ...{ opensAt: instantOf(opensAt), closesAt: instantOf(closesAt) },
    questionIds: isMock ? [] : questions.map(({ id }) => id),
    blueprint: isMock ? blueprintOf(lines) : null,
    limitMinutes: isMock ? limitMinutes : null,
    passPercent: isMock ? passPercent : null,
  };
}
