import { Download } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LinkButton } from "#ui/button.tsx";
import { FileSize } from "#ui/file-size.tsx";
import { type Column, DataTable } from "#ui/table.tsx";
import { TimeText } from "#ui/time-text.tsx";

type Pack = Readonly<{ id: number; madeAt: Date; askedBy: string | null; size: number; files: number; rootHash: string }>;

/** The packs that were made, newest first, each with the hash that a copy is compared by. */
export function PackTable({ slug, packs }: { slug: string; packs: readonly Pack[] }): ReactNode {
  const t = useTranslations("evidence");
  const format = useFormatter();
  const columns: Column<Pack>[] = [
    { key: "at", head: t("madeAt"), main: true, cell: ({ madeAt }) => <TimeText at={madeAt} form="dated" /> },
    { key: "by", head: t("askedBy"), cell: ({ askedBy }) => askedBy },
    { key: "files", head: t("files"), align: "end", cell: ({ files }) => files },
    { key: "size", head: t("size"), align: "end", cell: ({ size }) => <FileSize bytes={size} /> },
    { key: "root", head: t("root"), cell: ({ rootHash }) => <code className="break-all text-sm">{rootHash}</code> },
    {
      key: "download",
      head: t("download"),
      bare: true,
      align: "end",
      cell: ({ id, madeAt }) => (
        <LinkButton
          compact
          href={`/api/desk/contests/${slug}/evidence/${id}`}
          prefetch={false}
          aria-label={t("downloadOf", { at: format.dateTime(madeAt, { dateStyle: "short", timeStyle: "short" }) })}
        >
          <Download aria-hidden className="size-4" />
          {t("download")}
        </LinkButton>
      ),
    },
  ];
  return <DataTable caption={t("list")} columns={columns} rows={packs} keyOf={({ id }) => String(id)} />;
}
