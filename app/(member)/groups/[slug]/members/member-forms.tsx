import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ConfirmForm } from "#ui/confirm-form.tsx";
import { SelectField, TextField } from "#ui/field.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { Summary } from "#ui/summary.tsx";
import { Words } from "#ui/words.tsx";

type Member = Readonly<{ id: number; name: string; branch: string; role: "leader" | "deputy" | "member"; termEndsOn: string | null }>;
const ROLES = ["member", "deputy", "leader"] as const;

/** Each member with role and term; the leader's role passes on by making somebody else leader. */
export async function MemberForms({ slug, members }: { slug: string; members: readonly Member[] }): Promise<ReactNode> {
  const t = await getTranslations("groups");
  return (
    <ul className="grid gap-3">
      {members.map(({ id, name, branch, role, termEndsOn }) => (
        <li key={id} className="grid gap-1 rounded-md border border-line bg-raised p-4 sm:px-5">
          <p>
            <span className="font-semibold">{name}</span>
            <span className="ms-2 text-muted text-sm">
              {branch} · {t(`roles.${role}`)}
            </span>
          </p>
          <details>
            <Summary className="inline-flex font-medium text-sm">{t("changeRole", { name })}</Summary>
            <form method="post" action={`/api/groups/${slug}/members/${id}/role`} className="mt-2 grid gap-4 sm:grid-cols-2">
              <input type="hidden" name="next" value={`/groups/${slug}/members?done=role`} />
              <SelectField label={t("role")} name="role" defaultValue={role}>
                {ROLES.map((one) => (
                  <option key={one} value={one}>
                    {t(`roles.${one}`)}
                  </option>
                ))}
              </SelectField>
              <TextField label={t("termEndsOn")} name="termEndsOn" type="date" optional defaultValue={termEndsOn ?? ""} />
              <SubmitButton look="secondary" className="justify-self-start">
                {t("save")}
              </SubmitButton>
            </form>
          </details>
          {role !== "leader" && (
            <div className="-ms-3">
              <Words>
                <ConfirmForm
                  action={`/api/groups/${slug}/members/${id}/remove`}
                  fields={{ next: `/groups/${slug}/members?done=removed` }}
                  trigger={
                    <>
                      {t("removeNow")} <span lang={/\p{Script=Han}/u.test(name) ? "zh-CN" : undefined}>{name}</span>
                    </>
                  }
                  triggerLook="quiet"
                  compact
                  title={t("removeTitle", { name })}
                  lead={t("removeLead")}
                  confirm={t("removeNow")}
                >
                  <TextField label={t("reason")} name="reason" maxLength={500} optional />
                </ConfirmForm>
              </Words>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
