import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { QuestionKind } from "#domain/questions/question.ts";
import { DataTable } from "#ui/table.tsx";
import { TimeText } from "#ui/time-text.tsx";
import { type QuestionState, StateBadge } from "./state-badge.tsx";

type Question = Readonly<{
  id: number;
  kind: QuestionKind;
  stem: string;
  category: string;
  difficulty: number;
  state: QuestionState;
  inUse: boolean;
  isPrivate: boolean;
  editedAt: Date;
  editedBy: string | null;
}>;

/** Questions, one a row; the stem leads to the question. */
export function QuestionTable({ questions, empty }: { questions: readonly Question[]; empty: ReactNode }): ReactNode {
  const t = useTranslations("questionDesk");
  return (
    <DataTable
      caption={t("title")}
      rows={questions}
      keyOf={({ id }) => String(id)}
      empty={empty}
      columns={[
        {
          key: "stem",
          head: t("columns.stem"),
          main: true,
          cell: ({ id, stem, category, isPrivate }) => (
            <div className="min-w-0 sm:min-w-64">
              <Link
                href={`/desk/questions/${id}`}
                lang="zh-CN"
                className="flex min-h-11 items-center font-medium hover:text-seal hover:underline"
              >
                <span className="line-clamp-2">{stem}</span>
              </Link>
              {isPrivate && <span className="block font-normal text-muted text-sm">{t("banks.private")}</span>}
              {category && (
                <span lang="zh-CN" className="block font-normal text-muted text-sm">
                  {category}
                </span>
              )}
            </div>
          ),
        },
        { key: "kind", head: t("kind"), cell: ({ kind }) => <span className="whitespace-nowrap">{t(`kinds.${kind}`)}</span> },
        {
          key: "difficulty",
          head: t("difficulty"),
          cell: ({ difficulty }) => <span className="whitespace-nowrap">{t(`levels.${difficulty}`)}</span>,
        },
        { key: "state", head: t("state"), cell: ({ state, inUse }) => <StateBadge state={state} inUse={inUse} /> },
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
