"use client";
import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState, useTransition } from "react";
import { post, type Said } from "#app/(member)/post.ts";
import { EVIDENCE_ENDINGS } from "#domain/tasks/evidence-files.ts";
import { Button } from "#ui/button.tsx";
import { FileField } from "#ui/file-field.tsx";
import { type TaskFile, TaskFiles } from "#ui/task-files.tsx";

type Props = Readonly<{
  taskId: number;
  files: readonly TaskFile[];
  mayAdd: boolean;
  mayRemove: boolean;
  /** What a form without JavaScript was refused with. */
  refused: string | undefined;
}>;
const LARGEST_MB = 25;

function formOf(file: File): FormData {
  const form = new FormData();
  form.set("file", file);
  return form;
}

const tooLarge: Said<never> = { ok: false, code: "file-too-large", params: { limitMb: LARGEST_MB } };

/**
 * What is shown for a task as files. Chosen files go up one by one while the words below are still being written; without JavaScript
 * the same forms are sent whole.
 */
export function EvidenceFiles({ taskId, files, mayAdd, mayRemove, refused }: Props): ReactNode {
  const [t, tRefusals] = [useTranslations("tasks"), useTranslations("refusals")];
  const router = useRouter();
  const [problem, setProblem] = useState(refused);
  const [isSending, setSending] = useState(false);
  const [isMoving, move] = useTransition();
  const path = `/api/tasks/${taskId}/files`;
  const wordsOf = (said: Said<unknown>) =>
    said.ok ? undefined : tRefusals.has(said.code) ? tRefusals(said.code, said.params) : tRefusals("broken");
  const during = async (work: () => Promise<string | undefined>): Promise<void> => {
    setSending(true);
    setProblem(undefined);
    setProblem(await work());
    setSending(false);
    move(() => router.refresh());
  };
  const upload = (chosen: readonly File[]) =>
    during(async () => {
      const problems: string[] = [];
      for (const file of chosen) {
        const said = file.size > LARGEST_MB * 1_000_000 ? tooLarge : await post(path, formOf(file));
        if (!said.ok) problems.push(t("fileProblem", { name: file.name, problem: wordsOf(said) ?? "" }));
      }
      return problems.join("\n") || undefined;
    });
  const remove = (event: FormEvent, { id }: TaskFile) => {
    event.preventDefault();
    void during(async () => wordsOf(await post(`${path}/${id}/remove`)));
  };
  const deedOf = (file: TaskFile) => (
    <form method="post" action={`${path}/${file.id}/remove`} onSubmit={(event) => remove(event, file)}>
      <input type="hidden" name="next" value={`/tasks/${taskId}`} />
      <Button type="submit" compact look="quiet" aria-label={t("removeFile", { name: file.name })} disabled={isSending}>
        <Trash2 aria-hidden className="size-4" />
      </Button>
    </form>
  );
  return (
    <div className="grid gap-4">
      {files.length > 0 && <TaskFiles files={files} {...(mayRemove && { deedOf })} />}
      {mayAdd && (
        <form method="post" action={path} encType="multipart/form-data" className="grid gap-3">
          <input type="hidden" name="next" value={`/tasks/${taskId}?done=added`} />
          <FileField
            name="file"
            multiple
            required
            accept={EVIDENCE_ENDINGS}
            label={t("addFiles")}
            hint={t(mayRemove ? "addFilesHint" : "addFilesLaterHint")}
            error={problem}
            disabled={isSending}
            onChange={(event) => {
              void upload([...(event.currentTarget.files ?? [])]); // a copy: the list is emptied below
              event.currentTarget.value = "";
            }}
          />
          <p role="status" className={isSending || isMoving ? "text-muted text-sm" : "sr-only"}>
            {isSending || isMoving ? t("uploading") : ""}
          </p>
          <noscript>
            <Button type="submit">{t("upload")}</Button>
          </noscript>
        </form>
      )}
    </div>
  );
}
