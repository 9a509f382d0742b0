import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge, type Tone } from "#ui/badge.tsx";
import { DataTable } from "#ui/table.tsx";
import { TimeText } from "#ui/time-text.tsx";

type State = "reading" | "open" | "writing" | "imported" | "failed" | "dropped";
type Brought = Readonly<{
  id: number;
  fileName: string;
  state: State;
  branchName: string | null;
  createdByName: string;
  createdAt: Date;
  rows: number;
  imported: number | null;
}>;

const tones: Readonly<Record<State, Tone>> = {
  reading: "indigo",
  open: "amber",
  writing: "indigo",
  imported: "pine",
  failed: "seal",
  dropped: "plain",
};

/** Files on their way, and those that came in: each can be gone on with. */
export function ImportList({ imports }: { imports: readonly Brought[] }): ReactNode {
  const t = useTranslations("questionImports");
  return (
    <DataTable
      caption={t("mine")}
      rows={imports}
      keyOf={({ id }) => String(id)}
      columns={[
        {
          key: "file",
          head: t("columns.file"),
          main: true,
          cell: ({ id, fileName }) => (
            <Link href={`/desk/questions/import/${id}`} className="flex min-h-11 items-center font-medium hover:text-seal hover:underline">
              {fileName || t("pasted")}
            </Link>
          ),
        },
        { key: "state", head: t("columns.state"), cell: ({ state }) => <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge> },
        { key: "rows", head: t("columns.rows"), align: "end", cell: ({ rows, imported }) => imported ?? rows },
        { key: "branch", head: t("branch"), cell: ({ branchName }) => branchName ?? t("everybody") },
        {
          key: "made",
          head: t("columns.made"),
          cell: ({ createdAt, createdByName }) => (
            <span className="sm:grid">
              <TimeText at={createdAt} />
              <span className="text-muted text-sm max-sm:ms-2">{createdByName}</span>
            </span>
          ),
        },
      ]}
    />
  );
}
