import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LinkButton } from "#ui/button.tsx";
import { Figure } from "#ui/figure.tsx";
import { Notice } from "#ui/notice.tsx";

type Course = Readonly<{
  imported?: number | undefined;
  skipped?: number | undefined;
  bad?: number | undefined;
  paperId?: number | null | undefined;
  state?: "draft" | "in_review" | undefined;
}>;

/** What came of a file, and where to go on. */
export function ImportOutcome({ course }: { course: Course }): ReactNode {
  const t = useTranslations("questionImports");
  const { imported = 0, skipped = 0, bad = 0, paperId, state = "draft" } = course;
  return (
    <div className="grid gap-4">
      <Notice kind="success" title={t("done", { count: imported })}>
        {t(state === "in_review" ? "doneReview" : "doneDraft")}
      </Notice>
      <div className="grid grid-cols-3 gap-4">
        <Figure value={imported} label={t("outcome.imported")} />
        <Figure value={skipped} label={t("outcome.skipped")} />
        <Figure value={bad} label={t("outcome.bad")} />
      </div>
      <div className="flex flex-wrap gap-3">
        <LinkButton href={`/desk/questions?state=${state}`} look="primary">
          {t("seeBank")}
        </LinkButton>
        {paperId != null && <LinkButton href={`/desk/papers/${paperId}`}>{t("seePaper")}</LinkButton>}
        <LinkButton href="/desk/questions/import">{t("another")}</LinkButton>
      </div>
    </div>
  );
}
