import { Hourglass } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "#ui/badge.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { TimeText } from "#ui/time-text.tsx";

type Version = Readonly<{
  number: number;
  title: string;
  characters: number;
  createdAt: Date;
  createdBy: string | null;
  published: boolean;
  reviewed: boolean;
  waits: boolean;
}>;
type Props = Readonly<{ slug: string; versions: readonly Version[]; isShown: boolean }>;

/** Every wording with its author and hour; members can be given an older one again. */
export function VersionList({ slug, versions, isShown }: Props): ReactNode {
  const t = useTranslations("materialDesk");
  return (
    <ol className="grid">
      {versions.map(({ number, title, characters, createdAt, createdBy, published, reviewed, waits }) => (
        <li key={number} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-line border-b py-2">
          <span className="grid min-w-0 gap-0.5">
            <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="font-medium">{t("version", { number })}</span>
              {published && <Badge tone={isShown ? "pine" : "plain"}>{t(isShown ? "membersRead" : "membersReadLast")}</Badge>}
              {waits && (
                <Badge tone="indigo" icon={Hourglass}>
                  {t("states.in_review")}
                </Badge>
              )}
              <span lang="zh-CN">{title}</span>
            </span>
            <span className="text-muted text-sm">
              <TimeText at={createdAt} form="dated" /> · {createdBy ?? t("nobody")} · {t("characters", { count: characters })}
            </span>
          </span>
          {!published && reviewed && (
            <form method="post" action={`/api/desk/materials/${slug}/publish`}>
              <input type="hidden" name="number" value={number} />
              <input type="hidden" name="next" value={`/desk/materials/${slug}?done=published`} />
              <SubmitButton look="secondary" compact>
                {t("goBack")}
              </SubmitButton>
            </form>
          )}
        </li>
      ))}
    </ol>
  );
}
