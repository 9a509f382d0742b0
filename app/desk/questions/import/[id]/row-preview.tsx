import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AnswerKey } from "#app/desk/questions/answer-key.tsx";
import { ShownQuestion } from "#app/desk/questions/shown-question.tsx";
import { presentationOf, shownBody, shownKey } from "#domain/papers/presentation.ts";
import type { ImportRow } from "#server/question-imports/import-schemas.ts";

/** The question as it was understood, with its answer; folded until somebody wants to see it. */
export function RowPreview({ draft }: { draft: NonNullable<ImportRow["draft"]> }): ReactNode {
  const t = useTranslations("questionImports");
  const { body, key, explanation, category, source, tags, media } = draft;
  const presentation = presentationOf(body, "import", 0, false);
  const shown = shownBody(body, presentation);
  const about = [category, source, tags.join(" · ")].filter((part) => part !== "");
  return (
    <details className="rounded-sm border border-line">
      <summary className="flex min-h-11 cursor-pointer items-center px-3 text-sm">{t("understood")}</summary>
      <div className="grid gap-4 border-line border-t p-3">
        <ShownQuestion body={shown} />
        <AnswerKey body={shown} answer={shownKey(key, presentation, body)} explanation={explanation} />
        {about.length > 0 && (
          <p lang="zh-CN" className="text-muted text-sm">
            {about.join(" / ")}
          </p>
        )}
        {media.length > 0 && <p className="text-muted text-sm">{t("media", { count: media.length })}</p>}
      </div>
    </details>
  );
}
