import { Paperclip } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FileSize } from "./file-size.tsx";
import { TimeText } from "./time-text.tsx";

export type TaskFile = Readonly<{ id: number; name: string; size: number; address: string; addedBy: string | null; addedAt: Date }>;
type Props = Readonly<{ files: readonly TaskFile[]; deedOf?: (file: TaskFile) => ReactNode }>;

/** The files that are shown for a task: what, how large, by whom and when. Several people may have added some. */
export function TaskFiles({ files, deedOf }: Props): ReactNode {
  const t = useTranslations("tasks");
  return (
    <ul aria-label={t("files")} className="grid">
      {files.map((file) => (
        <li key={file.id} className="flex items-center gap-3 border-line border-b py-1">
          <Paperclip aria-hidden className="size-4 flex-none text-muted" />
          <div className="min-w-0 flex-1">
            <a href={file.address} className="inline-flex min-h-11 items-center break-all underline underline-offset-4">
              {file.name}
            </a>
            <p className="flex flex-wrap gap-x-3 pb-1 text-muted text-sm">
              <span className="tabular">
                <FileSize bytes={file.size} />
              </span>
              {file.addedBy && <span>{file.addedBy}</span>}
              <TimeText at={file.addedAt} />
            </p>
          </div>
          {deedOf?.(file)}
        </li>
      ))}
    </ul>
  );
}
