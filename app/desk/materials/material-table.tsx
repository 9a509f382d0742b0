import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DataTable } from "#ui/table.tsx";
import { TimeText } from "#ui/time-text.tsx";
import { type MaterialState, StateBadge } from "./state-badge.tsx";

type Material = Readonly<{
  slug: string;
  title: string;
  collection: string;
  characters: number;
  state: MaterialState;
  waits: boolean;
  branchName: string | null;
  audienceTags: readonly string[];
  number: number;
  publishedNumber: number | null;
  questions: number;
  editedAt: Date;
  editedBy: string | null;
}>;

/** Study texts, one a row; the title leads to the text's desk page. */
export function MaterialTable({ materials, empty }: { materials: readonly Material[]; empty: ReactNode }): ReactNode {
  const t = useTranslations("materialDesk");
  return (
    <DataTable
      caption={t("title")}
      rows={materials}
      keyOf={({ slug }) => slug}
      empty={empty}
      columns={[
        {
          key: "title",
          head: t("columns.title"),
          main: true,
          cell: ({ slug, title }) => (
            <Link
              href={`/desk/materials/${slug}`}
              lang="zh-CN"
              className="inline-flex min-h-11 items-center font-medium hover:text-seal hover:underline sm:min-w-60"
            >
              {title}
            </Link>
          ),
        },
        {
          key: "collection",
          head: t("collection"),
          cell: ({ collection }) => (
            <span lang="zh-CN" className="sm:inline-block sm:min-w-20">
              {collection || <span aria-hidden>–</span>}
            </span>
          ),
        },
        { key: "state", head: t("state"), cell: ({ state, waits }) => <StateBadge state={state} waits={waits} /> },
        {
          key: "branch",
          head: t("branch"),
          cell: ({ branchName, audienceTags }) => (
            <span className="sm:inline-block sm:min-w-24">
              {branchName ?? t("everybody")}
              {audienceTags.length > 0 && (
                <span lang="zh-CN" className="block text-muted text-sm">
                  {audienceTags.join(t("comma"))}
                </span>
              )}
            </span>
          ),
        },
        {
          key: "versions",
          head: t("columns.versions"),
          cell: ({ number, publishedNumber }) => (
            <span className="whitespace-nowrap">
              {t("version", { number })}
              {publishedNumber !== null && publishedNumber !== number && (
                <span className="text-muted text-sm"> {t("readVersion", { number: publishedNumber })}</span>
              )}
            </span>
          ),
        },
        { key: "characters", head: t("columns.characters"), align: "end", cell: ({ characters }) => t("count", { count: characters }) },
        { key: "questions", head: t("columns.questions"), align: "end", cell: ({ questions }) => t("count", { count: questions }) },
        {
          key: "edited",
          head: t("columns.edited"),
          cell: ({ editedAt, editedBy }) => (
            <span className="sm:grid">
              <TimeText at={editedAt} form="day" />
              {editedBy && <span className="text-muted text-sm max-sm:ms-2">{editedBy}</span>}
            </span>
          ),
        },
      ]}
    />
  );
}
