import { CircleX, Pencil, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ReactNode, useId, useRef, useState } from "react";
import { wordingOf } from "#domain/questions/raw-fields.ts";
import type { ImportRow, ShownProblem } from "#server/question-imports/import-schemas.ts";
import { Badge } from "#ui/badge.tsx";
import { Button } from "#ui/button.tsx";
import { RowForm } from "./row-form.tsx";
import { RowPreview } from "./row-preview.tsx";
import { RowQuestionForm } from "./row-question-form.tsx";
import type { ImportDeskState } from "./use-import-desk.ts";
import { useProblemWords } from "./use-problem-words.ts";

type Props = Readonly<{
  row: ImportRow;
  desk: ImportDeskState;
  isOpen: boolean;
  isSheet: boolean;
  categories: readonly string[];
}>;

const isBad = ({ draft, problems }: ImportRow) => draft === null || problems.some(({ severity }) => severity === "error");

/** What a row is called when its question could not be understood: the first thing that stands in it. */
const wordsOf = ({ draft, raw }: ImportRow): string => draft?.body.stem ?? (typeof raw === "string" ? raw : wordingOf(raw));

/** One row: where it stood, what it asks, what is wrong with it, and what can be done about that. */
export function ImportRowCard({ row, desk, isOpen, isSheet, categories }: Props): ReactNode {
  const t = useTranslations("questionImports");
  const tDesk = useTranslations("questionDesk");
  const [mending, setMending] = useState<"as-read" | "whole" | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  const done = (): void => {
    setMending(null);
    heading.current?.focus();
  };
  const isLeftOut = row.choice === "skip";
  return (
    <article aria-labelledby={id} className="grid gap-3 rounded-md border border-line bg-raised p-4">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 id={id} ref={heading} tabIndex={-1} className="font-semibold">
          {t(isSheet ? "rowAt" : "lineAt", { line: row.line })}
          {row.kind && <span className="ms-2 font-normal text-muted">{tDesk(`kinds.${row.kind}`)}</span>}
        </h3>
        <State row={row} isMended={desk.isMended(row.place)} />
      </header>
      <p lang="zh-CN" className={isLeftOut ? "line-clamp-3 text-muted" : "line-clamp-3"}>
        {wordsOf(row) || t("nothingThere")}
      </p>
      <Problems problems={row.problems} />
      {row.twin && <TwinLine twin={row.twin} />}
      {isOpen && (
        <div className="flex flex-wrap gap-2">
          {mending === null && (
            <>
              <Button compact onClick={() => setMending("as-read")}>
                <Pencil aria-hidden className="size-4" />
                {t("mend")}
                <span className="sr-only">{t(isSheet ? "rowAt" : "lineAt", { line: row.line })}</span>
              </Button>
              <Button compact look="quiet" onClick={() => setMending("whole")}>
                {t("mendWhole")}
                <span className="sr-only">{t(isSheet ? "rowAt" : "lineAt", { line: row.line })}</span>
              </Button>
            </>
          )}
          <Button
            compact
            look="quiet"
            pending={desk.busy === row.place}
            onClick={() => void desk.choose(row, isLeftOut ? "import" : "skip")}
          >
            {t(isLeftOut ? "take" : "skip")}
            <span className="sr-only">{t(isSheet ? "rowAt" : "lineAt", { line: row.line })}</span>
          </Button>
        </div>
      )}
      {mending === "as-read" && <RowForm row={row} desk={desk} onDone={done} />}
      {mending === "whole" && <RowQuestionForm row={row} desk={desk} categories={categories} onDone={done} />}
      {row.draft && mending === null && <RowPreview draft={row.draft} />}
    </article>
  );
}

function State({ row, isMended }: { row: ImportRow; isMended: boolean }): ReactNode {
  const t = useTranslations("questionImports");
  if (row.questionId !== null)
    return (
      <Link href={`/desk/questions/${row.questionId}`} className="inline-flex min-h-11 items-center">
        <Badge tone="pine">{t("rowStates.imported", { id: row.questionId })}</Badge>
      </Link>
    );
  if (row.choice === "skip") return <Badge>{t("rowStates.skipped")}</Badge>;
  if (isBad(row)) return <Badge tone="seal">{t("rowStates.bad")}</Badge>;
  return <Badge tone="pine">{t(isMended ? "rowStates.mended" : "rowStates.ready")}</Badge>;
}

const icons = { error: CircleX, warning: TriangleAlert } as const;
const tones = { error: "text-seal", warning: "text-amber" } as const;

function Problems({ problems }: { problems: readonly ShownProblem[] }): ReactNode {
  const t = useTranslations("questionImports");
  const { why, help, where } = useProblemWords();
  if (problems.length === 0) return null;
  return (
    <ul className="grid gap-2 text-sm">
      {problems.map((problem) => {
        const Icon = icons[problem.severity];
        return (
          <li key={JSON.stringify(problem)} className="flex gap-2">
            <Icon aria-hidden className={`mt-0.5 size-4 flex-none ${tones[problem.severity]}`} />
            <span>
              <span className="sr-only">{t(`severities.${problem.severity}`)}</span>
              {where(problem) && <span className="font-medium">{where(problem)} </span>}
              {why(problem)}
              {help(problem) && <span className="block text-muted">{help(problem)}</span>}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function TwinLine({ twin }: { twin: NonNullable<ImportRow["twin"]> }): ReactNode {
  const t = useTranslations("questionImports");
  return (
    <p className="flex gap-2 text-sm">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 flex-none text-amber" />
      <span>
        {t("twin", { percent: Math.floor(twin.likeness / 100) })}{" "}
        <Link href={`/desk/questions/${twin.id}`} target="_blank" className="underline underline-offset-4" lang="zh-CN">
          {twin.stem}
        </Link>
      </span>
    </p>
  );
}
