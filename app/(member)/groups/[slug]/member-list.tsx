import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "#ui/badge.tsx";
import { DayText } from "#ui/day-text.tsx";
import { Section } from "#ui/page.tsx";

type Member = Readonly<{
  id: number;
  name: string;
  branch: string;
  role: "leader" | "deputy" | "member";
  termEndsOn: string | null;
  termIsOver: boolean;
  timesLed: number;
}>;

/** Who belongs to the group, in which branch, and how often each has led. */
export function MemberList({ members }: { members: readonly Member[] }): ReactNode {
  const t = useTranslations("groups");
  return (
    <Section title={t("members")} aside={<span className="tabular text-muted">{members.length}</span>}>
      <ul className="grid gap-x-8 sm:grid-cols-2">
        {members.map((member) => (
          <li key={member.id} className="flex min-h-11 flex-wrap items-center justify-between gap-x-3 border-line border-b py-2">
            <span className="min-w-0">
              <span className="font-medium">{member.name}</span>
              <span className="ms-2 text-muted text-sm">{member.branch}</span>
            </span>
            <span className="flex flex-wrap items-center gap-2 text-muted text-sm">
              {member.role !== "member" && <Badge tone="indigo">{t(`roles.${member.role}`)}</Badge>}
              {member.termEndsOn && (
                <span className={member.termIsOver ? "text-seal" : undefined}>
                  {t.rich(member.termIsOver ? "termOver" : "termUntil", { day: () => <DayText day={member.termEndsOn ?? ""} /> })}
                </span>
              )}
              {t("timesLed", { count: member.timesLed })}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
