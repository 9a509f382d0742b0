import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AreaField, SelectField, TextField } from "#ui/field.tsx";
import { TickField } from "#ui/tick-field.tsx";

type At = (...paths: string[]) => string | undefined;
type Props = {
  kinds: readonly Readonly<{ key: string; name: string }>[];
  materials: readonly Readonly<{ slug: string; title: string }>[];
  at: At;
};

/** What is read: texts of the house by their chapters or whole, and sections typed one a line. */
export function ReadFields({ kinds, materials, at }: Props): ReactNode {
  const t = useTranslations("groups");
  return (
    <fieldset className="grid gap-5">
      <legend className="mb-3 font-display font-semibold text-lg">{t("whatIsRead")}</legend>
      <TextField label={t("planTitle")} name="title" required maxLength={120} error={at("title")} />
      <SelectField label={t("kind")} name="kind" defaultValue="reading" error={at("kind")}>
        {kinds.map(({ key, name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </SelectField>
      <fieldset className="grid gap-1">
        <legend className="font-medium">{t("materials")}</legend>
        <p className="text-muted text-sm">{t("materialsHint")}</p>
        {at("materials") && (
          <p role="alert" className="text-seal text-sm">
            {at("materials")}
          </p>
        )}
        <div className="max-h-72 overflow-y-auto rounded-md border border-edge bg-raised px-3 py-1">
          {materials.length === 0 && <p className="py-2 text-muted">{t("noMaterials")}</p>}
          {materials.map(({ slug, title }) => (
            <TickField key={slug} label={title} name="materials" value={slug} />
          ))}
        </div>
      </fieldset>
      <TickField label={t("byChapters")} hint={t("byChaptersHint")} name="byChapters" />
      <AreaField label={t("sections")} hint={t("sectionsHint")} name="sections" rows={6} optional error={at("sections")} />
    </fieldset>
  );
}
