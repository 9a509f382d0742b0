import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SendForm } from "#app/desk/send-form.tsx";
import { AreaField } from "#ui/field.tsx";
import { TimeText } from "#ui/time-text.tsx";

type Complaint = Readonly<{
  id: number;
  body: string;
  createdAt: Date;
  person: Readonly<{ name: string }>;
  branch: Readonly<{ name: string }>;
  reply: string | null;
  repliedBy: string | null;
  repliedAt: Date | null;
}>;

/** One complaint with its reply, or with the field to write it. */
export async function ComplaintCard({ complaint }: { complaint: Complaint }): Promise<ReactNode> {
  const t = await getTranslations("complaintsDesk");
  const { id, body, createdAt, person, branch, reply, repliedBy, repliedAt } = complaint;
  return (
    <article className="grid gap-4 rounded-md border border-line bg-raised p-4 sm:p-5">
      <header className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="font-semibold">{t("from", { name: person.name, branch: branch.name })}</h2>
        <p className="text-muted text-sm">
          <TimeText at={createdAt} />
        </p>
      </header>
      <p className="wrap-anywhere whitespace-pre-line">{body}</p>
      {repliedAt !== null && (
        <div className="grid gap-1 border-line border-t pt-4">
          <p className="text-muted text-sm">
            {t("repliedBy", { name: repliedBy ?? "–" })} · <TimeText at={repliedAt} />
          </p>
          <p className="wrap-anywhere whitespace-pre-line">{reply}</p>
        </div>
      )}
      {repliedAt === null && (
        <SendForm
          action={`/api/desk/complaints/${id}/reply`}
          next="/desk/complaints?done=replied"
          submit={t("send")}
          look="secondary"
          className="grid gap-4 border-line border-t pt-4"
        >
          <AreaField label={t("replyTo", { name: person.name })} hint={t("replyHint")} name="reply" required maxLength={2000} rows={3} />
        </SendForm>
      )}
    </article>
  );
}
