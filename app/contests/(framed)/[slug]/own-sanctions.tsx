import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { pointsText } from "#app/contests/points-text.ts";
import { listMySanctions } from "#server/integrity/list-my-sanctions.ts";
import { Notice } from "#ui/notice.tsx";

/** What was decided about oneself in a contest, why, and where to appeal. Nothing where nothing was. */
export async function OwnSanctions({ slug }: { slug: string }): Promise<ReactNode> {
  const [t, { sanctions }] = await Promise.all([getTranslations("integrity"), ask(listMySanctions, { slug })]);
  if (sanctions.length === 0) return null;
  return (
    <div id="sanctions" className="grid gap-3">
      {sanctions.map(({ id, kind, milli, reason, liftedAt, liftReason }) => (
        <Notice
          key={id}
          kind={liftedAt ? "info" : "warning"}
          title={kind === "points" ? t("own.points", { points: pointsText(milli) }) : t(`own.${kind}`)}
        >
          <p lang="zh-CN">{t("own.reason", { reason })}</p>
          {liftedAt ? (
            <p lang="zh-CN">{t("own.lifted", { reason: liftReason })}</p>
          ) : (
            <p>
              <Link href="/me/complaints" className="underline underline-offset-4">
                {t("own.appeal")}
              </Link>
            </p>
          )}
        </Notice>
      ))}
    </div>
  );
}
