import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { RacePage } from "./page.tsx";

type Props = Readonly<{ trail: RacePage["trail"]; hrefOf: (branchId: number, at: number) => string }>;

/** The way from the whole campaign down to the branch whose own branches run; those above that one may look into are links. */
export function RaceTrail({ trail, hrefOf }: Props): ReactNode {
  const t = useTranslations("race");
  return (
    <nav aria-label={t("trail")}>
      <ol className="flex flex-wrap items-center gap-x-2 text-sm">
        {trail.map(({ id, name }, at) => (
          <li key={name} className="flex items-center gap-2">
            {at > 0 && (
              <span aria-hidden className="text-muted">
                ›
              </span>
            )}
            {id !== null && at < trail.length - 1 ? (
              <Link href={hrefOf(id, at)} lang="zh-CN" className="inline-flex min-h-11 items-center text-seal hover:underline">
                {name}
              </Link>
            ) : (
              <span lang="zh-CN" aria-current={at === trail.length - 1 ? "page" : undefined} className="inline-flex min-h-11 items-center">
                {name}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
