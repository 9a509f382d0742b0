import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { plays } from "#domain/teams/membership.ts";
import { ConfirmForm } from "#ui/confirm-form.tsx";
import { SelectField } from "#ui/field.tsx";
import type { OwnTeam } from "./team-card.tsx";

/** What else can be done while members may still change: a substitute comes in, one leaves. */
export function TeamActions({ slug, team }: { slug: string; team: OwnTeam }): ReactNode {
  const t = useTranslations("teams");
  const next = `/contests/${slug}`;
  const isCaptain = team.members.some(({ own, role }) => own && role === "captain");
  const outs = team.members.filter(({ role }) => role === "member");
  const ins = team.members.filter((member) => !plays(member));
  return (
    <div className="flex flex-wrap gap-3">
      {isCaptain && outs.length > 0 && ins.length > 0 && (
        <ConfirmForm
          action={`/api/contests/${slug}/team/swap`}
          fields={{ next }}
          trigger={t("swap")}
          compact
          title={t("swapTitle")}
          lead={t("swapLead")}
          confirm={t("swap")}
        >
          <Person label={t("out")} name="out" people={outs} />
          <Person label={t("in")} name="in" people={ins} />
        </ConfirmForm>
      )}
      {(!isCaptain || team.members.length === 1) && (
        <ConfirmForm
          action={`/api/contests/${slug}/team/leave`}
          fields={{ next }}
          trigger={t("leave")}
          triggerLook="danger"
          compact
          title={t("leaveTitle", { team: team.name })}
          lead={t("leaveLead")}
          confirm={t("leave")}
        />
      )}
    </div>
  );
}

function Person({ label, name, people }: { label: string; name: string; people: OwnTeam["members"] }): ReactNode {
  return (
    <SelectField label={label} name={name} required>
      {people.map((member) => (
        <option key={member.personId} value={member.personId}>
          {member.name}
        </option>
      ))}
    </SelectField>
  );
}
