import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SelectField, TextField } from "#ui/field.tsx";

const STEPS = [100, 125, 150, 175, 200, 250, 300, 400];

type Props = { tags?: readonly string[]; timePercent?: number; errorAt: (field: string) => string | undefined };

/** Tags and the time factor (D16), alike for a new person and a known one. */
export async function TagsAndTime({ tags = [], timePercent = 100, errorAt }: Props): Promise<ReactNode> {
  const t = await getTranslations("peopleDesk");
  const steps = [...new Set([...STEPS, timePercent])].toSorted((a, b) => a - b);
  return (
    <>
      <TextField
        label={t("tags")}
        hint={t("tagsHint")}
        error={errorAt("tags")}
        optional
        name="tags"
        maxLength={900}
        defaultValue={tags.join("、")}
      />
      <SelectField
        label={t("timePercent")}
        hint={t("timeHint")}
        error={errorAt("timePercent")}
        name="timePercent"
        defaultValue={timePercent}
      >
        {steps.map((percent) => (
          <option key={percent} value={percent}>
            {percent === 100 ? t("timeNormal") : t("timeMore", { percent })}
          </option>
        ))}
      </SelectField>
    </>
  );
}
