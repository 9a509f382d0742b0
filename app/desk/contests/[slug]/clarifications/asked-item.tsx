import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SendForm } from "#app/desk/send-form.tsx";
import { Badge } from "#ui/badge.tsx";
import { AreaField, SelectField } from "#ui/field.tsx";
import { TimeText } from "#ui/time-text.tsx";

type Item = Readonly<{
  id: number;
  askedBy: string | null;
  branchName: string | null;
  question: string;
  askedAt: Date;
  answer: string | null;
  isBroadcast: boolean;
  answeredBy: string | null;
}>;

/** One question with its answer, or with the form that answers it. */
export function AskedItem({ item, path }: { item: Item; path: string }): ReactNode {
  const t = useTranslations("clarifications");
  const { id, askedBy, branchName, question, askedAt, answer, isBroadcast, answeredBy } = item;
  return (
    <li className="grid gap-3 rounded-md border border-line bg-raised p-4 sm:p-5">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted text-sm">
        {askedBy === null ? t("nobody") : t("from", { name: askedBy, branch: branchName ?? "" })}
        <TimeText at={askedAt} form="dated" />
        {answer === null ? <Badge tone="amber">{t("waits")}</Badge> : <Badge tone="pine">{t(isBroadcast ? "toldAll" : "toldOne")}</Badge>}
      </p>
      {question && (
        <p lang="zh-CN" className="whitespace-pre-line font-medium">
          {question}
        </p>
      )}
      {answer !== null && (
        <p lang="zh-CN" className="whitespace-pre-line">
          {answer}
          {answeredBy && <span className="block text-muted text-sm">{t("by", { name: answeredBy })}</span>}
        </p>
      )}
      {answer === null && (
        <SendForm action={`/api/desk/clarifications/${id}`} next={`${path}?done=answered`} submit={t("answerSend")} className="grid gap-3">
          <AreaField label={t("answer")} name="answer" required maxLength={1_000} rows={2} />
          <SelectField label={t("to")} name="to" defaultValue="asker">
            <option value="asker">{t("toAsker")}</option>
            <option value="all">{t("toAll")}</option>
          </SelectField>
        </SendForm>
      )}
    </li>
  );
}
