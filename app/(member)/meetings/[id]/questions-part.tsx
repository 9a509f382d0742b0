import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SendForm } from "#app/desk/send-form.tsx";
import { AreaField } from "#ui/field.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { Words } from "#ui/words.tsx";

type Asked = Readonly<{ id: number; body: string; name: string; isOwn: boolean }>;
type Props = Readonly<{ id: number; questions: readonly Asked[]; mayAsk: boolean; mayRun: boolean; error: string | undefined }>;

/** Questions collected for the lead reader, and the field for one's own. */
export async function QuestionsPart({ id, questions, mayAsk, mayRun, error }: Props): Promise<ReactNode> {
  const t = await getTranslations("meetings");
  return (
    <div className="grid gap-5">
      {questions.length === 0 && <p className="text-muted">{t("noQuestions")}</p>}
      <ul className="grid gap-3">
        {questions.map((question) => (
          <li key={question.id} className="grid gap-1 border-seal border-s-3 ps-3">
            <p className="wrap-anywhere whitespace-pre-wrap">{question.body}</p>
            <div className="flex items-center justify-between gap-3 text-muted text-sm">
              <span>{question.name}</span>
              {(question.isOwn || mayRun) && mayAsk && (
                <form method="post" action={`/api/meetings/${id}/questions/${question.id}/remove`}>
                  <input type="hidden" name="next" value={`/meetings/${id}`} />
                  <SubmitButton look="quiet" compact>
                    {t("takeBack")}
                  </SubmitButton>
                </form>
              )}
            </div>
          </li>
        ))}
      </ul>
      {mayAsk && (
        <Words>
          <SendForm action={`/api/meetings/${id}/questions`} next={`/meetings/${id}?done=asked`} submit={t("ask")} look="secondary">
            <AreaField label={t("yourQuestion")} name="body" rows={3} required maxLength={500} error={error} />
          </SendForm>
        </Words>
      )}
    </div>
  );
}
