import { FileText } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";

type File = Readonly<{ id: number; name: string; contentType: string; size: number }>;

const hrefOf = ({ id, name }: File): string => `/api/files/${id}/${encodeURIComponent(name)}`;

/** The files that lie beside a text: pictures to look at, sound and film to play, anything else to open. What the text itself shows is left out. */
export function Attachments({ files, shown }: { files: readonly File[]; shown: ReadonlySet<number> }): ReactNode {
  const t = useTranslations("reader");
  const listed = files.filter(({ id }) => !shown.has(id));
  if (listed.length === 0) return null;
  return (
    <section aria-labelledby="attachments" className="grid max-w-[42.75rem] gap-4 border-line border-t pt-5">
      <h2 id="attachments" className="font-display font-semibold text-lg">
        {t("attachments")}
      </h2>
      <ul className="grid gap-4">
        {listed.map((file) => (
          <li key={file.id} className="grid gap-2">
            <Played file={file} />
            <OpenLink file={file} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Played({ file }: { file: File }): ReactNode {
  const [kind] = file.contentType.split("/");
  const address = hrefOf(file);
  if (kind === "image") return <Picture address={address} name={file.name} />;
  // biome-ignore lint/a11y/useMediaCaption: captions, where there are some, are files of their own
  if (kind === "audio") return <audio controls preload="none" src={address} aria-label={file.name} className="no-print w-full" />;
  if (kind !== "video") return null;
  // biome-ignore lint/a11y/useMediaCaption: captions, where there are some, are files of their own
  return <video controls preload="metadata" src={address} aria-label={file.name} className="no-print w-full rounded-md bg-black" />;
}

function Picture({ address, name }: { address: string; name: string }): ReactNode {
  // biome-ignore lint/performance/noImgElement: the optimiser stays off (never.md 21)
  return <img src={address} alt={name} loading="lazy" className="max-h-[32rem] w-auto max-w-full rounded-md" />;
}

function OpenLink({ file }: { file: File }): ReactNode {
  const format = useFormatter();
  const size = format.number(Math.max(0.1, file.size / 1_048_576), { maximumFractionDigits: 1 });
  return (
    <a href={hrefOf(file)} className="inline-flex min-h-11 items-center gap-2 justify-self-start text-seal underline underline-offset-4">
      <FileText aria-hidden className="size-4 flex-none" />
      <span>{file.name}</span>
      <span className="tabular text-muted text-sm no-underline">{size} MB</span>
    </a>
  );
}
