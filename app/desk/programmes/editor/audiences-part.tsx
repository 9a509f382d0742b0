"use client";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "#ui/button.tsx";
import { TextField } from "#ui/field.tsx";
import { Section } from "#ui/page.tsx";
import type { AudienceEdit } from "./edit-draft.ts";
import { swapped, withoutAudience } from "./edit-moves.ts";
import { OrderButtons } from "./order-buttons.tsx";
import type { Editor } from "./use-editor.ts";

/** Parts of the audience that read different things: each person belongs to the first that fits. None: everybody does the same. */
export function AudiencesPart({ editor }: { editor: Editor }): ReactNode {
  const t = useTranslations("programmeDesk");
  const { edit, set, replace, nextKey, problem } = editor;
  const change = (at: number, part: Partial<AudienceEdit>): void =>
    set({ audiences: edit.audiences.map((one, place) => (place === at ? { ...one, ...part } : one)) });
  return (
    <Section title={t("parts.audiences")}>
      <p className="text-muted">{t("hints.audiences")}</p>
      {edit.audiences.map(({ key, name, nameEn, tags }, at) => (
        <fieldset key={key} className="grid gap-4 rounded-md border border-line bg-raised p-4">
          <legend className="sr-only">{t("audienceNumber", { number: at + 1 })}</legend>
          <div className="flex items-center justify-between gap-3">
            <span className="font-medium">{name || t("audienceNumber", { number: at + 1 })}</span>
            <OrderButtons
              name={name || t("audienceNumber", { number: at + 1 })}
              isFirst={at === 0}
              isLast={at === edit.audiences.length - 1}
              onMove={(by) => set({ audiences: swapped(edit.audiences, at, by) })}
              onRemove={() => replace((before) => withoutAudience(before, key))}
            />
          </div>
          <div className="grid items-end gap-4 sm:grid-cols-3">
            <TextField
              label={t("fields.name")}
              value={name}
              maxLength={40}
              error={problem(`audiences.${at}.name`)}
              onChange={(event) => change(at, { name: event.currentTarget.value })}
            />
            <TextField
              label={t("fields.nameEn")}
              value={nameEn}
              maxLength={80}
              optional
              lang="en"
              error={problem(`audiences.${at}.nameEn`)}
              onChange={(event) => change(at, { nameEn: event.currentTarget.value })}
            />
            <TextField
              label={t("fields.tags")}
              hint={t("hints.tags")}
              value={tags}
              optional
              error={problem(`audiences.${at}.tags`, ...tags.split(/\s+/u).map((_, place) => `audiences.${at}.tags.${place}`))}
              onChange={(event) => change(at, { tags: event.currentTarget.value })}
            />
          </div>
        </fieldset>
      ))}
      <Button
        className="justify-self-start"
        onClick={() => set({ audiences: [...edit.audiences, { id: null, key: nextKey("a"), name: "", nameEn: "", tags: "" }] })}
      >
        <Plus aria-hidden className="size-4" />
        {t("addAudience")}
      </Button>
    </Section>
  );
}
