// Above 150 lines: the smaller parts below a record stand together; each is a list and at most one form.
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "#ui/badge.tsx";
import { AreaField, SelectField, TextField } from "#ui/field.tsx";
import { FileField } from "#ui/file-field.tsx";
import { Section } from "#ui/page.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { TimeText } from "#ui/time-text.tsx";

type May = { write: boolean; add: boolean };
type Files = { id: number; files: readonly { id: number; name: string; address: string }[]; may: May };

/** Files that hang on the record; whoever reads it reads them. */
export function Attachments({ record, error }: { record: Files; error: string | undefined }): ReactNode {
  const t = useTranslations("recordPage");
  const path = `/api/meetings/${record.id}/record/files`;
  if (record.files.length === 0 && !record.may.write) return null;
  return (
    <Section title={t("fields.attachments")}>
      {record.files.length === 0 && <p className="text-muted">{t("noFiles")}</p>}
      <ul className="grid gap-1">
        {record.files.map((file) => (
          <li key={file.id} className="flex flex-wrap items-center gap-3">
            <a href={file.address} className="inline-flex min-h-11 items-center text-seal underline underline-offset-4" lang="zh-CN">
              {file.name}
            </a>
            {record.may.write && (
              <form method="post" action={`${path}/${file.id}/remove`} className="no-print">
                <SubmitButton look="quiet" compact>
                  {t("removeFile")}
                </SubmitButton>
              </form>
            )}
          </li>
        ))}
      </ul>
      {record.may.write && (
        <form method="post" action={path} encType="multipart/form-data" className="no-print grid gap-3 sm:max-w-md">
          <FileField label={t("addFile")} hint={t("fileHint")} name="file" required error={error} />
          <SubmitButton look="secondary" className="justify-self-start">
            {t("upload")}
          </SubmitButton>
        </form>
      )}
    </Section>
  );
}

type Decided = { decisions: readonly { id: number; body: string; owner: string | null; isTask: boolean; isMine: boolean }[] };

/** Decisions, and which of them are tasks already. */
export function Decisions({ record: { decisions } }: { record: Decided }): ReactNode {
  const t = useTranslations("recordPage");
  if (decisions.length === 0) return null;
  return (
    <Section title={t("decisions")}>
      <p className="text-muted text-sm">{t("decisionsLead")}</p>
      <ul className="grid gap-2">
        {decisions.map(({ id, body, owner, isTask }) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-3">
            <span lang="zh-CN" className="break-words">
              {body}
            </span>
            {owner && (
              <span lang="zh-CN" className="text-muted">
                {owner}
              </span>
            )}
            {isTask && <Badge tone="pine">{t("isTask")}</Badge>}
          </li>
        ))}
      </ul>
    </Section>
  );
}

type Taken = {
  id: number;
  takeaways: readonly { id: number; body: string; name: string; mayAsk: boolean; isAsked: boolean }[];
};
type ErrorAt = (field: string) => string | undefined;

/** What people took away, and a form that makes a question for the bank's reviewers of one. */
export function Takeaways({ record: { id, takeaways }, errorAt }: { record: Taken; errorAt: ErrorAt }): ReactNode {
  const t = useTranslations("recordPage");
  if (takeaways.length === 0) return null;
  return (
    <Section title={t("takeaways")}>
      <ul className="grid gap-3">
        {takeaways.map((takeaway) => (
          <li key={takeaway.id} className="grid gap-1 border-line border-b pb-3 last:border-0">
            <p lang="zh-CN" className="whitespace-pre-wrap break-words">
              {takeaway.body}
            </p>
            <p className="flex flex-wrap gap-3 text-muted text-sm">
              <span lang="zh-CN">{takeaway.name}</span>
              {takeaway.isAsked && <Badge tone="indigo">{t("asked")}</Badge>}
            </p>
            {takeaway.mayAsk && (
              <details className="no-print">
                <summary className="inline-flex min-h-11 items-center underline underline-offset-4">{t("ask")}</summary>
                <AskForm id={id} takeaway={takeaway.id} errorAt={errorAt} />
              </details>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function AskForm({ id, takeaway, errorAt }: { id: number; takeaway: number; errorAt: ErrorAt }): ReactNode {
  const t = useTranslations("recordPage");
  return (
    <form method="post" action={`/api/meetings/${id}/record/questions`} className="grid gap-3">
      <input type="hidden" name="takeaway" value={takeaway} />
      <SelectField label={t("question.kind")} name="kind">
        <option value="truefalse">{t("question.truefalse")}</option>
        <option value="single">{t("question.single")}</option>
      </SelectField>
      <AreaField label={t("question.stem")} name="stem" rows={3} maxLength={1_000} required error={errorAt("stem")} />
      <SelectField label={t("question.truth")} hint={t("question.truthHint")} name="truth">
        <option value="true">{t("question.true")}</option>
        <option value="false">{t("question.false")}</option>
      </SelectField>
      {(["A", "B", "C", "D"] as const).map((letter) => (
        <TextField
          key={letter}
          label={t("question.option", { letter })}
          name={`option${letter}`}
          maxLength={200}
          optional
          error={errorAt(`option${letter}`)}
        />
      ))}
      <SelectField label={t("question.right")} hint={t("question.rightHint")} name="right">
        {["A", "B", "C", "D"].map((letter) => (
          <option key={letter}>{letter}</option>
        ))}
      </SelectField>
      <AreaField label={t("question.explanation")} name="explanation" rows={2} maxLength={2_000} optional />
      <SubmitButton look="secondary" className="justify-self-start">
        {t("question.send")}
      </SubmitButton>
    </form>
  );
}

type Added = { id: number; addenda: readonly { id: number; body: string; name: string; createdAt: Date }[]; may: May };

/** What was added after the lock, and a box to add. */
export function Addenda({ record: { id, addenda, may }, error }: { record: Added; error: string | undefined }): ReactNode {
  const t = useTranslations("recordPage");
  if (addenda.length === 0 && !may.add) return null;
  return (
    <Section title={t("addenda")}>
      <ol className="grid gap-3">
        {addenda.map(({ id: number, body, name, createdAt }) => (
          <li key={number} className="grid gap-1 border-line border-b pb-3 last:border-0">
            <p lang="zh-CN" className="whitespace-pre-wrap break-words">
              {body}
            </p>
            <p className="flex flex-wrap gap-x-3 text-muted text-sm">
              <span lang="zh-CN">{name}</span>
              <TimeText at={createdAt} form="dated" />
            </p>
          </li>
        ))}
      </ol>
      {may.add && (
        <form method="post" action={`/api/meetings/${id}/record/addenda`} className="no-print grid gap-3">
          <AreaField label={t("addendum")} hint={t("addendumHint")} name="body" rows={4} maxLength={60_000} required error={error} />
          <SubmitButton look="secondary" className="justify-self-start">
            {t("add")}
          </SubmitButton>
        </form>
      )}
    </Section>
  );
}

type Edited = { history: readonly { revision: number; field: string; name: string; savedAt: Date }[] };

/** Who wrote which field when. */
export function History({ record: { history } }: { record: Edited }): ReactNode {
  const t = useTranslations("recordPage");
  if (history.length === 0) return null;
  return (
    <details className="no-print">
      <summary className="inline-flex min-h-11 items-center underline underline-offset-4">
        {t("history", { count: history.length })}
      </summary>
      <ol className="grid gap-1 text-sm">
        {history.map(({ revision, field, name, savedAt }) => (
          <li key={revision} className="flex flex-wrap gap-x-3">
            <TimeText at={savedAt} form="dated" />
            <span lang="zh-CN">{name}</span>
            <span>{t(`fields.${field}`)}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}
