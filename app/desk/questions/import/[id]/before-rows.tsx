import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ShownProblem } from "#server/question-imports/import-schemas.ts";
import { Figure } from "#ui/figure.tsx";
import { Notice } from "#ui/notice.tsx";
import { TimeText } from "#ui/time-text.tsx";
import { useProblemWords } from "./use-problem-words.ts";

type Counts = Readonly<{ all: number; ready: number; errors: number; problems: number; twins: number; skipped: number }>;
type Brought = Readonly<{
  counts: Counts;
  problems: readonly ShownProblem[];
  sameFile: Readonly<{ id: number; state: string; createdAt: Date }> | null;
  course: Readonly<{ newTwins?: number | undefined }>;
}>;

/** What is to be known of a file before its rows are looked at: how many are sound, and whether it was here before. */
export function BeforeRows({ brought }: { brought: Brought }): ReactNode {
  const t = useTranslations("questionImports");
  const { sayWhole } = useProblemWords();
  const { counts, problems, sameFile, course } = brought;
  return (
    <div className="grid gap-4">
      <div className="grid grid-cols-2 gap-4 sm:grid-cols-5">
        {(["all", "ready", "errors", "twins", "skipped"] as const).map((name) => (
          <Figure key={name} value={counts[name]} label={t(`counts.${name}`)} />
        ))}
      </div>
      {sameFile && (
        <Notice kind="warning" title={t("sameFile")}>
          <Link href={`/desk/questions/import/${sameFile.id}`} className="inline-flex min-h-11 items-center underline underline-offset-4">
            {t(sameFile.state === "imported" ? "sameFileImported" : "sameFileOpen")}
          </Link>{" "}
          <TimeText at={sameFile.createdAt} form="dated" />
        </Notice>
      )}
      {course.newTwins !== undefined && (
        <Notice kind="warning" title={t("newTwins", { count: course.newTwins })}>
          {t("newTwinsLead")}
        </Notice>
      )}
      {problems.length > 0 && (
        <Notice kind={problems.some(({ severity }) => severity === "error") ? "error" : "warning"} title={t("fileProblems")}>
          <ul className="grid gap-1">
            {problems.map((problem) => (
              <li key={JSON.stringify(problem)}>{sayWhole(problem)}</li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}
