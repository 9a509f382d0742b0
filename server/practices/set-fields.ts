import { z } from "zod";
import { blueprintSchema } from "#domain/contests/rules.ts";
import { blankable, idSchema, lineSchema, textSchema } from "#server/input-schemas.ts";

export const SET_KINDS = ["topic", "weekly", "mock"] as const;
const MOST_QUESTIONS = 100;

/** What is filled in of a set: chosen questions in their order, or of a mock exam what it draws, for how long, and its pass line. */
export const setFields = {
  title: lineSchema(120),
  intro: z.union([z.literal(""), textSchema(500)]).default(""),
  /** Whose people may practise it, with everybody below. */
  branchId: idSchema,
  kind: z.enum(SET_KINDS),
  questionIds: z.array(idSchema).max(MOST_QUESTIONS).default([]),
  blueprint: blueprintSchema.nullable().default(null),
  limitMinutes: blankable(z.coerce.number().int().min(1).max(240).nullable()),
  passPercent: blankable(z.coerce.number().int().min(0).max(100).nullable()),
  opensAt: blankable(z.coerce.date().nullable()),
  closesAt: blankable(z.coerce.date().nullable()),
};
export type SetFields = z.output<z.ZodObject<typeof setFields>>;

/** The checks that concern several fields at once. A weekly set has its week. */
export function checkSet(
  { kind, questionIds, blueprint, limitMinutes, passPercent, opensAt, closesAt }: SetFields,
  check: z.RefinementCtx,
) {
  const add = (path: string, message: string) => check.addIssue({ code: "custom", path: [path], message });
  if (opensAt && closesAt && opensAt >= closesAt) add("closesAt", "closes-before-it-opens");
  if (kind === "weekly" && !opensAt) add("opensAt", "weekly-window");
  if (kind === "weekly" && !closesAt) add("closesAt", "weekly-window");
  if (kind !== "mock") {
    if (questionIds.length === 0) add("questionIds", "set-empty");
    if (new Set(questionIds).size < questionIds.length) add("questionIds", "question-twice");
    return;
  }
  if (!blueprint) add("blueprint", "set-empty");
  if (!limitMinutes) add("limitMinutes", "invalid_type");
  if (passPercent === undefined || passPercent === null) add("passPercent", "invalid_type");
}

/** The fields as the table has them: a mock exam has nothing chosen, and nothing else has a blueprint. */
export function columnsOfSet({ title, intro, branchId, kind, questionIds, blueprint, limitMinutes, passPercent, ...window }: SetFields) {
  const isMock = kind === "mock";
  return {
    ...{ title, intro, branchId, kind },
    questionIds: isMock ? [] : questionIds,
    blueprint: isMock ? blueprint : null,
    limitMs: isMock && limitMinutes ? limitMinutes * 60_000 : null,
    passPercent: isMock ? (passPercent ?? null) : null,
    opensAt: window.opensAt ?? null,
    closesAt: window.closesAt ?? null,
  };
}
