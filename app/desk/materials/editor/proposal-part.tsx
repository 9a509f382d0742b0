"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useMemo, useState } from "react";
import { classNames } from "#ui/class-names.ts";
import { Notice } from "#ui/notice.tsx";
import { Section } from "#ui/page.tsx";
import { TickField } from "#ui/tick-field.tsx";
import type { LeftOut, Proposal } from "./draft.ts";
import { LineChanges, rowsOf } from "./line-changes.tsx";
import type { Wishes } from "./use-proposal.ts";

/** What an editor should look at first stands first; what was only tidied, last. */
const KINDS = ["marked", "mended", "meta", "credit", "navigation", "links", "html", "gloss", "punctuation", "space", "invisible"];
/** What can be left undone. What is invisible never comes into the library. */
const UNDOABLE = ["mended", "meta", "credit", "navigation", "links", "gloss", "punctuation"];

type Props = Readonly<{
  proposal: Proposal;
  wishes: Wishes;
  /** Null: the text was changed by hand, and cleaning it again would lose that. */
  wish: ((wishes: Wishes) => void) | null;
  isCleaning: boolean;
  show: (words: string) => void;
}>;

function LeftOuts({ left }: { left: readonly LeftOut[] }): ReactNode {
  const t = useTranslations("materialDesk");
  if (left.length === 0) return null;
  return (
    <Notice title={t("leftOut")}>
      <ul className="grid gap-1 text-sm">
        {left.slice(0, 20).map(({ kind, what, count }) => (
          <li key={kind + what} className="break-all">
            {t(`left.${kind}`, { count })}
            <span lang="zh-CN" className="text-muted">
              {what}
            </span>
          </li>
        ))}
        {left.length > 20 && <li className="text-muted">{t("moreLeft", { count: left.length - 20 })}</li>}
      </ul>
    </Notice>
  );
}

/** What cleaning did, kind by kind and line by line, beside what came in; single kinds and lines can be left as they were. */
export function ProposalPart({ proposal, wishes, wish, isCleaning, show }: Props): ReactNode {
  const [t, tKinds] = [useTranslations("materialDesk"), useTranslations("textChanges")];
  const rows = useMemo(() => rowsOf(proposal), [proposal]);
  const counts = new Map<string, number>();
  for (const { kind, count } of proposal.changes) counts.set(kind, (counts.get(kind) ?? 0) + count);
  const kinds = KINDS.filter((kind) => counts.has(kind) || wishes.keep.includes(kind));
  const [chosen, choose] = useState(kinds[0] ?? "lines");
  const shown = chosen === "lines" ? rows : rows.filter((row) => row.kinds.includes(chosen));
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const toggle = (kind: string, isKept: boolean) =>
    wish?.({ ...wishes, keep: isKept ? [...wishes.keep, kind] : wishes.keep.filter((other) => other !== kind) });
  return (
    <Section title={t("changes")} aside={<span className="tabular">{t("places", { count: total })}</span>}>
      {proposal.pictures.length > 0 && <Notice>{t("picturesCome", { count: proposal.pictures.length })}</Notice>}
      <LeftOuts left={proposal.left} />
      {total === 0 && wishes.keep.length === 0 && <p className="text-muted">{t("noChanges")}</p>}
      <fieldset className="flex flex-wrap gap-2" aria-busy={isCleaning}>
        <legend className="sr-only">{t("kindOfChange")}</legend>
        {[...kinds, "lines"].map((kind) => (
          <button
            key={kind}
            type="button"
            aria-pressed={kind === chosen}
            onClick={() => choose(kind)}
            className={classNames("min-h-11 rounded-md border px-3 text-sm", kind === chosen ? "border-seal text-seal" : "border-edge")}
          >
            {kind === "lines" ? t("allLines") : tKinds(kind)}{" "}
            <span className="tabular text-muted">{kind === "lines" ? rows.length : (counts.get(kind) ?? 0)}</span>
          </button>
        ))}
      </fieldset>
      {UNDOABLE.includes(chosen) && (
        <TickField
          label={t("keepKind")}
          {...(wish === null && { hint: t("handMade") })}
          disabled={wish === null || isCleaning}
          checked={wishes.keep.includes(chosen)}
          onChange={(event) => toggle(chosen, event.currentTarget.checked)}
        />
      )}
      {shown.length > 0 && (
        <LineChanges
          key={chosen}
          rows={shown}
          show={show}
          keepLine={wish && ((line) => wish({ ...wishes, keepLines: [...wishes.keepLines, line] }))}
        />
      )}
    </Section>
  );
}
