import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "#ui/badge.tsx";
import { Section } from "#ui/page.tsx";
import { TimeText } from "#ui/time-text.tsx";

type Line = Readonly<{ nomineeId: number; title: string; votes: number; place: number; isTied: boolean; isChosen: boolean }>;

/** A counted vote: every book with its votes, ties as ties. */
export function VoteResult({ result }: { result: Readonly<{ countedAt: Date; lines: readonly Line[] }> }): ReactNode {
  const t = useTranslations("groups");
  return (
    <Section title={t("result")} aside={<TimeText at={result.countedAt} form="day" />}>
      {result.lines.length === 0 && <p className="text-muted">{t("nobodyVoted")}</p>}
      <ol className="grid gap-1">
        {result.lines.map(({ nomineeId, title, votes, place, isTied, isChosen }) => (
          <li key={nomineeId} className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 border-line border-b">
            <span className="wrap-anywhere min-w-0">
              <span className="tabular me-3 text-muted">{t(isTied && votes > 0 ? "placeTied" : "placeAlone", { place })}</span>
              {title}
            </span>
            <span className="flex items-center gap-2">
              {isChosen && <Badge tone="pine">{t("chosen")}</Badge>}
              <span className="tabular">{t("voteCount", { count: votes })}</span>
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
