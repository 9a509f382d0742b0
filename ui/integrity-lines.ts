import type { useTranslations } from "next-intl";
import type { ContestRules } from "#domain/contests/rules.ts";
import { integrityOf } from "#domain/integrity/absences.ts";

/** What the rules say of honesty, a sentence each, for the printed rules. Speaks the namespace `rules`. */
export function integrityLines(t: ReturnType<typeof useTranslations<"rules">>, rules: ContestRules): string[] {
  const { leave, toleranceMs, handInAfter, watermark } = integrityOf(rules);
  const lines = [t("integrity.oneDevice")];
  if (leave === "off") lines.push(t("integrity.unrecorded"));
  else {
    lines.push(t("integrity.recorded", { seconds: toleranceMs / 1_000 }));
    lines.push(
      handInAfter === null ? t("integrity.neverHandsIn") : t("integrity.handsIn", { count: handInAfter, seconds: toleranceMs / 1_000 }),
    );
  }
  if (watermark) lines.push(t("integrity.watermark"));
  return [...lines, t("integrity.flags"), t("integrity.pause")];
}
