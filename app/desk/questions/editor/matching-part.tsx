"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TextField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { rightsOf } from "./content-of-draft.ts";
import type { PairRow, Row } from "./draft.ts";
import type { PartProps } from "./part-props.ts";
import { RowList } from "./row-list.tsx";

/** Pairs that belong together, and right-hand sides that belong to nothing. */
export function MatchingPart({ draft, set, at }: PartProps): ReactNode {
  const t = useTranslations("questionDesk");
  const whole = at("body.lefts", "body.rights", "key", "key.pairs");
  const rights = rightsOf(draft);
  const spareFrom = rights.length - draft.spares.length;
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1 font-medium">{t("pairs")}</legend>
      <p className="text-muted text-sm">{t("pairsHint")}</p>
      {whole && <Notice kind="error">{whole}</Notice>}
      <RowList<PairRow>
        rows={draft.pairs}
        onChange={(pairs) => set({ pairs })}
        nameOf={(place) => t("pairName", { number: place + 1 })}
        fresh={(id) => ({ id, left: "", right: "" })}
        add={t("addPair")}
        least={2}
        most={10}
      >
        {(pair, place, change, buttons) => (
          <>
            <div className="grid items-start gap-3 sm:grid-cols-2">
              <TextField
                type="text"
                label={t("left", { number: place + 1 })}
                error={at(`body.lefts.${place}`)}
                maxLength={500}
                value={pair.left}
                onChange={(event) => change({ left: event.currentTarget.value })}
              />
              <TextField
                type="text"
                label={t("right", { number: place + 1 })}
                error={at(`body.rights.${rights.indexOf(pair.right.trim())}`)}
                maxLength={500}
                value={pair.right}
                onChange={(event) => change({ right: event.currentTarget.value })}
              />
            </div>
            {buttons}
          </>
        )}
      </RowList>
      <RowList<Row>
        rows={draft.spares}
        onChange={(spares) => set({ spares })}
        nameOf={(place) => t("spareName", { number: place + 1 })}
        fresh={(id) => ({ id, text: "" })}
        add={t("addSpare")}
        least={0}
        most={10 - spareFrom}
        isOrdered={false}
      >
        {(spare, place, change, buttons) => (
          <>
            <TextField
              type="text"
              label={t("spareName", { number: place + 1 })}
              error={at(`body.rights.${spareFrom + place}`)}
              maxLength={500}
              value={spare.text}
              onChange={(event) => change({ text: event.currentTarget.value })}
            />
            {buttons}
          </>
        )}
      </RowList>
    </fieldset>
  );
}
