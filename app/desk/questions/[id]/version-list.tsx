import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "#ui/badge.tsx";
import { TimeText } from "#ui/time-text.tsx";

type Version = Readonly<{ number: number; createdAt: Date; createdBy: string | null }>;
type Props = Readonly<{ id: number; versions: readonly Version[]; shown: number; published: number | null }>;

/** Every wording with its author and hour; a press shows it above. */
export function VersionList({ id, versions, shown, published }: Props): ReactNode {
  const t = useTranslations("questionDesk");
  return (
    <ol className="grid">
      {versions.map(({ number, createdAt, createdBy }) => (
        <li key={number} className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-b py-1">
          <Link
            href={`/desk/questions/${id}?version=${number}`}
            aria-current={number === shown ? "true" : undefined}
            className="inline-flex min-h-11 items-center font-medium underline-offset-4 hover:text-seal hover:underline aria-[current=true]:text-seal"
          >
            {t("version", { number })}
          </Link>
          {number === shown && <Badge>{t("shownNow")}</Badge>}
          {number === published && <Badge tone="pine">{t("inUse")}</Badge>}
          <span className="text-muted text-sm">
            <TimeText at={createdAt} form="dated" /> · {createdBy ?? t("nobody")}
          </span>
        </li>
      ))}
    </ol>
  );
}
