import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";

type Tally = Readonly<{ name: string; questions: number; worth: number }>;

/** How many questions and points a paper gives each kind, level or category, drawn as bars of its points. */
export function BalanceTable({
  title,
  tallies,
  nameOf,
}: {
  title: string;
  tallies: readonly Tally[];
  nameOf: (name: string) => string;
}): ReactNode {
  const t = useTranslations("paperDesk");
  const format = useFormatter();
  const most = Math.max(1, ...tallies.map(({ worth }) => worth));
  return (
    <div className="grid content-start gap-2">
      <h3 className="font-medium">{title}</h3>
      <ul className="grid gap-2">
        {tallies.map(({ name, questions, worth }) => (
          <li key={name} className="grid gap-1">
            <span className="flex justify-between gap-3 text-sm">
              <span lang="zh-CN">{nameOf(name)}</span>
              <span className="tabular whitespace-nowrap text-muted">
                {t("tally", { questions, points: format.number(worth / 1_000) })}
              </span>
            </span>
            <span aria-hidden className="h-2 rounded-sm bg-sunken">
              <span className="block h-2 rounded-sm bg-pine" style={{ width: `${(100 * worth) / most}%` }} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
