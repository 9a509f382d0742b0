"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Figure } from "#ui/figure.tsx";
import { Notice } from "#ui/notice.tsx";
import { type Column, DataTable } from "#ui/table.tsx";
import type { ImportKind, ImportReply, RowProblem } from "./import-reply.ts";
import { PlannedRows } from "./planned-rows.tsx";

const SHOWN = 200;

/** What a run found: how much of what, every problem with its place in words, and what would happen. */
export function ImportFindings({ kind, reply }: { kind: ImportKind; reply: ImportReply }): ReactNode {
  const t = useTranslations("importDesk");
  const { counts, problems, total } = reply;
  return (
    <div role="status" className="grid gap-6">
      <div className="grid grid-cols-3 gap-4 sm:grid-cols-6">
        <Figure value={total} label={t("counts.total")} />
        {(["adds", "changes", "moves", "same", "problems"] as const).map((name) => (
          <Figure key={name} value={counts[name]} label={t(`counts.${name}`)} />
        ))}
      </div>
      {problems.length > 0 && (
        <Notice kind="error" title={t("problemsTitle", { count: problems.length })}>
          {t("problemsLead")}
        </Notice>
      )}
      {problems.length === 0 && counts.same === total && <Notice>{t("nothing")}</Notice>}
      {problems.length === 0 && counts.same < total && <Notice kind="success">{t("clean")}</Notice>}
      {problems.length > 0 && <Problems problems={problems} />}
      {(["adds", "changes", "moves"] as const).map((part) => (
        <PlannedRows key={part} kind={kind} part={part} rows={reply[part]} total={counts[part]} />
      ))}
    </div>
  );
}

function Problems({ problems }: { problems: readonly RowProblem[] }): ReactNode {
  const t = useTranslations("importDesk");
  const tProblems = useTranslations("importProblems");
  const sentence = ({ code, params }: RowProblem) =>
    tProblems.has(code) ? tProblems(code, { ...params }) : t("unknownProblem", { code: code.slice(0, 60) });
  const columns: readonly Column<RowProblem>[] = [
    { key: "row", head: t("row"), main: true, cell: ({ row }) => (row > 1 ? t("rowNumber", { row }) : t("header")) },
    { key: "column", head: t("column"), cell: ({ column }) => column },
    { key: "problem", head: t("problem"), cell: sentence },
  ];
  return (
    <div className="grid gap-2">
      <DataTable
        caption={t("problem")}
        rows={problems.slice(0, SHOWN)}
        keyOf={({ row, column, code }) => `${row} ${column} ${code}`}
        columns={columns}
      />
      {problems.length > SHOWN && <p className="text-muted text-sm">{t("first", { shown: SHOWN, total: problems.length })}</p>}
    </div>
  );
}
