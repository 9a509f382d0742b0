import { BookOpenText, CircleCheck, CircleDashed, CircleX } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ReportQuestion } from "#app/(member)/report-question.tsx";
import { pointsText } from "#app/contests/points-text.ts";
import type { getResult } from "#server/attempts/get-result.ts";
import type { Verb } from "#server/verb.ts";
import { Badge } from "#ui/badge.tsx";
import { QuestionMedia } from "#ui/question-media.tsx";
import { ResultAnswer } from "./result-answer.tsx";

export type ReviewedItem = (typeof getResult extends Verb<infer Value> ? Value : never)["items"][number];
/** As much of it as is shown: a mock exam's question has it too. */
export type LookedBackAt = Pick<ReviewedItem, "slot" | "worth" | "body" | "response" | "mark" | "reveal">;

/** `isByLevels`: the mark is what the answer gave or took (D4.6), which is no part of the question's own points. */
type Props = Readonly<{ item: LookedBackAt; isByLevels?: boolean; reported?: Reported }>;

/** Where it can be reported from, once its answer is shown. */
type Reported = Readonly<{ from: "attempt" | "practice"; id: number }>;

/** One question looked back at: the own answer, its mark, and once they are open the right answer, why, and where to read it. */
export function ResultItem({ item, isByLevels = false, reported }: Props): ReactNode {
  const t = useTranslations("results");
  const { slot, worth, body, mark, reveal } = item;
  return (
    <li className="keep grid gap-4 rounded-md border border-line bg-raised p-4 sm:p-5">
      <div className="flex flex-wrap items-center gap-2">
        <span className="tabular font-display font-semibold text-lg">{t("number", { number: slot + 1 })}</span>
        <Badge>{t(`kinds.${body.kind}`)}</Badge>
        {mark && (
          <MarkBadge milli={mark.milli} isRight={mark.isRight} isAnswered={item.response !== null} worth={isByLevels ? null : worth} />
        )}
      </div>
      <p className="whitespace-pre-line text-[1.0625rem] leading-[1.8]">{body.stem}</p>
      <QuestionMedia media={body.media} />
      <ResultAnswer item={item} />
      {reveal?.explanation && (
        <div className="grid gap-1 rounded-sm bg-sunken px-4 py-3">
          <p className="font-medium text-sm">{t("explanation")}</p>
          <p className="whitespace-pre-line leading-[1.8]">{reveal.explanation}</p>
        </div>
      )}
      {reveal?.passage && (
        <Link
          href={`/materials/${reveal.passage.slug}${reveal.passage.paragraph ? `#${reveal.passage.paragraph}` : ""}`}
          className="no-print inline-flex min-h-11 items-center gap-2 text-seal underline underline-offset-4"
        >
          <BookOpenText aria-hidden className="size-4 flex-none" />
          {t("readPassage", { title: reveal.passage.title })}
        </Link>
      )}
      {reveal && reported && <ReportQuestion {...reported} slot={slot} />}
    </li>
  );
}

function MarkBadge({
  milli,
  isRight,
  isAnswered,
  worth,
}: {
  milli: number;
  isRight: boolean;
  isAnswered: boolean;
  worth: number | null;
}): ReactNode {
  const t = useTranslations("results");
  const earned = pointsText(milli);
  const points =
    worth === null ? t("gave", { points: milli > 0 ? `+${earned}` : earned }) : t("points", { points: earned, worth: pointsText(worth) });
  if (isRight) {
    return (
      <Badge tone="pine" icon={CircleCheck}>
        {t("isRight")} · {points}
      </Badge>
    );
  }
  if (!isAnswered) {
    return (
      <Badge icon={CircleDashed}>
        {t("none")} · {points}
      </Badge>
    );
  }
  return (
    <Badge tone={milli > 0 ? "amber" : "seal"} icon={milli > 0 ? CircleDashed : CircleX}>
      {t(milli > 0 ? "isPartly" : "isWrong")} · {points}
    </Badge>
  );
}
