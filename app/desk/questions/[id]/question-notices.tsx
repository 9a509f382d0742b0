import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { QuestionState } from "#app/desk/questions/state-badge.tsx";
import { LinkButton } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";

type Problem = Readonly<{ severity: "error" | "warning"; field: string; code: string; params: Readonly<Record<string, string | number>> }>;

type Props = Readonly<{
  refused: string | undefined;
  problems: readonly Problem[];
  latest: number;
  shown: number;
  published: number | null;
  state: QuestionState;
  path: string;
}>;

/** What was refused, what deserves a look, and which of the versions is on the screen. */
export function QuestionNotices({ refused, problems, latest, shown, published, state, path }: Props): ReactNode {
  const [t, tFields, tRefusals] = [useTranslations("questionDesk"), useTranslations("fields"), useTranslations("refusals")];
  const isBehind = published !== null && published < latest && shown === latest && state !== "retired";
  return (
    <>
      {refused && (
        <Notice kind="error">
          {tRefusals.has(refused)
            ? tRefusals(refused, { number: latest, id: 0, stem: "" })
            : tRefusals("other", { code: refused.slice(0, 60) })}
        </Notice>
      )}
      {shown !== latest && (
        <Notice
          action={
            <LinkButton href={path} compact>
              {t("toLatest")}
            </LinkButton>
          }
        >
          {t("olderShown", { number: shown, latest })}
        </Notice>
      )}
      {isBehind && <Notice>{t("publishedBehind", { number: published, latest })}</Notice>}
      {state === "retired" && <Notice kind="warning">{t("isRetired")}</Notice>}
      {problems.map(({ field, code, params }) => (
        <Notice key={field + code} kind="warning">
          {tFields.has(code) ? tFields(code, { ...params }) : tFields("other")}
        </Notice>
      ))}
    </>
  );
}
