"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ShownBody } from "#domain/papers/presentation.ts";
import type { Response } from "#domain/questions/question.ts";
import { Notice } from "#ui/notice.tsx";
import { isAnswered } from "#ui/responses.ts";
import { SheetFoot } from "#ui/sheet-foot.tsx";
import { SheetQuestion } from "#ui/sheet-question.tsx";
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
          <SheetQuestion
            key={slot}
            slot={slot}
            body={body}
            number={slot + 1}
            total={questions.length}
            response={answers[slot] ?? null}
            isDisabled={isSending}
            onChange={(response) => answer(slot, response)}
          />
        ))}
      </ol>
      <SheetFoot answered={answered} total={questions.length} isSending={isSending} isUnsure={isUnsure} stay={stay}>
        {refused && <Notice kind="error">{refused}</Notice>}
      </SheetFoot>
    </form>
  );
}
