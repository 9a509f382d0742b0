import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ConfirmForm } from "#ui/confirm-form.tsx";
import { AreaField, TextField } from "#ui/field.tsx";
import { Section } from "#ui/page.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { TimeText } from "#ui/time-text.tsx";

type Comment = Readonly<{
  id: number;
  body: string;
  createdAt: Date;
  author: { name: string; branch: string } | null;
  deleted: boolean;
  mine: boolean;
  mayRemove: boolean;
}>;
type Props = { id: number; comments: readonly Comment[]; error: string | undefined };

/** What others said to a piece, and a box to say something. */
export function Comments({ id, comments, error }: Props): ReactNode {
  const t = useTranslations("reflections");
  return (
    <Section title={t("comments")}>
      {comments.length === 0 && <p className="text-muted">{t("noComments")}</p>}
      <ol className="grid gap-4">
        {comments.map((comment) => (
          <Said key={comment.id} comment={comment} />
        ))}
      </ol>
      <form method="post" action={`/api/reflections/${id}/comments`} className="no-print grid gap-3">
        <AreaField label={t("comment")} name="body" rows={3} maxLength={2_000} required error={error} />
        <SubmitButton look="secondary" className="justify-self-start">
          {t("send")}
        </SubmitButton>
      </form>
    </Section>
  );
}

function Said({ comment: { id, body, author, createdAt, mine, mayRemove } }: { comment: Comment }): ReactNode {
  const t = useTranslations("reflections");
  const path = `/api/reflection-comments/${id}/remove`;
  return (
    <li className="grid gap-1 border-line border-b pb-4 last:border-0">
      <div className="flex flex-wrap items-center gap-x-3 text-muted text-sm">
        {author ? <span lang="zh-CN" className="text-ink">{`${author.name} · ${author.branch}`}</span> : <span>{t("deleted")}</span>}
        <TimeText at={createdAt} />
        {mayRemove && mine && (
          <form method="post" action={path} className="no-print">
            <SubmitButton look="quiet" compact>
              {t("remove")}
            </SubmitButton>
          </form>
        )}
        {mayRemove && !mine && (
          <ConfirmForm action={path} trigger={t("hide")} triggerLook="quiet" compact title={t("hideTitle")} confirm={t("hide")}>
            <TextField label={t("reason")} name="reason" required maxLength={500} />
          </ConfirmForm>
        )}
      </div>
      {body && (
        <p lang="zh-CN" className="whitespace-pre-wrap break-words">
          {body}
        </p>
      )}
    </li>
  );
}
