import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AreaField, SelectField, TextField } from "#ui/field.tsx";

type Known = Readonly<{
  title: string;
  startsAt: string;
  endsAt: string;
  place: string;
  link: string;
  intro: string;
  openTo: "roster" | "branch";
}>;
type Props = Readonly<{ known: Known; at: (name: string) => string | undefined }>;

/** The fields of the form that a meeting is made and changed with. */
export const FIELDS = ["title", "startsAt", "endsAt", "place", "link", "intro", "openTo"] as const;

/** What is said of a meeting by who runs it. */
export async function MeetingFields({ known, at }: Props): Promise<ReactNode> {
  const t = await getTranslations("meetings.form");
  return (
    <>
      <TextField label={t("title")} name="title" required maxLength={120} defaultValue={known.title} error={at("title")} />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          label={t("startsAt")}
          name="startsAt"
          type="datetime-local"
          required
          defaultValue={known.startsAt}
          error={at("startsAt")}
        />
        <TextField label={t("endsAt")} name="endsAt" type="datetime-local" required defaultValue={known.endsAt} error={at("endsAt")} />
      </div>
      <TextField label={t("place")} name="place" maxLength={120} optional defaultValue={known.place} error={at("place")} />
      <TextField
        label={t("link")}
        hint={t("linkHint")}
        name="link"
        type="url"
        maxLength={500}
        optional
        defaultValue={known.link}
        error={at("link")}
      />
      <AreaField label={t("intro")} name="intro" rows={4} maxLength={2_000} optional defaultValue={known.intro} error={at("intro")} />
      <SelectField label={t("openTo")} name="openTo" defaultValue={known.openTo} error={at("openTo")}>
        <option value="roster">{t("openToRoster")}</option>
        <option value="branch">{t("openToBranch")}</option>
      </SelectField>
    </>
  );
}
