"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { AreaField, TextField } from "#ui/field.tsx";
import type { MaterialDraft, TypedField } from "./draft.ts";

export type FieldsProps = Readonly<{
  draft: MaterialDraft;
  set: (part: Partial<MaterialDraft>) => void;
  at: (...paths: string[]) => string | undefined;
}>;

/** Everything of a text but the text: title, shelf, tags, summary, where it comes from. */
export function MetaFields({ draft, set, at, collections }: FieldsProps & { collections: readonly string[] }): ReactNode {
  const t = useTranslations("materialDesk");
  const list = useId();
  const wired = (name: TypedField) => ({
    error: at(name),
    value: draft[name],
    onChange: (event: { currentTarget: { value: string } }) => set({ [name]: event.currentTarget.value }),
  });
  return (
    <div className="grid gap-4">
      <TextField type="text" label={t("fields.title")} maxLength={120} required {...wired("title")} />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <TextField
          type="text"
          label={t("collection")}
          hint={t("collectionHint")}
          optional
          list={list}
          maxLength={60}
          {...wired("collection")}
        />
        <datalist id={list}>
          {collections.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <TextField type="text" label={t("fields.tags")} hint={t("tagsHint")} optional {...wired("tags")} />
      </div>
      <AreaField
        label={t("fields.summary")}
        hint={t("summaryHint")}
        optional
        rows={2}
        maxLength={600}
        className="field-sizing-content min-h-19"
        {...wired("summary")}
      />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <TextField
          type="text"
          label={t("fields.sourceName")}
          hint={t("sourceNameHint")}
          optional
          maxLength={200}
          {...wired("sourceName")}
        />
        <TextField
          type="text"
          label={t("fields.sourceDate")}
          hint={t("sourceDateHint")}
          optional
          maxLength={10}
          inputMode="numeric"
          {...wired("sourceDate")}
        />
      </div>
      <TextField type="text" label={t("fields.sourceNote")} hint={t("sourceNoteHint")} optional maxLength={600} {...wired("sourceNote")} />
    </div>
  );
}
