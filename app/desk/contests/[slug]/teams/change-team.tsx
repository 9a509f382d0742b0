import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { listTeamsDesk } from "#server/teams/list-teams-desk.ts";
import type { Verb } from "#server/verb.ts";
import { ConfirmForm } from "#ui/confirm-form.tsx";
import { SelectField, TextField } from "#ui/field.tsx";

type Listed = typeof listTeamsDesk extends Verb<infer Value> ? Value : never;
export type DeskTeam = Listed["teams"][number];

const DEEDS = ["add", "swap", "remove", "captain", "rename", "division"] as const;

/** One change of one team: what, about whom, and why. Only what the deed asks for is read. */
export function ChangeTeam({ slug, team, divisions }: { slug: string; team: DeskTeam; divisions: readonly string[] }): ReactNode {
  const t = useTranslations("teams.desk");
  const next = `/desk/contests/${slug}/teams?done=changed`;
  const deeds = DEEDS.filter((deed) => deed !== "division" || divisions.length > 0);
  return (
    <ConfirmForm
      action={`/api/desk/contests/${slug}/teams/change`}
      fields={{ teamId: String(team.id), next }}
      trigger={t("change")}
      compact
      title={t("changeTitle", { team: team.name })}
      lead={t("changeLead")}
      confirm={t("save")}
    >
      <SelectField label={t("deed")} name="deed">
        {deeds.map((deed) => (
          <option key={deed} value={deed}>
            {t(`deeds.${deed}`)}
          </option>
        ))}
      </SelectField>
      <TextField label={t("staffNo")} name="staffNo" maxLength={60} optional autoComplete="off" />
      <Person label={t("person")} name="personId" none={t("nobody")} people={team.members} />
      <Person label={t("in")} name="inId" none={t("nobody")} people={team.members.filter(({ role }) => role === "substitute")} />
      <TextField label={t("value")} name="value" maxLength={30} optional autoComplete="off" />
      <TextField label={t("reason")} name="reason" maxLength={500} optional={!team.fixed} autoComplete="off" />
    </ConfirmForm>
  );
}

function Person({ label, name, none, people }: { label: string; name: string; none: string; people: DeskTeam["members"] }): ReactNode {
  return (
    <SelectField label={label} name={name} optional>
      <option value="">{none}</option>
      {people.map((member) => (
        <option key={member.personId} value={member.personId}>
          {member.name}
        </option>
      ))}
    </SelectField>
  );
}
