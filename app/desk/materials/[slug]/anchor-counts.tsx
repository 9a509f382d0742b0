import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { getAnchorCounts } from "#server/annotations/get-anchor-counts.ts";
import { TimeText } from "#ui/time-text.tsx";

const HOW = ["range", "position", "quote", "orphan"] as const;

/** How readers' annotations were found again after the last publication; nothing while there was no second one. */
export async function AnchorCounts({ slug }: { slug: string }): Promise<ReactNode> {
  const [t, { last }] = await Promise.all([getTranslations("annotations.desk"), ask(getAnchorCounts, { slug })]);
  if (!last) return null;
  const { counts, askedAt } = last;
  return (
    <p className="tabular flex flex-wrap items-baseline gap-x-4 gap-y-1 text-sm">
      <span className="font-medium">{t("title")}</span>
      <span className="text-muted">
        <TimeText at={askedAt} form="dated" />
      </span>
      {counts ? (
        HOW.map((how) => <span key={how}>{t(how, { count: counts[how] })}</span>)
      ) : (
        <span className="text-muted">{t("waiting")}</span>
      )}
    </p>
  );
}
