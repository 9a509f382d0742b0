import { getTranslations } from "next-intl/server";
import type { ComponentProps, ReactNode } from "react";
import { pageContext } from "#app/_http/request-context.ts";
import { BranchOptions } from "#app/desk/branch-options.tsx";
import { SendForm } from "#app/desk/send-form.tsx";
import { can } from "#domain/access.ts";
import { OFFICES } from "#domain/people/offices.ts";
import { SelectField, TextField } from "#ui/field.tsx";

type Branch = ComponentProps<typeof BranchOptions>["branches"][number] & Readonly<{ path: string; mayEdit: boolean }>;
type Person = Readonly<{ id: number; branch: Readonly<{ id: number }>; offices: readonly unknown[] }>;
type Props = { person: Person; branches: readonly Branch[]; errorAt: (field: string) => string | undefined };

/** Gives an office; only those the viewer may give are offered. */
export async function GrantForm({ person, branches, errorAt }: Props): Promise<ReactNode> {
  const [t, tMe, { viewer }] = await Promise.all([getTranslations("peopleDesk"), getTranslations("me"), pageContext()]);
  if (viewer.kind === "visitor") return null;
  const own = branches.filter(({ mayEdit }) => mayEdit);
  const offices = OFFICES.filter((office) => own.some(({ path }) => can.grantOffice(viewer, { office, path })));
  if (offices.length === 0) return null;
  return (
    <details className="rounded-md border border-line bg-raised px-4" open={(errorAt("office") ?? errorAt("branchId")) !== undefined}>
      <summary className="flex min-h-12 cursor-pointer items-center font-medium">{t("grantTitle")}</summary>
      <div className="pt-2 pb-5">
        <SendForm
          key={person.offices.length}
          action="/api/desk/offices"
          next={`/desk/people/${person.id}?done=granted`}
          submit={t("grant")}
          look="secondary"
        >
          <input type="hidden" name="personId" value={person.id} />
          <SelectField label={t("office")} error={errorAt("office")} name="office" required defaultValue="">
            <option value="">{t("choose")}</option>
            {offices.toReversed().map((office) => (
              <option key={office} value={office}>
                {tMe(`officeNames.${office}`)}
              </option>
            ))}
          </SelectField>
          <SelectField
            label={t("over")}
            hint={t("overHint")}
            error={errorAt("branchId")}
            name="branchId"
            required
            defaultValue={person.branch.id}
          >
            <BranchOptions branches={own} />
          </SelectField>
          <TextField label={t("reason")} hint={t("reasonHint")} optional name="reason" maxLength={500} />
        </SendForm>
      </div>
    </details>
  );
}
