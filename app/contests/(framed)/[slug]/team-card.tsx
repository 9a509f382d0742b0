import { Lock, LockOpen } from "lucide-react";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { encode } from "uqr";
import { ask } from "#app/_http/ask.ts";
import { originOf } from "#app/_http/origin.ts";
import { plays } from "#domain/teams/membership.ts";
import { getOwnTeam } from "#server/teams/get-own-team.ts";
import type { Verb } from "#server/verb.ts";
import { Badge } from "#ui/badge.tsx";
import { Card } from "#ui/card.tsx";
import { Notice } from "#ui/notice.tsx";
import { Section } from "#ui/page.tsx";
import { Qr } from "#ui/qr.tsx";
import { Words } from "#ui/words.tsx";
import { JoinForms } from "./join-forms.tsx";
import { TeamActions } from "./team-actions.tsx";
import { TeamMembers } from "./team-members.tsx";

type Own = typeof getOwnTeam extends Verb<infer Value> ? Value : never;
export type OwnTeam = NonNullable<Own["team"]>;

/** One's own team in a contest of teams: who is in it, the code for the others, what the captain may do; or the way into one. */
export async function TeamCard({ slug, code }: { slug: string; code: string | undefined }): Promise<ReactNode> {
  const [t, { rules, divisions, open, team }] = await Promise.all([getTranslations("teams"), ask(getOwnTeam, { slug })]);
  if (team === null) {
    return (
      <Section title={t("title")}>
        {open ? <JoinForms slug={slug} divisions={divisions} code={code} /> : <p className="text-muted">{t("closed")}</p>}
      </Section>
    );
  }
  const missing = rules.min - team.members.filter(plays).length;
  const own = team.members.find((member) => member.own);
  return (
    <Section title={t("title")}>
      <Card
        title={team.name}
        aside={
          <Badge tone={team.fixed ? "pine" : "plain"} icon={team.fixed ? Lock : LockOpen}>
            {t(team.fixed ? "fixed" : "open")}
          </Badge>
        }
      >
        <p className="text-muted text-sm">{[team.branchName, team.division].filter(Boolean).join(" · ")}</p>
        {missing > 0 && <Notice kind="warning">{t("tooSmall", { count: missing })}</Notice>}
        <div className="grid items-start gap-6 sm:grid-cols-[1fr_auto]">
          <div className="grid gap-4">
            <Words names={["teams", "common"]}>
              <TeamMembers slug={slug} team={team} mayChange={!team.fixed && own?.role === "captain"} />
              {!team.fixed && <TeamActions slug={slug} team={team} />}
            </Words>
          </div>
          {!team.fixed && <JoinCode slug={slug} team={team} />}
        </div>
      </Card>
    </Section>
  );
}

/** The code by which others join, to be read out or scanned. */
async function JoinCode({ slug, team }: { slug: string; team: OwnTeam }): Promise<ReactNode> {
  const t = await getTranslations("teams");
  const address = `${originOf(await headers())}/contests/${slug}?join=${team.code}`;
  return (
    <div className="grid justify-items-center gap-2">
      <Qr modules={encode(address, { border: 0 }).data} label={t("qr", { team: team.name })} />
      <p className="tabular font-display text-2xl tracking-[0.15em]">{`${team.code.slice(0, 4)} ${team.code.slice(4)}`}</p>
      <p className="max-w-48 text-center text-muted text-sm">{t("codeLead")}</p>
    </div>
  );
}
