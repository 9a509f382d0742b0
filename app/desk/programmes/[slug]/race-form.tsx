import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SendForm } from "#app/desk/send-form.tsx";
import type { RaceRules } from "#domain/boards/race.ts";
import { LinkButton } from "#ui/button.tsx";
import { SelectField, TextField } from "#ui/field.tsx";
import { Words } from "#ui/words.tsx";

type Props = Readonly<{
  slug: string;
  race: RaceRules | null;
  isPublished: boolean;
  errorAt: (...paths: string[]) => string | undefined;
}>;

/** Gives a campaign its race, or changes what counts in it. */
export function RaceForm({ slug, race, isPublished, errorAt }: Props): ReactNode {
  const t = useTranslations("race");
  return (
    <Words names={["errors"]}>
      <p className="text-muted">{t("deskLead")}</p>
      {race && isPublished && (
        <LinkButton href={`/study/${slug}/race`} className="justify-self-start">
          {t("toRace")}
        </LinkButton>
      )}
      <SendForm
        action={`/api/desk/programmes/${slug}/race`}
        next={`/desk/programmes/${slug}?done=race`}
        submit={t(race ? "save" : "begin")}
        look="secondary"
        className="grid items-start gap-4 sm:grid-cols-2"
      >
        <SelectField label={t("runs")} name="runs" defaultValue="yes">
          <option value="yes">{t("runsYes")}</option>
          <option value="no">{t("runsNo")}</option>
        </SelectField>
        <SelectField label={t("perLabel")} name="per" defaultValue={race?.per ?? "head"}>
          <option value="head">{t("perHead")}</option>
          <option value="total">{t("perTotal")}</option>
        </SelectField>
        <TextField
          label={t("itemPoints")}
          name="itemPoints"
          type="number"
          min={0}
          max={1_000}
          required
          defaultValue={race?.itemPoints ?? 10}
          error={errorAt("itemPoints")}
        />
        <TextField
          label={t("contestPoints")}
          name="contestPoints"
          type="number"
          min={0}
          max={10_000}
          required
          defaultValue={race?.contestPoints ?? 100}
          error={errorAt("contestPoints")}
        />
      </SendForm>
    </Words>
  );
}
