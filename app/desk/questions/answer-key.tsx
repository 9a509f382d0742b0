import { CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ShownBody } from "#domain/papers/presentation.ts";
import type { QuestionKey } from "#domain/questions/question.ts";
import { answerLines } from "#ui/key-text.ts";

/** How answers to blanks are compared, and when part of a question counts, in words. */
function rulesOf(key: QuestionKey): string[] {
  if (key.kind === "ordering") return key.adjacentPairs ? ["adjacentPairs"] : [];
  if (key.kind !== "fill") return [];
  const { match, anyOrder, allOrNothing, foldDigits } = key;
  const rules = { [match]: true, anyOrder, allOrNothing, foldDigits };
  return Object.entries(rules).flatMap(([name, holds]) => (holds ? [name] : []));
}

/** The right answer and the explanation, as members see them once answers are shown. */
export function AnswerKey({ body, answer, explanation }: { body: ShownBody; answer: QuestionKey; explanation: string }): ReactNode {
  const t = useTranslations("questionDesk");
  const lines = answerLines(body, answer, { right: t("true"), wrong: t("false"), or: t("or") });
  const isNumbered = ["fill", "ordering", "matching"].includes(body.kind) && lines.length > 1;
  return (
    <div className="grid gap-3 rounded-sm border border-line border-s-3 border-s-pine bg-pine-wash px-4 py-3">
      <p className="flex items-center gap-1.5 font-semibold text-pine">
        <CircleCheck aria-hidden className="size-5 flex-none" />
        {t("rightAnswer")}
      </p>
      <ol lang="zh-CN" className={isNumbered ? "grid list-decimal gap-1 ps-5" : "grid gap-1"}>
        {lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have a fixed order
          <li key={at}>{line}</li>
        ))}
      </ol>
      {rulesOf(answer).map((rule) => (
        <p key={rule} className="text-muted text-sm">
          {t(`marking.${rule}`)}
        </p>
      ))}
      {explanation && (
        <div className="border-line border-t pt-3">
          <p className="font-semibold">{t("explanation")}</p>
          <p lang="zh-CN" className="mt-1 whitespace-pre-line leading-relaxed">
            {explanation}
          </p>
        </div>
      )}
    </div>
  );
}
