"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BranchOptions } from "#ui/branch-options.tsx";
import { AreaField, SelectField, TextField } from "#ui/field.tsx";
import { Section } from "#ui/page.tsx";
import { TickField } from "#ui/tick-field.tsx";
import type { Choices } from "./programme-editor.tsx";
import type { Editor } from "./use-editor.ts";

type Props = { editor: Editor; choices: Choices; isPublished: boolean };

/** What it is called, for whom, when, and what has to be finished first. */
export function BasicsPart({ editor, choices, isPublished }: Props): ReactNode {
  const t = useTranslations("programmeDesk");
  const { edit, set, problem } = editor;
  const field = (name: "title" | "titleEn" | "opensAt" | "closesAt" | "certificateTitle" | "certificateTitleEn") => ({
    label: t(`fields.${name}`),
    value: edit[name],
    error: problem(name),
    autoComplete: "off",
    onChange: (event: { currentTarget: { value: string } }) => set({ [name]: event.currentTarget.value }),
  });
  const others = choices.programmes.filter(({ slug }) => slug !== choices.own);
  return (
    <Section title={t("parts.basics")}>
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <TextField {...field("title")} maxLength={120} />
        <TextField {...field("titleEn")} maxLength={200} optional lang="en" />
      </div>
      <AreaField
        label={t("fields.intro")}
        optional
        maxLength={5_000}
        value={edit.intro}
        error={problem("intro")}
        onChange={(event) => set({ intro: event.currentTarget.value })}
      />
      <div className="grid items-end gap-5 sm:grid-cols-2">
        <SelectField
          label={t("fields.branchId")}
          hint={isPublished ? t("hints.fixed") : t("hints.branch")}
          value={edit.branchId}
          disabled={isPublished}
          error={problem("branchId")}
          onChange={(event) => set({ branchId: event.currentTarget.value })}
        >
          <BranchOptions branches={choices.branches} nameOf={({ name, members }) => t("branchOption", { name, members })} />
        </SelectField>
        <SelectField
          label={t("fields.kind")}
          value={edit.kind}
          error={problem("kind")}
          onChange={(event) => set({ kind: event.currentTarget.value as typeof edit.kind })}
        >
          {(["programme", "campaign", "template"] as const)
            .filter((kind) => !isPublished || kind !== "template")
            .map((kind) => (
              <option key={kind} value={kind}>
                {t(`kindsLong.${kind}`)}
              </option>
            ))}
        </SelectField>
        <TextField {...field("opensAt")} type="datetime-local" />
        <TextField {...field("closesAt")} type="datetime-local" />
        <TextField {...field("certificateTitle")} hint={t("hints.certificate")} maxLength={120} optional />
        {edit.certificateTitle !== "" && <TextField {...field("certificateTitleEn")} maxLength={200} optional lang="en" />}
      </div>
      {others.length > 0 && (
        <details open={edit.requires.length > 0}>
          <summary className="flex min-h-11 cursor-pointer items-center font-medium">{t("fields.requires")}</summary>
          <div className="grid gap-x-5 sm:grid-cols-2">
            {others.map(({ slug, title }) => (
              <TickField
                key={slug}
                label={title}
                hint={problem(`requires.${edit.requires.indexOf(slug)}`)}
                checked={edit.requires.includes(slug)}
                onChange={(event) =>
                  set({ requires: event.currentTarget.checked ? [...edit.requires, slug] : edit.requires.filter((one) => one !== slug) })
                }
              />
            ))}
          </div>
        </details>
      )}
    </Section>
  );
}
