/** How an organisation lets its offices see who did what: not at all, after a reason, or plainly. */
export const NAME_RULES = ["aggregate", "reason", "named"] as const;
export type NameRule = (typeof NAME_RULES)[number];

/** What a viewer sees right now: names, names because a reason was given, or counts alone. */
export type NamesAccess = "named" | "reason-given" | "aggregate";

/** A reason holds for an hour. */
export const REASON_HOLDS_MS = 3_600_000;

const isRule = (value: unknown): value is NameRule => NAME_RULES.some((rule) => rule === value);

/** The rule in force. Light-burden mode never shows names plainly, whatever was chosen before it was switched on (B1). */
export function nameRuleOf({
  lightBurden,
  policies,
}: Readonly<{ lightBurden: boolean; policies: Readonly<Record<string, unknown>> }>): NameRule {
  const chosen = policies["studyNames"];
  if (lightBurden) return chosen === "reason" ? "reason" : "aggregate";
  return isRule(chosen) ? chosen : "named";
}
