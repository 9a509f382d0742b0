"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import type { Refused } from "#app/desk/post-json.ts";
import { useRefusedWords } from "#app/desk/use-refused-words.ts";
import { isLongField, offeredFields } from "#domain/questions/raw-fields.ts";
import type { ImportRow } from "#server/question-imports/import-schemas.ts";
import { Button } from "#ui/button.tsx";
import { AreaField, TextField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import type { ImportDeskState, Mending } from "./use-import-desk.ts";
import { useProblemWords } from "./use-problem-words.ts";

type Props = Readonly<{ row: ImportRow; desk: ImportDeskState; onDone: () => void }>;

/** A row as it stood in its file, to be written otherwise and read again. It stays open while something is still wrong. */
export function RowForm({ row, desk, onDone }: Props): ReactNode {
  const t = useTranslations("questionImports");
  const form = useRef<HTMLFormElement>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const { whole } = useRefusedWords(refused);
  useEffect(() => {
    const first = form.current?.querySelector<HTMLElement>("[aria-invalid]") ?? form.current?.querySelector<HTMLElement>("input, textarea");
    first?.focus();
  }, []);
  async function send(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const typed = Object.fromEntries([...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]));
    const mending: Mending = typeof row.raw === "string" ? { text: typed["text"] ?? "" } : { cells: { ...row.raw, ...typed } };
    const posted = await desk.mend(row.place, mending);
    if (!posted) return;
    setRefused(posted.ok ? null : posted.refused);
    const isSound = posted.ok && posted.value.row.draft !== null && !posted.value.row.problems.some(({ severity }) => severity === "error");
    if (isSound) onDone();
  }
  return (
    <form ref={form} onSubmit={send} noValidate aria-label={t("mend")} className="grid gap-4 border-line border-t pt-4">
      {typeof row.raw === "string" ? <Lines text={row.raw} /> : <Cells row={row} cells={row.raw} />}
      {whole && <Notice kind="error">{whole}</Notice>}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="primary" compact pending={desk.busy === row.place}>
          {t("readAgain")}
        </Button>
        <Button compact look="quiet" onClick={onDone}>
          {t("leaveRow")}
        </Button>
      </div>
    </form>
  );
}

function Lines({ text }: { text: string }): ReactNode {
  const t = useTranslations("questionImports");
  const rows = Math.min(24, Math.max(6, text.split("\n").length + 1));
  return <AreaField label={t("lines")} name="text" defaultValue={text} rows={rows} spellCheck={false} lang="zh-CN" />;
}

const LONG = 40;

function Cells({ row, cells }: { row: ImportRow; cells: Readonly<Record<string, string>> }): ReactNode {
  const { why, help } = useProblemWords();
  const errorAt = (field: string): string | undefined => {
    const found = row.problems.filter(({ column, severity }) => column === field && severity === "error");
    return found.map((problem) => [why(problem), help(problem)].filter(Boolean).join(" ")).join(" ") || undefined;
  };
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {offeredFields(cells).map((field) => {
        const cell = cells[field] ?? "";
        const said = { label: field, name: field, error: errorAt(field), defaultValue: cell, lang: "zh-CN" };
        const isLong = cell.length > LONG || cell.includes("\n") || isLongField(field);
        return (
          <div key={field} className={isLong ? "sm:col-span-2" : undefined}>
            {isLong ? <AreaField {...said} rows={3} maxLength={5_000} /> : <TextField {...said} maxLength={5_000} />}
          </div>
        );
      })}
    </div>
  );
}
