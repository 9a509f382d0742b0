import { Award, Route, Users } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ContestRules } from "#domain/contests/rules.ts";
import { LinkButton } from "#ui/button.tsx";
import { Section } from "#ui/page.tsx";
import { CopyForm } from "./copy-form.tsx";

type Props = Readonly<{ slug: string; title: string; phase: string; rules: Pick<ContestRules, "team" | "promotion" | "awards"> }>;

/** Where teams, promotion and awards of a contest are looked after, as far as its rules know of them; and holding it once more. */
export function StageLinks({ slug, title, phase, rules }: Props): ReactNode {
  const t = useTranslations("stages");
  const tTeams = useTranslations("teams.desk");
  const tAwards = useTranslations("awards");
  const path = `/desk/contests/${slug}`;
  const isOut = phase !== "draft" && phase !== "cancelled";
  const links = [
    { href: `${path}/teams`, label: tTeams("title"), Icon: Users, shown: rules.team !== undefined },
    { href: `${path}/promotion`, label: t("title"), Icon: Route, shown: rules.promotion !== undefined },
    { href: `${path}/awards`, label: tAwards("title"), Icon: Award, shown: rules.awards !== undefined },
  ].filter(({ shown }) => shown);
  if (links.length === 0 && !isOut) return null;
  return (
    <Section title={t("links")}>
      <div className="no-print flex flex-wrap gap-2">
        {links.map(({ href, label, Icon }) => (
          <LinkButton key={href} href={href} compact>
            <Icon aria-hidden className="size-4" />
            {label}
          </LinkButton>
        ))}
        {isOut && <CopyForm slug={slug} title={title} />}
      </div>
    </Section>
  );
}
