"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import type { Proposal } from "#app/desk/materials/editor/draft.ts";
import { type Posted, postJson, type Refused } from "#app/desk/post-json.ts";
import { useRefusedWords } from "#app/desk/use-refused-words.ts";
import { Button } from "#ui/button.tsx";
import { AreaField, TextField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";

type Props = Readonly<{ text: string; setText: (text: string) => void; onProposal: (proposal: Proposal) => void }>;

const propose = (form: FormData): Promise<Posted<Proposal>> => postJson("/api/desk/materials/propose", form);

/** A raw text, pasted or from a file, handed to the cleaner. What was pasted stays when it is refused. */
export function RawTextForm({ text, setText, onProposal }: Props): ReactNode {
  const t = useTranslations("materialDesk");
  const [refused, setRefused] = useState<Refused | null>(null);
  const [isReading, setReading] = useState(false);
  const { at, whole } = useRefusedWords(refused);
  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (isReading) return;
    setReading(true);
    const posted = await propose(new FormData(event.currentTarget));
    setReading(false);
    if (posted.ok) onProposal(posted.value);
    else setRefused(posted.refused);
  };
  const fileProblem = at("file");
  const textProblem = at("text");
  return (
    <form onSubmit={send} aria-label={t("raw")} className="grid gap-8">
      <TextField
        type="file"
        name="file"
        accept=".txt,.md,.markdown,text/plain,text/markdown"
        label={t("file")}
        hint={t("fileHint")}
        error={fileProblem}
        className="py-2"
      />
      <AreaField
        name="text"
        label={t("paste")}
        hint={t("pasteHint")}
        error={textProblem}
        rows={14}
        lang="zh-CN"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {whole && !fileProblem && !textProblem && <Notice kind="error">{whole}</Notice>}
      <Button type="submit" look="primary" pending={isReading} className="justify-self-start max-sm:w-full">
        {t("propose")}
      </Button>
    </form>
  );
}
