"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { BranchChoice } from "#app/desk/questions/import/start-import.tsx";
import type { RowFilter } from "#server/question-imports/import-rows.ts";
import type { ImportRow } from "#server/question-imports/import-schemas.ts";
import { Button } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import { ImportRowCard } from "./import-row-card.tsx";
import { useImportDesk } from "./use-import-desk.ts";
import { WritePanel } from "./write-panel.tsx";

export type Brought = Readonly<{
  id: number;
  fileName: string;
  format: "sheet" | "text" | "gift" | "aiken" | "moodle-xml";
  branchId: number | null;
  isPrivate: boolean;
  revision: number;
  counts: Readonly<{ all: number; ready: number; bad: number; errors: number; twins: number; skipped: number }>;
  rows: readonly ImportRow[];
}>;

type Props = Readonly<{
  brought: Brought;
  isOpen: boolean;
  only: RowFilter;
  branches: readonly BranchChoice[];
  categories: readonly string[];
  /** The pages of the list. */
  children: ReactNode;
}>;

/** The rows of a file with what is wrong with each, mended where they stand, and the way into the bank. */
export function ImportDesk({ brought, isOpen, only, branches, categories, children }: Props): ReactNode {
  const t = useTranslations("questionImports");
  const desk = useImportDesk(brought);
  const { rows, whole, busy } = desk;
  const bulk = only === "errors" || only === "twins" ? "skip" : only === "skipped" ? "import" : null;
  return (
    <div className="grid gap-6">
      {isOpen && bulk && rows.length > 0 && (
        <Button compact pending={busy === "all"} onClick={() => void desk.chooseAll(only, bulk)} className="justify-self-start">
          {t(bulk === "skip" ? "skipAll" : "takeAll", { count: brought.counts[only as "errors" | "twins" | "skipped"] })}
        </Button>
      )}
      {whole && <Notice kind="error">{whole}</Notice>}
      {rows.length === 0 && <p className="py-6 text-center text-muted">{t(`empty.${only}`)}</p>}
      <ol className="grid gap-3">
        {rows.map((row) => (
          <li key={row.place}>
            <ImportRowCard row={row} desk={desk} isOpen={isOpen} isSheet={brought.format === "sheet"} categories={categories} />
          </li>
        ))}
      </ol>
      {children}
      {isOpen && <WritePanel brought={brought} revision={desk.revision} branches={branches} />}
    </div>
  );
}
