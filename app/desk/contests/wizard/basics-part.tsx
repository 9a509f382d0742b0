"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AreaField, TextField } from "#ui/field.tsx";
import { Section } from "#ui/page.tsx";
import type { PartProps } from "./part-props.ts";

/** What it is called and what members read first. */
export function BasicsPart({ draft, set, problem }: PartProps): ReactNode {
  const t = useTranslations("contestDesk");
  return (
    <Section title={t("parts.basics")}>
      <TextField
        label={t("fields.title")}
        value={draft.title}
        maxLength={120}
        autoComplete="off"
        error={problem("title")}
        onChange={(event) => set("title", event.currentTarget.value)}
      />
      <AreaField
        label={t("fields.intro")}
        hint={t("hints.intro")}
        optional
        value={draft.intro}
        maxLength={5_000}
        error={problem("intro")}
        onChange={(event) => set("intro", event.currentTarget.value)}
      />
    </Section>
  );
}
