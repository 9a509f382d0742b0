"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ShownBody } from "#domain/papers/presentation.ts";
import type { Response } from "#domain/questions/question.ts";
import { Badge } from "#ui/badge.tsx";
import { Button } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import { QuestionInput } from "#ui/question-inputs.tsx";
import { QuestionMedia } from "#ui/question-media.tsx";
import { isAnswered } from "#ui/responses.ts";
import { Stem } from "#ui/stem.tsx";
import { useQuiz } from "./use-quiz.ts";

type Question = Readonly<{ slot: number; body: ShownBody; response: Response }>;
type Props = Readonly<{
  attemptId: number;
  /** Under which name this device keeps the answers until they are handed in. */
  kept: string;
  questions: readonly Question[];
  until: ReactNode;
  path: string;
}>;

/** The questions of a quiz, one under the other. Answers stay on this device until they are handed in, all at once. */
export function QuizSheet({ attemptId, kept, questions, until, path }: Props): ReactNode {
  const t = useTranslations("programmes");
  const tPlay = useTranslations("play");
  const { answers, answer, isSending, refused, isUnsure, handIn, stay } = useQuiz({ attemptId, kept, questions, path });
  const answered = questions.filter(({ slot }) => isAnswered(answers[slot] ?? null)).length;
  return (
    <form
      className="grid gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        void handIn();
      }}
    >
      <p className="text-muted">{t.rich("sheetLead", { at: () => until })}</p>
      <ol className="grid gap-5">
        {questions.map(({ slot, body }) => (
          <li key={slot} className="rounded-md border border-line bg-raised p-4 sm:p-5">
            <fieldset className="grid min-w-0 gap-3" disabled={isSending}>
              <legend className="mb-3">
                <span className="mb-2 flex items-center gap-2">
                  <span className="tabular font-display font-semibold text-lg">
                    {tPlay("questionOf", { number: slot + 1, total: questions.length })}
                  </span>
                  <Badge>{tPlay(`kinds.${body.kind}`)}</Badge>
                </span>
                <Stem text={body.stem} />
                <QuestionMedia media={body.media} />
                {tPlay.has(`hints.${body.kind}`) && <span className="mt-1 block text-muted text-sm">{tPlay(`hints.${body.kind}`)}</span>}
              </legend>
              <QuestionInput
                body={body}
                name={`q${slot}`}
                response={answers[slot] ?? null}
                isDisabled={isSending}
                onChange={(response) => answer(slot, response)}
              />
            </fieldset>
          </li>
        ))}
      </ol>
      <div className="grid gap-4 border-line border-t pt-5">
        {refused && <Notice kind="error">{refused}</Notice>}
        {isUnsure && (
          <Notice
            kind="warning"
            action={
              <Button compact onClick={stay}>
                {t("stay")}
              </Button>
            }
          >
            {t("unanswered", { count: questions.length - answered })}
          </Notice>
        )}
        <div className="flex flex-wrap items-center gap-4">
          <Button type="submit" look="primary" pending={isSending} className="max-sm:w-full">
            {t(isUnsure ? "handInAnyway" : "handIn")}
          </Button>
          <span role="status" className="tabular text-muted text-sm">
            {t("answeredOf", { answered, total: questions.length })}
          </span>
        </div>
      </div>
    </form>
  );
}
