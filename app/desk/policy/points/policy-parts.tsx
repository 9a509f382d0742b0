// Above 150 lines: the parts of one form, which say the policy field by field, are long together.
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { PointPolicy } from "#domain/points/policy.ts";
import { STAR_FIELDS } from "#domain/points/policy-fields.ts";
import { CAP_GROUPS, POINT_RULES } from "#domain/points/rules.ts";
import { DIMENSIONS } from "#domain/points/study-year.ts";
import { SelectField, TextField } from "#ui/field.tsx";

type Props = { policy: PointPolicy; errors: Readonly<Record<string, string>> };

function Part({ title, hint, children }: { title: string; hint?: string; children: ReactNode }): ReactNode {
  return (
    <fieldset className="grid gap-4">
      <legend className="mb-1 font-display font-semibold text-lg">{title}</legend>
      {hint && <p className="text-muted text-sm">{hint}</p>}
      {children}
    </fieldset>
  );
}

/** What gives how many points, and under which shared cap. */
export function Rules({ policy, errors }: Props): ReactNode {
  const [t, tNames] = [useTranslations("pointsDesk"), useTranslations("points.names")];
  return (
    <Part title={t("what")} hint={t("pointsHint")}>
      {POINT_RULES.map((rule) => (
        <div key={rule} className="grid grid-cols-2 items-end gap-4">
          <Count
            name={rule}
            label={t("points", { name: tNames(rule) })}
            value={policy.rules[rule].points}
            least={0}
            most={1_000}
            errors={errors}
          />
          <SelectField label={t("group", { name: tNames(rule) })} name={`${rule}Group`} defaultValue={policy.rules[rule].group ?? ""}>
            <option value="">{t("noGroup")}</option>
            {CAP_GROUPS.map((group) => (
              <option key={group} value={group}>
                {t(`groupName.${group}`)}
              </option>
            ))}
          </SelectField>
        </div>
      ))}
    </Part>
  );
}

/** The most of a day and a week, of everything and of each group. */
export function Caps({ policy, errors }: Props): ReactNode {
  const t = useTranslations("pointsDesk");
  const cap = { least: 1, most: 10_000, errors };
  return (
    <Part title={t("caps")}>
      <div className="grid grid-cols-2 items-end gap-4">
        <Count name="dayCap" label={t("dayCap")} value={policy.dayCap} {...cap} />
        <Count name="weekCap" label={t("weekCap")} value={policy.weekCap} {...cap} />
        {CAP_GROUPS.flatMap((group) => [
          <Count
            key={`${group}Day`}
            name={`${group}Day`}
            label={t("groupDay", { group: t(`groupName.${group}`) })}
            value={policy.groups[group].dayCap}
            optional
            {...cap}
          />,
          <Count
            key={`${group}Week`}
            name={`${group}Week`}
            label={t("groupWeek", { group: t(`groupName.${group}`) })}
            value={policy.groups[group].weekCap}
            optional
            {...cap}
          />,
        ])}
      </div>
    </Part>
  );
}

/** From how many points each star begins. */
export function Stars({ policy, errors }: Props): ReactNode {
  const t = useTranslations("pointsDesk");
  return (
    <Part title={t("stars")} hint={t("starsHint")}>
      <div className="grid grid-cols-2 items-end gap-4 sm:grid-cols-3">
        {STAR_FIELDS.map((name, at) => (
          <Count
            key={name}
            name={name}
            label={t("star", { star: at + 1 })}
            value={policy.stars[at] ?? null}
            least={1}
            most={1_000_000}
            errors={errors}
            optional
          />
        ))}
      </div>
    </Part>
  );
}

/** What of a study year weighs how much. */
export function Year({ policy, errors }: Props): ReactNode {
  const [t, tParts] = [useTranslations("pointsDesk"), useTranslations("points.dimensions")];
  const { startsInMonth, weights, whole } = policy.year;
  return (
    <Part title={t("year")} hint={t("yearHint")}>
      <div className="grid grid-cols-2 items-end gap-4">
        <Count name="startsInMonth" label={t("startsInMonth")} value={startsInMonth} least={1} most={12} errors={errors} />
      </div>
      {DIMENSIONS.map((part) => (
        <div key={part} className="grid grid-cols-2 items-end gap-4">
          <Count
            name={`${part}Weight`}
            label={t("weight", { name: tParts(part) })}
            value={weights[part]}
            least={0}
            most={100}
            errors={errors}
          />
          {part === "completion" ? (
            <input type="hidden" name="completionWhole" value={whole.completion} />
          ) : (
            <Count
              name={`${part}Whole`}
              label={t("whole", { name: tParts(part) })}
              value={whole[part]}
              least={1}
              most={100_000}
              errors={errors}
            />
          )}
        </div>
      ))}
    </Part>
  );
}

type CountProps = {
  name: string;
  label: string;
  value: number | null;
  least: number;
  most: number;
  errors: Readonly<Record<string, string>>;
  optional?: boolean;
};

function Count({ name, label, value, least, most, errors, optional = false }: CountProps): ReactNode {
  return (
    <TextField
      {...{ name, label, min: least, max: most, error: errors[name] }}
      type="number"
      inputMode="numeric"
      required={!optional}
      defaultValue={value ?? ""}
    />
  );
}
