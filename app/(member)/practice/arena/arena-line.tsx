import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ArenaPhase } from "#ui/arena-phase.tsx";
import { LinkCard } from "#ui/card.tsx";
import { TimeText } from "#ui/time-text.tsx";

type Line = Readonly<{
  id: number;
  title: string;
  branchName: string;
  opensAt: Date;
  closesAt: Date;
  phase: "coming" | "running" | "over" | "cancelled";
}>;

/** An arena in a list: what it is called, whose it is, from when to when. */
export function ArenaLine({ arena: { id, title, branchName, opensAt, closesAt, phase } }: { arena: Line }): ReactNode {
  const t = useTranslations("arena");
  return (
    <LinkCard
      href={`/practice/arena/${id}`}
      title={<span lang="zh-CN">{title}</span>}
      lead={t.rich("window", {
        branch: branchName,
        opens: () => <TimeText at={opensAt} />,
        closes: () => <TimeText at={closesAt} />,
      })}
      aside={<ArenaPhase phase={phase} />}
    />
  );
}
