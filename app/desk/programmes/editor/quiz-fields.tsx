"use client";
import { Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "#ui/button.tsx";
import { SelectField, TextField } from "#ui/field.tsx";
import { freshLine, type ItemEdit, type LineEdit } from "./edit-draft.ts";
import type { Choices } from "./programme-editor.tsx";

const KINDS = ["single", "multiple", "indefinite", "truefalse", "fill", "numeric", "ordering", "matching", "short", "group"] as const;
type Props = {
  item: ItemEdit;
  categories: Choices["categories"];
  at: (field: string) => string | undefined;
  change: (part: Partial<ItemEdit>) => void;
};

/** What a quiz is drawn from, anew for each try, and how often one may try. */
export function QuizFields({ item, categories, at, change }: Props): ReactNode {
  const t = useTranslations("programmeDesk");
  const tKinds = useTranslations("contestDesk.kinds");
  const set = (place: number, part: Partial<LineEdit>): void =>
    change({ lines: item.lines.map((line, one) => (one === place ? { ...line, ...part } : line)) });
  return (
    <div className="grid gap-4">
      {item.lines.map((line, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
        <div key={place} className="grid items-start gap-3 sm:grid-cols-[1fr_9rem_6rem_auto]">
          <SelectField
            label={t("fields.category")}
            value={line.category}
            error={at(`quiz.blueprint.${place}.category`)}
            onChange={(event) => set(place, { category: event.currentTarget.value })}
          >
            <option value="">{t("anyCategory")}</option>
            {categories.map(({ category, published }) => (
              <option key={category} value={category}>
                {t("categoryOption", { category, published })}
              </option>
            ))}
          </SelectField>
          <SelectField
            label={t("fields.questionKind")}
            value={line.kind}
            error={at(`quiz.blueprint.${place}.kind`)}
            onChange={(event) => set(place, { kind: event.currentTarget.value })}
          >
            <option value="">{t("anyKind")}</option>
            {KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {tKinds(kind)}
              </option>
            ))}
          </SelectField>
          <TextField
            label={t("fields.count")}
            inputMode="numeric"
            value={line.count}
            error={at(`quiz.blueprint.${place}.count`)}
            onChange={(event) => set(place, { count: event.currentTarget.value })}
          />
          {item.lines.length > 1 && (
            <Button
              look="quiet"
              compact
              className="sm:mt-7"
              aria-label={t("removeLine", { number: place + 1 })}
              onClick={() => change({ lines: item.lines.filter((_, one) => one !== place) })}
            >
              <Trash2 aria-hidden className="size-4" />
            </Button>
          )}
        </div>
      ))}
      <Button compact className="justify-self-start" onClick={() => change({ lines: [...item.lines, freshLine] })}>
        <Plus aria-hidden className="size-4" />
        {t("addLine")}
      </Button>
      <TextField
        label={t("fields.attempts")}
        hint={t("hints.attempts")}
        inputMode="numeric"
        optional
        className="sm:max-w-40"
        value={item.attempts}
        error={at("quiz.attempts")}
        onChange={(event) => change({ attempts: event.currentTarget.value })}
      />
    </div>
  );
}
