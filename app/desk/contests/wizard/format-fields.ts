import type { FormatKind } from "#domain/contests/format.ts";
import { dailyFormatSchema, icpcFormatSchema, ioiFormatSchema, kindOf, survivalFormatSchema } from "#domain/contests/format.ts";
import type { ContestRules } from "#domain/contests/rules.ts";
import { MINUTE_MS, SECOND_MS } from "./field-units.ts";

/** What the wizard's fields hold of how a contest is played. */
export type FormatFields = {
  format: FormatKind;
  perDay: string;
  /** "": every day counts. */
  bestDays: string;
  questionSeconds: string;
  lives: string;
  tries: string;
  ioiTies: "time" | "shared";
  penaltyMinutes: string;
};

const USUAL = {
  daily: dailyFormatSchema.parse({ kind: "daily" }),
  survival: survivalFormatSchema.parse({ kind: "survival" }),
  ioi: ioiFormatSchema.parse({ kind: "ioi" }),
  icpc: icpcFormatSchema.parse({ kind: "icpc" }),
};

/** The fields filled from rules; of the formats they do not name, from what is usual. */
export function formatFieldsOf({ format }: Pick<ContestRules, "format">): FormatFields {
  const { perDay, bestDays } = format?.kind === "daily" ? format : USUAL.daily;
  const { perQuestionMs, lives } = format?.kind === "survival" ? format : USUAL.survival;
  const { tries } = format?.kind === "ioi" || format?.kind === "icpc" ? format : USUAL.ioi;
  const { ties } = format?.kind === "ioi" ? format : USUAL.ioi;
  const { penaltyMs } = format?.kind === "icpc" ? format : USUAL.icpc;
  return {
    ...{ format: kindOf({ format }), perDay: String(perDay), bestDays: bestDays === null ? "" : String(bestDays) },
    ...{ questionSeconds: String(perQuestionMs / SECOND_MS), lives: String(lives), tries: String(tries), ioiTies: ties },
    penaltyMinutes: String(penaltyMs / MINUTE_MS),
  };
}

const countOf = (typed: string): number | null => (typed.trim() === "" || !Number.isFinite(Number(typed)) ? null : Number(typed));
const timeOf = (typed: string, unit: number): number | null => {
  const value = countOf(typed);
  return value === null ? null : Math.round(value * unit);
};

/** The format as the verbs take it; of the usual one nothing is said. */
export function formatRulesOf(fields: FormatFields) {
  const { format: kind, perDay, bestDays, questionSeconds, lives, tries, ioiTies: ties, penaltyMinutes } = fields;
  switch (kind) {
    case "standard":
      return {};
    case "daily":
      return { format: { kind, perDay: countOf(perDay), bestDays: countOf(bestDays) } };
    case "survival":
      return { format: { kind, perQuestionMs: timeOf(questionSeconds, SECOND_MS), lives: countOf(lives) } };
    case "ioi":
      return { format: { kind, tries: countOf(tries), ties } };
    case "icpc":
      return { format: { kind, tries: countOf(tries), penaltyMs: timeOf(penaltyMinutes, MINUTE_MS) } };
  }
}
