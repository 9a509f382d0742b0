import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SendForm } from "#app/desk/send-form.tsx";
import { AreaField, SelectField, TextField } from "#ui/field.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { Words } from "#ui/words.tsx";

type Props = Readonly<{
  id: number;
  people: readonly Readonly<{ id: number; name: string; branch: string }>[];
  parties: readonly Readonly<{ id: number; name: string }>[];
  groups: readonly Readonly<{ slug: string; name: string }>[];
  branches: readonly Readonly<{ id: number; name: string }>[];
  at: (name: string) => string | undefined;
}>;

/** The list of who is to come, with ways to add persons, a group or a branch, and to take somebody off. */
export async function PeopleEditor({ id, people, parties, groups, branches, at }: Props): Promise<ReactNode> {
  const t = await getTranslations("meetings.form");
  const next = `/meetings/${id}/edit?done=people`;
  return (
    <Words>
      <ul className="grid gap-x-6 sm:grid-cols-2">
        {people.map(({ id: person, name, branch }) => (
          <li key={person} className="flex min-h-11 items-center justify-between gap-3 border-line border-b">
            <span className="min-w-0">
              {name} <span className="text-muted text-sm">{branch}</span>
            </span>
            <form method="post" action={`/api/meetings/${id}/people/${person}/remove`}>
              <input type="hidden" name="next" value={next} />
              <SubmitButton look="quiet" compact aria-label={t("takeOff", { name })}>
                {t("remove")}
              </SubmitButton>
            </form>
          </li>
        ))}
      </ul>
      {parties.length > 0 && (
        <ul className="grid" aria-label={t("parties")}>
          {parties.map(({ id: party, name }) => (
            <li key={party} className="flex min-h-11 items-center justify-between gap-3 border-line border-b">
              {t("meetsWith", { name })}
              <form method="post" action={`/api/meetings/${id}/parties/${party}/remove`}>
                <input type="hidden" name="next" value={next} />
                <SubmitButton look="quiet" compact aria-label={t("partyOff", { name })}>
                  {t("remove")}
                </SubmitButton>
              </form>
            </li>
          ))}
        </ul>
      )}
      <SendForm action={`/api/meetings/${id}/people`} next={next} submit={t("invite")} look="secondary">
        <AreaField label={t("staffNos")} hint={t("staffNosHint")} name="staffNos" rows={2} required error={at("staffNos")} />
        <SelectField label={t("attend")} name="attend" defaultValue="invited">
          <option value="invited">{t("invited")}</option>
          <option value="required">{t("required")}</option>
        </SelectField>
      </SendForm>
      <SendForm action={`/api/meetings/${id}/parties`} next={next} submit={t("addParty")} look="secondary">
        <p className="text-muted text-sm">{t("partyHint")}</p>
        <TextField label={t("partyGroup")} name="group" list="known-groups" optional maxLength={80} error={at("group")} />
        <datalist id="known-groups">
          {groups.map(({ slug, name }) => (
            <option key={slug} value={slug} label={name} />
          ))}
        </datalist>
        {branches.length > 0 && (
          <SelectField label={t("branch")} name="branchId" optional error={at("branchId")}>
            <option value="">{t("noBranch")}</option>
            {branches.map((branch) => (
              <option key={branch.id} value={branch.id}>
                {branch.name}
              </option>
            ))}
          </SelectField>
        )}
      </SendForm>
    </Words>
  );
}
