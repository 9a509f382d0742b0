import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { pageContext } from "#app/_http/request-context.ts";
import { getQuiz } from "#server/programmes/get-quiz.ts";
import { Card } from "#ui/card.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { TimeText } from "#ui/time-text.tsx";
import { Words } from "#ui/words.tsx";
import type { ItemPage } from "./item-page.ts";
import { Best } from "./link-parts.tsx";
import { QuizResult } from "./quiz-result.tsx";
import { QuizSheet } from "./quiz-sheet.tsx";
import { TryList } from "./try-list.tsx";

/** A quiz: the open attempt to be answered, else the way to begin one, one's tries, and the one that is looked at. */
export async function QuizPart({ item, shown }: { item: ItemPage; shown: string | undefined }): Promise<ReactNode> {
  const [t, { viewer }] = await Promise.all([getTranslations("programmes"), pageContext()]);
  const { quiz, programme, id, mayWork, best, mastery } = item;
  if (!quiz || viewer.kind !== "member") return null;
  const path = `/study/${programme.slug}/items/${id}`;
  const open = quiz.tries.find(({ state }) => state === "in_progress");
  const looked = quiz.tries.find(({ attemptId, state }) => String(attemptId) === shown && state !== "in_progress");
  if (open && !looked) {
    const { questions, dueAt } = await ask(getQuiz, { id: open.attemptId });
    return (
      <Words names={["programmes", "play", "refusals", "fields", "sheet"]}>
        <QuizSheet
          key={open.attemptId}
          attemptId={open.attemptId}
          kept={`quiz-${viewer.personId}-${open.attemptId}`}
          questions={questions}
          until={<TimeText at={dueAt} />}
          path={path}
        />
      </Words>
    );
  }
  const left = quiz.attempts === null ? null : Math.max(0, quiz.attempts - quiz.tries.length);
  return (
    <>
      {looked && <QuizResult attemptId={looked.attemptId} />}
      <Card>
        <p className="text-muted">
          {t("quizLead", { questions: quiz.questions })} {left === null ? t("triesFree") : t("triesLeft", { left })}
        </p>
        {best !== null && <Best best={best} mastery={mastery} />}
        {mayWork && left !== 0 && (
          <form method="post" action={`/api/programmes/${programme.slug}/items/${id}/attempts`}>
            <input type="hidden" name="next" value={path} />
            <SubmitButton look={looked || item.state === "done" ? "secondary" : "primary"}>
              {t(quiz.tries.length > 0 ? "tryAgain" : "begin")}
            </SubmitButton>
          </form>
        )}
        {quiz.tries.length > 0 && <TryList path={path} tries={quiz.tries} shown={looked?.attemptId} />}
      </Card>
    </>
  );
}
