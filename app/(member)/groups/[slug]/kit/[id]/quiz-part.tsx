import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { letterOf, type ShownBody, shownNumber } from "#domain/papers/presentation.ts";
import { Section } from "#ui/page.tsx";
import { Stem } from "#ui/stem.tsx";

type Asked = Readonly<{ questionId: number; body: ShownBody }>;

/** What stands below a stem, each with its letter or number. */
function linesOf(body: ShownBody): readonly string[] {
  switch (body.kind) {
    case "single":
    case "multiple":
    case "indefinite":
      return body.options.map((option, at) => `${letterOf(at)}. ${option}`);
    case "ordering":
      return body.items.map((item, at) => `${shownNumber(at)}. ${item}`);
    case "matching":
      return [
        ...body.lefts.map((left, at) => `${shownNumber(at)}. ${left}`),
        ...body.rights.map((right, at) => `${letterOf(at)}. ${right}`),
      ];
    case "truefalse":
    case "fill":
    case "numeric":
    case "short":
    case "essay":
      return [];
    case "group":
      return body.parts.flatMap((part, at) => [`(${shownNumber(at)}) ${part.stem}`, ...linesOf(part)]);
  }
}

/** Five questions to ask the group. Their answers are not here: whoever answers in the text is told there. */
export function QuizPart({ quiz }: { quiz: readonly Asked[] }): ReactNode {
  const [t, play] = [useTranslations("groups"), useTranslations("play")];
  return (
    <Section title={t("kit.quiz")}>
      {quiz.length === 0 && <p className="text-muted">{t("kit.noQuiz")}</p>}
      <ol className="grid gap-5">
        {quiz.map(({ questionId, body }, at) => (
          <li key={questionId} className="grid gap-2">
            <span className="text-muted text-sm">
              {at + 1} · {play(`kinds.${body.kind}`)}
            </span>
            <Stem text={body.stem} />
            <ul className="grid gap-1">
              {linesOf(body).map((line) => (
                <li key={line} className="wrap-anywhere">
                  {line}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      <p className="text-muted text-sm">{t("kit.quizHow")}</p>
    </Section>
  );
}
