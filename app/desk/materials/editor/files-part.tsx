"use client";
import { FilePlus2, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { tooLargeFile } from "#app/desk/materials/too-large-file.ts";
import { postJson, type Refused } from "#app/desk/post-json.ts";
import { useRefusedWords } from "#app/desk/use-refused-words.ts";
import { Button } from "#ui/button.tsx";
import { TextField } from "#ui/field.tsx";
import { FileField } from "#ui/file-field.tsx";
import { FileSize } from "#ui/file-size.tsx";
import { Notice } from "#ui/notice.tsx";

export type TextFile = Readonly<{ id: number; name: string; contentType: string; size: number; address: string }>;
type Props = Readonly<{ slug: string; start: readonly TextFile[]; insert: (markdown: string) => void }>;

const KINDS = ".png,.jpg,.jpeg,.gif,.webp,.pdf,.mp3,.m4a,.ogg,.oga,.wav,.mp4,.m4v,.webm";
const LARGEST_MB = 25;
const isPicture = ({ contentType }: TextFile) => contentType.startsWith("image/");
const plain = (words: string) => words.replaceAll(/[[\]\\]/gu, "").trim();

/** One file: a picture needs words for those who do not see it before it goes into the text. */
function FileLine({ file, insert, remove }: { file: TextFile; insert: Props["insert"]; remove: () => void }): ReactNode {
  const t = useTranslations("materialDesk");
  const [alt, setAlt] = useState("");
  const [isMissing, setMissing] = useState(false);
  const put = (): void => {
    if (isPicture(file) && plain(alt) === "") setMissing(true);
    else insert(isPicture(file) ? `![${plain(alt)}](${file.address})` : `[${plain(file.name)}](${file.address})`);
  };
  return (
    <li className="grid gap-3 border-line border-b py-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        {/* biome-ignore lint/performance/noImgElement: a private file of this site, which no image service may fetch */}
        {isPicture(file) && <img src={file.address} alt="" className="size-14 rounded-sm border border-line object-cover" />}
        <a href={file.address} className="inline-flex min-h-11 min-w-0 flex-1 items-center break-all underline underline-offset-4">
          {file.name}
        </a>
        <span className="tabular text-muted text-sm">
          <FileSize bytes={file.size} />
        </span>
      </div>
      <div className="flex flex-wrap items-end gap-2">
        {isPicture(file) && (
          <div className="min-w-0 flex-1 basis-48">
            <TextField
              type="text"
              label={t("alt")}
              maxLength={120}
              value={alt}
              error={isMissing ? t("altMissing") : undefined}
              onChange={(event) => {
                setAlt(event.currentTarget.value);
                setMissing(false);
              }}
            />
          </div>
        )}
        <Button compact onClick={put}>
          <FilePlus2 aria-hidden className="size-4" />
          {t("insert")}
        </Button>
        <Button compact look="quiet" aria-label={t("removeFile", { name: file.name })} onClick={remove}>
          <Trash2 aria-hidden className="size-4" />
        </Button>
      </div>
    </li>
  );
}

/** Pictures, PDF, recordings and films of a text: uploaded here, put into the text at the cursor. */
export function FilesPart({ slug, start, insert }: Props): ReactNode {
  const t = useTranslations("materialDesk");
  const [files, setFiles] = useState(start);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [isSending, setSending] = useState(false);
  const { at, whole } = useRefusedWords(refused);
  const path = `/api/desk/materials/${slug}/files`;
  const upload = async (chosen: readonly File[]): Promise<void> => {
    setRefused(null);
    setSending(true);
    for (const file of chosen) {
      if (file.size > LARGEST_MB * 1_000_000) {
        setRefused(tooLargeFile(LARGEST_MB));
        continue;
      }
      const form = new FormData();
      form.set("file", file);
      const posted = await postJson<TextFile>(path, form);
      if (posted.ok) setFiles((before) => [...before, posted.value]);
      else setRefused(posted.refused);
    }
    setSending(false);
  };
  const remove = async ({ id }: TextFile): Promise<void> => {
    const posted = await postJson(`${path}/${id}/remove`, {});
    if (posted.ok) setFiles((before) => before.filter((file) => file.id !== id));
    else setRefused(posted.refused);
  };
  const problem = at("file");
  return (
    <div className="grid gap-4">
      <FileField
        multiple
        accept={KINDS}
        label={t("upload")}
        hint={t("uploadHint")}
        error={problem}
        disabled={isSending}
        onChange={(event) => {
          void upload([...(event.currentTarget.files ?? [])]); // a copy: the list is emptied below
          event.currentTarget.value = "";
        }}
      />
      <p role="status" className={isSending ? "text-muted text-sm" : "sr-only"}>
        {isSending ? t("uploading") : ""}
      </p>
      {whole && !problem && <Notice kind="error">{whole}</Notice>}
      {files.length > 0 && (
        <ul>
          {files.map((file) => (
            <FileLine key={file.id} file={file} insert={insert} remove={() => void remove(file)} />
          ))}
        </ul>
      )}
    </div>
  );
}
