import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { AwardTable } from "#app/contests/award-table.tsx";
import { PromotionTable } from "#app/contests/promotion-table.tsx";
import { getAwards } from "#server/awards/get-awards.ts";
import { getPromotion } from "#server/stages/get-promotion.ts";
import { Empty } from "#ui/empty.tsx";
import { TimeText } from "#ui/time-text.tsx";

/** Who goes on, as it was published. */
export async function PromotionList({ slug }: { slug: string }): Promise<ReactNode> {
  const [t, { promotion }] = await Promise.all([getTranslations("stages"), ask(getPromotion, { slug })]);
  if (promotion === null) return <Empty title={t("notYet")} />;
  const { number, publishedAt, reason, rows } = promotion;
  return (
    <div className="grid gap-4">
      <p className="text-muted">{t.rich("publishedAs", { number, at: () => <TimeText at={publishedAt} form="dated" /> })}</p>
      {reason && <p>{t("because", { reason })}</p>}
      <PromotionTable rows={rows} caption={t("published")} empty={null} />
    </div>
  );
}

/** Who won what, as it was settled. */
export async function AwardList({ slug }: { slug: string }): Promise<ReactNode> {
  const [t, { granted }] = await Promise.all([getTranslations("awards"), ask(getAwards, { slug })]);
  if (granted === null) return <Empty title={t("notYet")} />;
  return <AwardTable rows={granted.rows} caption={t("granted")} empty={null} />;
}
