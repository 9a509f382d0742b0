import { Users } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, refusedOf, type Search } from "#app/_http/refused.ts";
import { DoneNotice } from "#app/desk/done-notice.tsx";
import { listTeamsDesk } from "#server/teams/list-teams-desk.ts";
import { Badge } from "#ui/badge.tsx";
import { Card } from "#ui/card.tsx";
import { Empty } from "#ui/empty.tsx";
import { Page, Section } from "#ui/page.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { Words } from "#ui/words.tsx";
import { ChangeTeam, type DeskTeam } from "./change-team.tsx";
import { TeamImport } from "./team-import.tsx";

type Props = { params: Promise<{ slug: string }>; searchParams: Search };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("teams.desk"))("title") };
}

/** The teams of a contest: who is in them, what an organizer changes, and the list they are registered from. */
export default async function TeamsDeskPage({ params, searchParams }: Props): Promise<ReactNode> {
  const [t, { slug }, query, refused] = await Promise.all([
    getTranslations("teams.desk"),
    params,
    searchParams,
    refusedOf(searchParams, []),
  ]);
  const { contest, rules, teams, divisions } = await ask(listTeamsDesk, { slug });
  const people = teams.reduce((sum, { members }) => sum + members.length, 0);
  return (
    <Page
      title={t("of", { title: contest.title })}
      back={{ href: `/desk/contests/${slug}`, label: contest.title }}
      lead={t("lead")}
      width="wide"
    >
      <RefusalNotice code={refused.code} />
      <DoneNotice sentence={oneOf(query["done"]) === "changed" ? t("saved") : undefined} refused={oneOf(query["refused"])} />
      <Section title={t("title")} aside={teams.length > 0 && t("count", { teams: teams.length, people })}>
        {teams.length === 0 ? (
          <Empty title={t("none")} icon={Users}>
            {t(rules ? "noneLead" : "persons")}
          </Empty>
        ) : (
          <Words names={["teams", "common"]}>
            <ul className="grid items-start gap-4 md:grid-cols-2 xl:grid-cols-3">
              {teams.map((team) => (
                <li key={team.id}>
                  <TeamSheet slug={slug} team={team} divisions={divisions} />
                </li>
              ))}
            </ul>
          </Words>
        )}
      </Section>
      {rules && (
        <Section title={t("import")}>
          <Words names={["teams", "importProblems", "refusals"]}>
            <TeamImport slug={slug} />
          </Words>
        </Section>
      )}
    </Page>
  );
}

async function TeamSheet({ slug, team, divisions }: { slug: string; team: DeskTeam; divisions: readonly string[] }): Promise<ReactNode> {
  const t = await getTranslations("teams");
  return (
    <Card title={team.name} aside={team.tooSmall ? <Badge tone="amber">{t("desk.tooSmall")}</Badge> : t(team.fixed ? "fixed" : "open")}>
      <p className="text-muted text-sm">
        {[team.branchName, team.division, t("desk.code", { code: team.code })].filter(Boolean).join(" · ")}
      </p>
      <ul aria-label={t("members")} className="grid gap-1">
        {team.members.map((member) => (
          <li key={member.personId} className="flex flex-wrap items-baseline gap-x-2">
            <span>{member.name}</span>
            <span className="text-muted text-sm">
              {[t(`roles.${member.role}`), member.staffNo, member.played ? t("desk.played") : ""].filter(Boolean).join(" · ")}
            </span>
          </li>
        ))}
      </ul>
      <ChangeTeam slug={slug} team={team} divisions={divisions} />
    </Card>
  );
}
