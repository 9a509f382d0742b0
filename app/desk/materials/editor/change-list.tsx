"use client";
import { ChevronDown } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { TextChange } from "./draft.ts";

/** What an editor should look at first stands first; what was only tidied, last. */
const KINDS = ["marked", "mended", "meta", "credit", "navigation", "links", "gloss", "punctuation", "space", "invisible"];
const MOST = 200;

/** What was done to a text, kind by kind; `show` leads to the place in the text. */
export function ChangeList({ changes, show }: { changes: readonly TextChange[]; show: (words: string) => void }): ReactNode {
  const [t, tKinds, format] = [useTranslations("materialDesk"), useTranslations("textChanges"), useFormatter()];
  if (changes.length === 0) return <p className="text-muted">{t("noChanges")}</p>;
  return (
    <ul className="grid gap-2">
      {KINDS.map((kind) => ({ kind, of: changes.filter((change) => change.kind === kind) }))
        .filter(({ of }) => of.length > 0)
        .map(({ kind, of }) => (
          <li key={kind}>
            <details className="group rounded-md border border-line bg-raised" open={kind === "marked" && of.length <= 12}>
              <summary className="flex min-h-11 items-center gap-3 px-4 py-2">
                <span className="min-w-0 flex-1 font-medium">{tKinds(kind)}</span>
                <span className="tabular text-muted text-sm">{t("places", { count: of.reduce((sum, { count }) => sum + count, 0) })}</span>
                <ChevronDown aria-hidden className="size-4 flex-none text-muted group-open:rotate-180" />
              </summary>
              <ol className="grid border-line border-t px-4 py-2 text-sm">
                {of.slice(0, MOST).map((change) => (
                  <Line key={`${change.line} ${change.before} ${change.after}`} change={change} show={show} />
                ))}
                {of.length > MOST && <li className="py-2 text-muted">{t("moreChanges", { count: format.number(of.length - MOST) })}</li>}
              </ol>
            </details>
          </li>
        ))}
    </ul>
  );
}

function Line({ change, show }: { change: TextChange; show: (words: string) => void }): ReactNode {
  const t = useTranslations("materialDesk");
  const { kind, line, before, after, count } = change;
  const isFindable = (kind === "mended" || kind === "marked") && after !== "";
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 py-1">
      <span className="tabular flex-none text-muted">{t("line", { line })}</span>
      <span lang="zh-CN" className="min-w-0 flex-1 break-all">
        <del className="text-muted">{before}</del>
        {after !== "" && (
          <>
            {" → "}
            <ins className="no-underline">{after}</ins>
          </>
        )}
        {count > 1 && <span className="text-muted"> {t("times", { count })}</span>}
      </span>
      {isFindable && (
        <button type="button" onClick={() => show(after)} className="-my-1 min-h-11 flex-none text-seal underline underline-offset-4">
          {t("inText")}
        </button>
      )}
    </li>
  );
}
