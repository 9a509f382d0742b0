"use client";
import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { tooLargeFile } from "#app/desk/materials/too-large-file.ts";
import { postJson, type Refused } from "#app/desk/post-json.ts";
import { useRefusedWords } from "#app/desk/use-refused-words.ts";
import type { Medium } from "#domain/questions/question.ts";
import { Button } from "#ui/button.tsx";
import { TextField } from "#ui/field.tsx";
import { FileField } from "#ui/file-field.tsx";
import { Notice } from "#ui/notice.tsx";
import { QuestionMedia } from "#ui/question-media.tsx";
import type { PartProps } from "./part-props.ts";

const KINDS = ".png,.jpg,.jpeg,.gif,.webp,.mp3,.m4a,.ogg,.oga,.wav";
const LARGEST_MB = 25;
const MOST = 6;

/** Pictures and sounds of a question, each with words for those who do not see or hear it. A new question is saved first. */
export function MediaPart({ draft, set, at, questionId }: PartProps & { questionId: number | null }): ReactNode {
  const t = useTranslations("questionDesk");
  const [refused, setRefused] = useState<Refused | null>(null);
  const [isSending, setSending] = useState(false);
  const words = useRefusedWords(refused);
  if (questionId === null) return <p className="text-muted text-sm">{t("mediaAfterSaving")}</p>;
  const upload = async (file: File): Promise<void> => {
    if (file.size > LARGEST_MB * 1_000_000) return setRefused(tooLargeFile(LARGEST_MB));
    setRefused(null);
    setSending(true);
    const form = new FormData();
    form.set("file", file);
    const posted = await postJson<Pick<Medium, "file" | "type">>(`/api/desk/questions/${questionId}/media`, form);
    if (posted.ok) set({ media: [...draft.media, { ...posted.value, alt: "" }] });
    else setRefused(posted.refused);
    setSending(false);
  };
  const problem = words.at("file") ?? at("body.media");
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1 font-medium">{t("media")}</legend>
      {words.whole && !problem && <Notice kind="error">{words.whole}</Notice>}
      {draft.media.map((medium, place) => (
        <div key={medium.file} className="grid gap-2 rounded-md border border-line bg-raised p-3">
          <QuestionMedia media={[medium]} />
          <div className="flex items-end gap-2">
            <div className="min-w-0 flex-1">
              <TextField
                type="text"
                label={t(medium.type === "image" ? "mediumAltImage" : "mediumAltAudio")}
                error={at(`body.media.${place}.alt`)}
                maxLength={300}
                value={medium.alt}
                onChange={(event) => set({ media: draft.media.with(place, { ...medium, alt: event.currentTarget.value }) })}
              />
            </div>
            <Button
              compact
              look="quiet"
              aria-label={t("remove", { name: t("mediumName", { number: place + 1 }) })}
              onClick={() => set({ media: draft.media.toSpliced(place, 1) })}
            >
              <Trash2 aria-hidden className="size-4" />
            </Button>
          </div>
        </div>
      ))}
      {draft.media.length < MOST && (
        <FileField
          accept={KINDS}
          label={t("addMedium")}
          hint={t("addMediumHint")}
          error={problem}
          disabled={isSending}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            event.currentTarget.value = "";
            if (file) void upload(file);
          }}
        />
      )}
      <p role="status" className="sr-only">
        {isSending ? t("uploading") : ""}
      </p>
    </fieldset>
  );
}
