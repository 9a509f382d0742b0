"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef } from "react";
import type { QuestionKind } from "#domain/questions/question.ts";
import { Button } from "#ui/button.tsx";
import { AreaField, SelectField } from "#ui/field.tsx";
import { withKind } from "./draft.ts";
import type { PartProps } from "./part-props.ts";

/** The kind and the text of the question; a blank is put where the cursor stands. */
export function StemPart({ draft, set, at, kinds }: PartProps & { kinds: readonly QuestionKind[] }): ReactNode {
  const t = useTranslations("questionDesk");
  const frame = useRef<HTMLDivElement>(null);
  const putBlank = (): void => {
    const area = frame.current?.querySelector("textarea");
    if (!area) return;
    area.focus();
    area.setRangeText("____", area.selectionStart, area.selectionEnd, "end");
    set({ stem: area.value });
  };
  const noBlank = at("body.blanks") && t("noBlanksYet");
  return (
    <div ref={frame} className="grid gap-4">
      <SelectField
        label={t("kind")}
        hint={t(`kindHints.${draft.kind}`)}
        value={draft.kind}
        onChange={(event) => set(withKind(draft, event.currentTarget.value as QuestionKind))}
      >
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`kinds.${kind}`)}
          </option>
        ))}
      </SelectField>
      <AreaField
        label={t(draft.kind === "group" ? "materialText" : "stem")}
        hint={draft.kind === "fill" ? t("stemHintFill") : undefined}
        error={at("body.stem") ?? noBlank}
        rows={3}
        maxLength={5_000}
        className="field-sizing-content min-h-24"
        value={draft.stem}
        onChange={(event) => set({ stem: event.currentTarget.value })}
      />
      {draft.kind === "fill" && (
        <Button compact className="justify-self-start" onClick={putBlank}>
          {t("putBlank")}
        </Button>
      )}
    </div>
  );
}
