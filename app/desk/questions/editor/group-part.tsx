"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Notice } from "#ui/notice.tsx";
import { AnswerPart } from "./answer-part.tsx";
import { emptyAnswer, type PartRow } from "./draft.ts";
import { PART_KINDS_IN_ORDER } from "./kinds.ts";
import type { PartProps } from "./part-props.ts";
import { RowList } from "./row-list.tsx";
import { StemPart } from "./stem-part.tsx";

/** "body.options.0" of the part as it is called in the group: "body.parts.2.options.0". */
const within = (place: number, path: string): string => path.replace(/^(body|key)(?=\.|$)/u, `$1.parts.${place}`);

/** The questions on a material, each with its kind, its text and its answer. */
export function GroupPart({ draft, set, at }: PartProps): ReactNode {
  const t = useTranslations("questionDesk");
  const whole = at("body.parts", "key", "key.parts");
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1 font-medium">{t("parts")}</legend>
      <p className="text-muted text-sm">{t("partsHint")}</p>
      {whole && <Notice kind="error">{whole}</Notice>}
      <RowList<PartRow>
        rows={draft.parts}
        onChange={(parts) => set({ parts })}
        nameOf={(place) => t("partName", { number: place + 1 })}
        fresh={(id) => ({ id, draft: emptyAnswer })}
        add={t("addPart")}
        least={1}
        most={10}
      >
        {(row, place, change, buttons) => {
          const part: PartProps = {
            draft: row.draft,
            set: (changed) => change({ draft: { ...row.draft, ...changed } }),
            at: (...paths) => at(...paths.map((path) => within(place, path))),
          };
          return (
            <section aria-label={t("partName", { number: place + 1 })} className="grid gap-4">
              <div className="flex items-center justify-between gap-3">
                <span className="font-semibold">{t("partName", { number: place + 1 })}</span>
                {buttons}
              </div>
              <StemPart {...part} kinds={PART_KINDS_IN_ORDER} />
              <AnswerPart {...part} />
            </section>
          );
        }}
      </RowList>
    </fieldset>
  );
}
