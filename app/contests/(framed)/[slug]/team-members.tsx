import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "#ui/badge.tsx";
import { ConfirmForm } from "#ui/confirm-form.tsx";
import type { OwnTeam } from "./team-card.tsx";

/** Who is in the team and as what; the captain removes, and hands the team over. */
export function TeamMembers({ slug, team, mayChange }: { slug: string; team: OwnTeam; mayChange: boolean }): ReactNode {
  const t = useTranslations("teams");
  return (
    <ul aria-label={t("members")} className="grid divide-y divide-line">
      {team.members.map((member) => (
        <li key={member.personId} className="flex flex-wrap items-center gap-x-3 gap-y-2 py-2">
          <span className="font-semibold">{member.name}</span>
          <Badge tone={member.role === "captain" ? "seal" : "plain"}>{t(`roles.${member.role}`)}</Badge>
          {member.own && <span className="text-seal text-sm">{t("you")}</span>}
          {team.branchName === null && <span className="text-muted text-sm">{member.branchName}</span>}
          {mayChange && !member.own && <MemberActions slug={slug} personId={member.personId} name={member.name} />}
        </li>
      ))}
    </ul>
  );
}

function MemberActions({ slug, personId, name }: { slug: string; personId: number; name: string }): ReactNode {
  const t = useTranslations("teams");
  const fields = { personId: String(personId), next: `/contests/${slug}` };
  return (
    <span className="ms-auto flex flex-wrap gap-2">
      <ConfirmForm
        action={`/api/contests/${slug}/team/captain`}
        fields={fields}
        trigger={t("hand")}
        triggerLook="quiet"
        compact
        title={t("handTitle", { name })}
        lead={t("handLead")}
        confirm={t("hand")}
      />
      <ConfirmForm
        action={`/api/contests/${slug}/team/remove`}
        fields={fields}
        trigger={t("remove")}
        triggerLook="quiet"
        compact
        title={t("removeTitle", { name })}
        lead={t("removeLead")}
        confirm={t("remove")}
      />
    </span>
  );
}
