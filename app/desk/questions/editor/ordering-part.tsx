"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AreaField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { TickField } from "#ui/tick-field.tsx";
import type { Row } from "./draft.ts";
import type { PartProps } from "./part-props.ts";
import { RowList } from "./row-list.tsx";

/** The items in the right order; members get them shuffled. */
export function OrderingPart({ draft, set, at }: PartProps): ReactNode {
  const t = useTranslations("questionDesk");
  const whole = at("body.items", "key", "key.order");
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1 font-medium">{t("items")}</legend>
      <p className="text-muted text-sm">{t("itemsHint")}</p>
      {whole && <Notice kind="error">{whole}</Notice>}
      <RowList<Row>
        rows={draft.items}
        onChange={(items) => set({ items })}
        nameOf={(place) => t("itemName", { number: place + 1 })}
        fresh={(id) => ({ id, text: "" })}
        add={t("addItem")}
        least={2}
        most={10}
      >
        {(item, place, change, buttons) => (
          <>
            <AreaField
              label={t("itemName", { number: place + 1 })}
              error={at(`body.items.${place}`)}
              rows={1}
              maxLength={500}
              className="field-sizing-content"
              value={item.text}
              onChange={(event) => change({ text: event.currentTarget.value })}
            />
            {buttons}
          </>
        )}
      </RowList>
      <TickField
        label={t("marking.adjacentPairs")}
        checked={draft.adjacentPairs}
        onChange={(event) => set({ adjacentPairs: event.currentTarget.checked })}
      />
    </fieldset>
  );
}
