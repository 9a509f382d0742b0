import type { FormatKind } from "#domain/contests/format.ts";
import {
  dailyFormatSchema,
  icpcFormatSchema,
  ioiFormatSchema,
  isOneByOne,
  kindOf,
  levelsFormatSchema,
  survivalFormatSchema,
} from "#domain/contests/format.ts";
import type { ContestRules } from "#domain/contests/rules.ts";
import { MINUTE_MS, POINT_MILLI, SECOND_MS } from "./field-units.ts";

/** What the wizard's fields hold of how a contest is played. */
export type FormatFields = {
  format: FormatKind;
  perDay: string;
  /** "": every day counts. */
  bestDays: string;
  questionSeconds: string;
  lives: string;
  levels: string;
  perLevel: string;
  gatePoints: string;
  gateStepPoints: string;
  tries: string;
  ioiTies: "time" | "shared";
  penaltyMinutes: string;
};

const USUAL = {
  daily: dailyFormatSchema.parse({ kind: "daily" }),
  survival: survivalFormatSchema.parse({ kind: "survival" }),
  levels: levelsFormatSchema.parse({ kind: "levels" }),
  ioi: ioiFormatSchema.parse({ kind: "ioi" }),
  icpc: icpcFormatSchema.parse({ kind: "icpc" }),
};

/** The fields filled from rules; of the formats they do not name, from what is usual. */
export function formatFieldsOf({ format }: Pick<ContestRules, "format">): FormatFields {
  const { perDay, bestDays } = format?.kind === "daily" ? format : USUAL.daily;
  const { lives } = format?.kind === "survival" ? format : USUAL.survival;
  const { perQuestionMs } = isOneByOne(format) ? format : USUAL.survival;
  const { levels, perLevel, gateMilli, gateStepMilli } = format?.kind === "levels" ? format : USUAL.levels;
  const { tries } = format?.kind === "ioi" || format?.kind === "icpc" ? format : USUAL.ioi;
  const { ties } = format?.kind === "ioi" ? format : USUAL.ioi;
  const { penaltyMs } = format?.kind === "icpc" ? format : USUAL.icpc;
  return {
    ...{ format: kindOf({ format }), perDay: String(perDay), bestDays: bestDays === null ? "" : String(bestDays) },
    ...{ questionSeconds: String(perQuestionMs / SECOND_MS), lives: String(lives), tries: String(tries), ioiTies: ties },
    ...{ levels: String(levels), perLevel: String(perLevel) },
    ...{ gatePoints: String(gateMilli / POINT_MILLI), gateStepPoints: String(gateStepMilli / POINT_MILLI) },
    penaltyMinutes: String(penaltyMs / MINUTE_MS),
  };
}

const countOf = (typed: string): number | null => (typed.trim() === "" || !Number.isFinite(Number(typed)) ? null : Number(typed));
const scaledOf = (typed: string, unit: number): number | null => {
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
      return { format: { kind, perQuestionMs: scaledOf(questionSeconds, SECOND_MS), lives: countOf(lives) } };
    case "levels":
      return {
        format: {
          ...{ kind, levels: countOf(fields.levels), perLevel: countOf(fields.perLevel) },
          ...{ gateMilli: scaledOf(fields.gatePoints, POINT_MILLI), gateStepMilli: scaledOf(fields.gateStepPoints, POINT_MILLI) },
          perQuestionMs: scaledOf(questionSeconds, SECOND_MS),
        },
      };
    case "ioi":
      return { format: { kind, tries: countOf(tries), ties } };
    case "icpc":
      return { format: { kind, tries: countOf(tries), penaltyMs: scaledOf(penaltyMinutes, MINUTE_MS) } };
  }
}
