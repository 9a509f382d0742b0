"use client";
import { useTranslations } from "next-intl";
import { type ClipboardEvent, type FormEvent, type ReactNode, useState } from "react";
import type { Proposal } from "#app/desk/materials/editor/draft.ts";
import { tooLargeFile } from "#app/desk/materials/too-large-file.ts";
import { postJson, type Refused } from "#app/desk/post-json.ts";
import { useRefusedWords } from "#app/desk/use-refused-words.ts";
import { Button } from "#ui/button.tsx";
import { AreaField } from "#ui/field.tsx";
import { FileField } from "#ui/file-field.tsx";
import { Notice } from "#ui/notice.tsx";

/** What was pasted: the words, and the page's own marks where the browser gave them. */
export type RawText = Readonly<{ text: string; html: string }>;
type Props = Readonly<{ raw: RawText; setRaw: (raw: RawText) => void; onProposal: (proposal: Proposal) => void }>;

/** Headings, lists, tables, emphasis: something worth keeping of a page. Bare paragraphs are read from the words alone. */
const HAS_FORM = /<(?:h[1-6]|ul|ol|li|table|blockquote|strong|b|img)\b/iu;
/** As the server has it; it says the same, but only after all of the file has travelled. */
const LARGEST_MB = 20;

function formOf(target: HTMLFormElement, { text, html }: RawText): FormData | null {
  const form = new FormData(target);
  const file = form.get("file");
  if (file instanceof File && file.size > LARGEST_MB * 1024 * 1024) return null;
  form.set("text", text);
  if (html !== "") form.set("html", html);
  return form;
}

/** A document, or a pasted text, handed to the cleaner. What was pasted stays when it is refused. */
export function RawTextForm({ raw, setRaw, onProposal }: Props): ReactNode {
  const t = useTranslations("materialDesk");
  const [refused, setRefused] = useState<Refused | null>(null);
  const [isReading, setReading] = useState(false);
  const { at, whole } = useRefusedWords(refused);
  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (isReading) return;
    const form = formOf(event.currentTarget, raw);
    if (!form) return setRefused(tooLargeFile(LARGEST_MB));
    setReading(true);
    const posted = await postJson<Proposal>("/api/desk/materials/propose", form);
    setReading(false);
    if (posted.ok) onProposal(posted.value);
    else setRefused(posted.refused);
  };
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    const html = event.clipboardData.getData("text/html");
    const area = event.currentTarget;
    // A page pasted over everything keeps its form; pieces put together do not.
    const isWhole = area.value === "" || (area.selectionStart === 0 && area.selectionEnd === area.value.length);
    if (!isWhole || !HAS_FORM.test(html)) return;
    event.preventDefault();
    setRaw({ text: event.clipboardData.getData("text/plain"), html });
  };
  const [fileProblem, textProblem] = [at("file"), at("text", "html")];
  return (
    <form onSubmit={send} aria-label={t("raw")} className="grid gap-8">
      <FileField name="file" accept=".docx,.html,.htm,.md,.markdown,.txt,.pdf" label={t("file")} hint={t("fileHint")} error={fileProblem} />
      <div className="grid gap-3">
        <AreaField
          label={t("paste")}
          hint={t("pasteHint")}
          error={textProblem}
          rows={14}
          lang="zh-CN"
          value={raw.text}
          onPaste={paste}
          onChange={(event) => setRaw({ text: event.currentTarget.value, html: "" })}
        />
        {raw.html !== "" && (
          <Notice
            action={
              <Button compact onClick={() => setRaw({ ...raw, html: "" })}>
                {t("wordsOnly")}
              </Button>
            }
          >
            {t("pageKept")}
          </Notice>
        )}
      </div>
      {whole && !fileProblem && !textProblem && <Notice kind="error">{whole}</Notice>}
      <Button type="submit" look="primary" pending={isReading} className="justify-self-start max-sm:w-full">
        {t("propose")}
      </Button>
    </form>
  );
}
