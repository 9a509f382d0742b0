import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "#ui/badge.tsx";
import { DataTable } from "#ui/table.tsx";
import { TimeText } from "#ui/time-text.tsx";

export type OwnAttempt = { id: number; number: number; state: string; startedAt: Date; finishedAt: Date | null; resultOpen: boolean };

/** One's own attempts at a contest, and the way to each result. */
export function OwnAttempts({ slug, attempts }: { slug: string; attempts: readonly OwnAttempt[] }): ReactNode {
  const t = useTranslations("contests.own");
  return (
    <DataTable
      caption={t("title")}
      rows={attempts}
      keyOf={({ id }) => String(id)}
      columns={[
        { key: "number", head: t("number"), main: true, cell: ({ number }) => t("attempt", { number }) },
        {
          key: "state",
          head: t("state"),
          cell: ({ state }) => <Badge tone={state === "in_progress" ? "seal" : "plain"}>{t(`states.${state}`)}</Badge>,
        },
        { key: "started", head: t("started"), cell: ({ startedAt }) => <TimeText at={startedAt} /> },
        { key: "finished", head: t("finished"), cell: ({ finishedAt }) => (finishedAt ? <TimeText at={finishedAt} /> : "—") },
        {
          key: "result",
          head: t("result"),
          bare: true,
          align: "end",
          cell: ({ id, state, number, resultOpen }) => (
            <Link
              href={state === "in_progress" ? `/contests/${slug}/play` : `/contests/${slug}/attempts/${id}`}
              className="inline-flex min-h-11 items-center text-seal underline underline-offset-4"
            >
              {t(state === "in_progress" ? "goOn" : resultOpen ? "seeScore" : "see")}
              <span className="sr-only">{t("attempt", { number })}</span>
            </Link>
          ),
        },
      ]}
    />
  );
}
