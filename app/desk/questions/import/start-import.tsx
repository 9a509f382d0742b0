"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import { postJson, type Refused } from "#app/desk/post-json.ts";
import { useRefusedWords } from "#app/desk/use-refused-words.ts";
import { Button } from "#ui/button.tsx";
import { AreaField, SelectField, TextField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { Tick } from "#ui/tick.tsx";
import { TickField } from "#ui/tick-field.tsx";
import { FileDrop } from "./file-drop.tsx";

export type BranchChoice = Readonly<{ id: number; name: string; depth: number }>;

const TEXT_FORMATS = ["text", "gift", "aiken", "moodle-xml"] as const;
const ENDINGS = ".xlsx,.csv,.docx,.txt,.gift,.xml";

/** A file, or text as it was copied; where the questions go; one button. */
export function StartImport({ branches }: { branches: readonly BranchChoice[] }): ReactNode {
  const t = useTranslations("questionImports");
  const router = useRouter();
  const [way, setWay] = useState<"file" | "text">("file");
  const [refused, setRefused] = useState<Refused | null>(null);
  const [sending, setSending] = useState(false);
  const { at, whole } = useRefusedWords(refused);

  async function send(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (sending) return;
    const form = new FormData(event.currentTarget);
    const file = form.get("file");
    if (file instanceof File && file.name === "") form.delete("file");
    setSending(true);
    const body = form.has("file") ? form : Object.fromEntries(form);
    const posted = await postJson<{ id: number }>("/api/desk/question-imports", body);
    if (posted.ok) return router.push(`/desk/questions/import/${posted.value.id}`);
    setSending(false);
    setRefused(posted.refused);
  }

  const tFiles = useTranslations("questionFiles");
  const none = refused?.code === "no-questions-found" ? `problems.${refused.params["problem"]}` : "";
  const atWay = tFiles.has(none) ? `${at("file", "text")} ${tFiles(none, refused?.params ?? {})}` : at("file", "text");
  return (
    <form onSubmit={send} noValidate aria-label={t("steps.file")} className="grid max-w-3xl gap-5">
      <fieldset className="flex flex-wrap gap-x-6">
        <legend className="sr-only">{t("way")}</legend>
        {(["file", "text"] as const).map((name) => (
          <label key={name} className="flex min-h-11 items-center gap-2 font-medium">
            <Tick type="radio" checked={way === name} onChange={() => setWay(name)} className="size-5 accent-seal" />
            {t(`ways.${name}`)}
          </label>
        ))}
      </fieldset>
      {way === "file" ? (
        <FileDrop error={atWay} accept={ENDINGS} />
      ) : (
        <>
          <AreaField label={t("text")} hint={t("textHint")} error={atWay} name="text" rows={14} spellCheck={false} lang="zh-CN" />
          <SelectField label={t("format")} error={at("format")} name="format" defaultValue="">
            <option value="">{t("formatAny")}</option>
            {TEXT_FORMATS.map((format) => (
              <option key={format} value={format}>
                {t(`formats.${format}`)}
              </option>
            ))}
          </SelectField>
        </>
      )}
      <div className="grid gap-5 sm:grid-cols-2">
        <SelectField label={t("branch")} hint={t("branchHint")} error={at("branchId")} name="branchId" defaultValue="">
          <option value="">{t("everybody")}</option>
          {branches.map(({ id, name, depth }) => (
            <option key={id} value={id}>
              {"\u2003".repeat(depth)}
              {name}
            </option>
          ))}
        </SelectField>
        <TextField label={t("category")} hint={t("categoryHint")} error={at("category")} optional name="category" maxLength={200} />
      </div>
      <TickField label={t("isPrivate")} hint={t("isPrivateHint")} name="isPrivate" />
      {whole && !atWay && <Notice kind="error">{whole}</Notice>}
      <Button type="submit" look="primary" pending={sending} className="justify-self-start max-sm:w-full">
        {t(sending ? "reading" : "read")}
      </Button>
    </form>
  );
}
