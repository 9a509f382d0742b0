import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Notice } from "#ui/notice.tsx";
import { TimeText } from "#ui/time-text.tsx";

type Props = Readonly<{ freezeAt: Date; mayRun: boolean; shows: "true" | "public"; path: string }>;

/** That the board stands still, and since when; an organizer is told which of the two boards this is, and where the other one is. */
export function FrozenNotice({ freezeAt, mayRun, shows, path }: Props): ReactNode {
  const t = useTranslations("boards.freeze");
  const at = () => <TimeText at={freezeAt} form="dated" />;
  if (!mayRun) return <Notice>{t.rich("member", { at })}</Notice>;
  const other = shows === "true" ? "public" : "true";
  return (
    <Notice kind={shows === "true" ? "warning" : "info"}>
      {t.rich(shows, { at })}{" "}
      <Link
        href={`${path}${path.includes("?") ? "&" : "?"}board=${other}`}
        className="inline-flex min-h-11 items-center underline underline-offset-4"
      >
        {t(`to.${other}`)}
      </Link>
    </Notice>
  );
}
