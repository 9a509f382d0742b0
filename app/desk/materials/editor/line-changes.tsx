"use client";
import { useFormatter, useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "#ui/button.tsx";
import type { Proposal } from "./draft.ts";
import { marksBetween } from "./marks-between.ts";

/** One line of what came in, and what became of it; `after` null: it is taken out. */
type Row = Readonly<{ line: number; before: string; after: string | null; kinds: readonly string[] }>;

const LINE_END = /\r\n|[\r\n\u0085\u2028\u2029]/u;
const MOST = 60;

/** Every line with words, beside what is kept of it. */
export function rowsOf({ original, lines, changes }: Proposal): Row[] {
  const kept = new Map(lines.map(({ line, text }) => [line, text]));
  const kinds = new Map<number, string[]>();
  for (const { line, kind } of changes) kinds.set(line, [...(kinds.get(line) ?? []), kind]);
  return original.text
    .split(LINE_END)
    .map((before, index) => ({ line: index + 1, before, after: kept.get(index + 1) ?? null, kinds: kinds.get(index + 1) ?? [] }))
    .filter(({ before }) => before.trim() !== "");
}

function Marked({ before, after, side }: { before: string; after: string; side: "before" | "after" }): ReactNode {
  return marksBetween(before, after)
    .filter(({ only }) => only === null || only === side)
    .map(({ text, only }, at) => {
      const key = `${at} ${text.slice(0, 8)}`;
      if (only === null) return <span key={key}>{text}</span>;
      return side === "before" ? (
        <del key={key} className="bg-seal-wash text-seal">
          {text}
        </del>
      ) : (
        <ins key={key} className="bg-pine-wash text-pine no-underline">
          {text}
        </ins>
      );
    });
}

type Acts = Readonly<{ show: (words: string) => void; keepLine: ((line: number) => void) | null }>;

function Line({ line, before, after, kinds, show, keepLine }: Row & Acts): ReactNode {
  const [t, tKinds] = [useTranslations("materialDesk"), useTranslations("textChanges")];
  return (
    <li className="grid gap-x-6 gap-y-2 border-line border-t py-3 lg:grid-cols-2">
      <p lang="zh-CN" className="min-w-0 break-words">
        <span className="tabular me-2 text-muted text-sm">{t("line", { line })}</span>
        {after === null ? <del className="text-muted">{before}</del> : <Marked before={before} after={after} side="before" />}
      </p>
      <div className="grid min-w-0 content-start gap-1">
        <p lang="zh-CN" className="break-words">
          {after === null ? <span className="text-muted">{t("lineGone")}</span> : <Marked before={before} after={after} side="after" />}
        </p>
        <p className="flex flex-wrap items-center gap-x-4 text-muted text-sm">
          <span>{[...new Set(kinds)].map((kind) => tKinds(kind)).join(t("comma"))}</span>
          {after !== null && (
            <button type="button" onClick={() => show(after.slice(0, 24))} className="min-h-11 text-seal underline underline-offset-4">
              {t("inText")}
            </button>
          )}
          {after === null && keepLine && (
            <button type="button" onClick={() => keepLine(line)} className="min-h-11 text-seal underline underline-offset-4">
              {t("keepLine")}
            </button>
          )}
        </p>
      </div>
    </li>
  );
}

/** Lines of the original on the left, what is kept of each on the right. */
export function LineChanges({ rows, ...acts }: { rows: readonly Row[] } & Acts): ReactNode {
  const [t, format] = [useTranslations("materialDesk"), useFormatter()];
  const [most, setMost] = useState(MOST);
  return (
    <div>
      <div aria-hidden className="hidden gap-6 py-2 font-medium text-muted text-sm lg:grid lg:grid-cols-2">
        <span>{t("before")}</span>
        <span>{t("after")}</span>
      </div>
      <ol className="max-h-[32rem] overflow-y-auto">
        {rows.slice(0, most).map((row) => (
          <Line key={row.line} {...row} {...acts} />
        ))}
      </ol>
      {rows.length > most && (
        <Button compact onClick={() => setMost(most + 200)}>
          {t("moreLines", { count: format.number(rows.length - most) })}
        </Button>
      )}
    </div>
  );
}
