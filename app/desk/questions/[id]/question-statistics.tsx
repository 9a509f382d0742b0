import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AnswerBars } from "#app/desk/contests/[slug]/statistics/answer-bars.tsx";
import { FigureText } from "#app/desk/contests/[slug]/statistics/figure-text.tsx";
import { ItemFlags } from "#app/desk/contests/[slug]/statistics/item-flags.tsx";
import type { ItemLine } from "#server/statistics/item-line.ts";

const SHOWN = ["facility", "discrimination", "efficiency", "guess"] as const;

/** How each wording of a question did in contests that are over, newest wording first. */
export function QuestionStatistics({ versions }: { versions: readonly ItemLine[] }): ReactNode {
  const t = useTranslations("statistics");
  if (versions.length === 0) return <p className="text-muted">{t("ofQuestionNone")}</p>;
  return (
    <ol className="grid gap-6">
      {versions.map((line) => (
        <li key={line.versionId} className="grid gap-3">
          <p className="flex flex-wrap items-center gap-3">
            <span className="font-semibold">{t("version", { number: line.number })}</span>
            <span className="text-muted text-sm">{t("people", { count: line.attempts })}</span>
            <ItemFlags flags={line.flags} />
          </p>
          {line.isEnough ? (
            <div className="grid gap-4 sm:grid-cols-2">
              <dl className="grid grid-cols-[auto_1fr] content-start gap-x-4 gap-y-1">
                {SHOWN.map((name) => (
                  <div key={name} className="contents">
                    <dt className="text-muted">{t(`columns.${name}`)}</dt>
                    <dd className="text-end">
                      <FigureText value={line[name]} />
                    </dd>
                  </div>
                ))}
              </dl>
              <AnswerBars line={line} />
            </div>
          ) : (
            <p className="text-muted">{t("tooFew")}</p>
          )}
        </li>
      ))}
    </ol>
  );
}
