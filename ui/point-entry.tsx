import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Cap } from "#domain/points/grant.ts";
import type { EntryRule, PointRule } from "#domain/points/rules.ts";
import { classNames } from "./class-names.ts";
import { DayText } from "./day-text.tsx";

export type PointEntryFacts = Readonly<{
  id: number;
  rule: EntryRule;
  day: string;
  earned: number;
  granted: number;
  corrects: Readonly<{ id: number; rule: EntryRule }> | null;
  title: string | null;
  path: string | null;
  share: number | null;
  cutBy: Cap | null;
  reason: string | null;
}>;

/** What a rule is called; what corrects is called after nothing but itself. */
const isPaying = (rule: EntryRule | undefined): rule is PointRule =>
  rule !== undefined && rule !== "correction" && rule !== "ruling" && rule !== "taken-back";

/** One entry of the ledger: how many points, what for, what cut it, and its number. Needs the namespace `points`. */
export function PointEntry({ entry }: { entry: PointEntryFacts }): ReactNode {
  const [t, format] = [useTranslations("points"), useFormatter()];
  const { id, rule, granted, earned, corrects, title, path, share, cutBy, reason, day } = entry;
  const what = isPaying(corrects?.rule) ? t(`names.${corrects.rule}`) : "";
  const sentence = t(`entry.${rule}`, {
    ...{ id: corrects?.id ?? id, what, title: title ?? "", reason: reason ?? "" },
    share: format.number((share ?? 0) / 10_000, { style: "percent", maximumFractionDigits: 2 }),
  });
  return (
    <li className="flex items-baseline gap-4 border-line border-b py-3 last:border-b-0">
      <span className={classNames("tabular w-12 flex-none text-end font-semibold", granted > 0 ? "text-pine" : "text-muted")}>
        {granted === 0 ? 0 : granted < 0 ? t("taken", { points: -granted }) : t("granted", { points: granted })}
      </span>
      <div className="min-w-0 flex-1">
        <p className="[overflow-wrap:anywhere]">
          {path === null ? (
            sentence
          ) : (
            <Link href={path} className="underline decoration-line underline-offset-4 hover:decoration-ink">
              {sentence}
            </Link>
          )}
        </p>
        {cutBy !== null && <p className="text-amber text-sm">{t(`cut.${cutBy}`, { earned, granted })}</p>}
        <p className="flex flex-wrap gap-x-3 text-muted text-sm">
          <DayText day={day} />
          <span className="tabular">{t("number", { id })}</span>
        </p>
      </div>
    </li>
  );
}
