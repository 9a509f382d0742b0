import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { wallTimeOf } from "#app/desk/contests/wizard/wall-time.ts";
import { SendForm } from "#app/desk/send-form.tsx";
import { AreaField, TextField } from "#ui/field.tsx";

type Props = {
  task: Readonly<{ id: number; title: string; body: string; dueAt: Date | null }>;
  errorAt: (field: string) => string | undefined;
};

/** What is to be done and until when, while it is not done. */
export async function EditForm({ task, errorAt }: Props): Promise<ReactNode> {
  const t = await getTranslations("taskDesk");
  const { id, title, body, dueAt } = task;
  return (
    <SendForm action={`/api/desk/tasks/${id}`} next={`/desk/tasks/${id}?done=saved`} submit={t("save")} look="secondary">
      <TextField label={t("titleField")} name="title" required maxLength={120} defaultValue={title} error={errorAt("title")} />
      <AreaField label={t("bodyField")} name="body" rows={4} maxLength={4_000} optional defaultValue={body} error={errorAt("body")} />
      <TextField
        label={t("dueField")}
        name="dueAt"
        type="datetime-local"
        optional
        defaultValue={dueAt ? wallTimeOf(dueAt) : ""}
        error={errorAt("dueAt")}
      />
    </SendForm>
  );
}
