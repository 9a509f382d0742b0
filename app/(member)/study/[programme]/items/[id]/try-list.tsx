import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TimeText } from "#ui/time-text.tsx";
import type { ItemPage } from "./item-page.ts";

type Tries = NonNullable<ItemPage["quiz"]>["tries"];

/** One's earlier tries, each with the way to what was right in it. */
export function TryList({ path, tries, shown }: { path: string; tries: Tries; shown: number | undefined }): ReactNode {
  const t = useTranslations("programmes");
  return (
    <ul className="grid border-line border-t">
      {tries.map(({ attemptId, number, finishedAt, startedAt, isHandedIn }) => (
        <li key={attemptId} className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 border-line border-b">
          <span className="text-muted text-sm">
            {t.rich(isHandedIn ? "tryOf" : "tryRanOut", { number, at: () => <TimeText at={finishedAt ?? startedAt} /> })}
          </span>
          <Link
            href={`${path}?attempt=${attemptId}`}
            aria-current={attemptId === shown ? "page" : undefined}
            className="inline-flex min-h-11 items-center text-seal"
          >
            {t("look", { number })}
          </Link>
        </li>
      ))}
    </ul>
  );
}
