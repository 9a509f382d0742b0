import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "#ui/badge.tsx";
import { LinkCard } from "#ui/card.tsx";
import { TimeText } from "#ui/time-text.tsx";

type Group = Readonly<{
  slug: string;
  name: string;
  branch: string;
  role: "leader" | "deputy" | "member" | null;
  leader: string | null;
  members: number;
  nextAt: Date | null;
}>;

/** One group in a list: who leads it, how many belong to it, when it meets next. */
export function GroupCard({ group }: { group: Group }): ReactNode {
  const t = useTranslations("groups");
  const { slug, name, branch, role, leader, members, nextAt } = group;
  return (
    <LinkCard
      href={`/groups/${slug}`}
      title={name}
      lead={
        <span className="flex flex-wrap gap-x-3">
          <span>{branch}</span>
          {leader && <span>{t("ledBy", { name: leader })}</span>}
          <span>{t("size", { count: members })}</span>
          {nextAt && <span>{t.rich("nextAt", { at: () => <TimeText at={nextAt} /> })}</span>}
        </span>
      }
      aside={role && role !== "member" && <Badge tone="indigo">{t(`roles.${role}`)}</Badge>}
    />
  );
}
