import { Download } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask, tryAsk } from "#app/_http/ask.ts";
import { oneOf, type Search } from "#app/_http/refused.ts";
import { openBranches } from "#app/desk/materials/open-branches.ts";
import { type Step, StepList } from "#app/desk/questions/import/step-list.tsx";
import { listBranches } from "#server/branches/list-branches.ts";
import { getJob } from "#server/jobs/get-job.ts";
import { getQuestionImport } from "#server/question-imports/get-question-import.ts";
import { ROW_FILTERS, type RowFilter } from "#server/question-imports/import-rows.ts";
import { listCategories } from "#server/questions/list-categories.ts";
import { buttonClass, LinkButton } from "#ui/button.tsx";
import { ConfirmForm } from "#ui/confirm-form.tsx";
import { JobProgress } from "#ui/job-progress.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { Pagination } from "#ui/pagination.tsx";
import { Tabs } from "#ui/tabs.tsx";
import { Words } from "#ui/words.tsx";
import { BeforeRows } from "./before-rows.tsx";
import { ImportDesk } from "./import-desk.tsx";
import { ImportOutcome } from "./import-outcome.tsx";

type Props = { params: Promise<{ id: string }>; searchParams: Search };

const STEP_OF = { reading: "mend", open: "mend", failed: "mend", writing: "write", imported: "result", dropped: "result" } as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("questionImports"))("title") };
}

/** One file on its way into the bank, at whatever step it stands: the page may be closed and opened again. */
export default async function QuestionImportPage({ params, searchParams }: Props): Promise<ReactNode> {
  const [{ id }, search, t, locale] = await Promise.all([params, searchParams, getTranslations("questionImports"), getLocale()]);
  const only = ROW_FILTERS.find((name) => name === oneOf(search["only"])) ?? "all";
  const wanted = { id, only, page: oneOf(search["page"]) ?? "1" };
  const first = await ask(getQuestionImport, wanted);
  const isUnderway = first.state === "reading" || first.state === "writing";
  const working = isUnderway && first.course.jobId !== undefined ? await tryAsk(getJob, { id: first.course.jobId }) : null;
  // A job that ended between the two questions: what it did is asked for anew, or the page would wait for ever.
  const brought = working?.ok && working.value.state === "done" ? await ask(getQuestionImport, wanted) : first;
  const { state, course, counts } = brought;
  const asked = course.jobId === undefined || state === "open" ? null : await tryAsk(getJob, { id: course.jobId });
  const job = asked?.ok ? asked.value : null;
  // A writing that was given up wrote nothing: the file can be worked on again.
  const isOpen = state === "open" || (state === "writing" && job?.state === "failed");
  const step: Step = isOpen ? "mend" : STEP_OF[state];
  const path = `/desk/questions/import/${brought.id}`;
  const hrefOf = (name: RowFilter) => (name === "all" ? path : `${path}?only=${name}`);
  const { branches } = isOpen ? await ask(listBranches) : { branches: [] };
  const { categories } = isOpen ? await ask(listCategories) : { categories: [] };
  const result = (
    <a href={`/api/desk/question-imports/${brought.id}/result?language=${locale}`} download className={buttonClass()}>
      <Download aria-hidden className="size-4" />
      {t(state === "imported" ? "resultFile" : "problemFile")}
    </a>
  );
  return (
    <Page
      title={brought.fileName || t("pasted")}
      lead={t("about", { where: brought.isPrivate ? t("ownBank") : (brought.branchName ?? t("everybody")), who: brought.createdByName })}
      width="wide"
      back={{ href: "/desk/questions/import", label: t("title") }}
      action={
        <div className="flex flex-wrap gap-3 max-sm:*:grow">
          {counts.all > 0 && state !== "dropped" && result}
          {(isOpen || state === "failed") && (
            <ConfirmForm
              action={`/api/desk/question-imports/${brought.id}/drop`}
              fields={{ next: "/desk/questions/import" }}
              trigger={t("dropAndAnother")}
              triggerLook="quiet"
              title={t("dropTitle")}
              lead={t("dropLead")}
              confirm={t("drop")}
            />
          )}
        </div>
      }
    >
      <StepList current={step} />
      {job && job.state !== "done" && <JobProgress job={job} />}
      {state === "dropped" && (
        <Notice title={t("dropped")} action={<LinkButton href="/desk/questions/import">{t("another")}</LinkButton>}>
          {t("droppedLead")}
        </Notice>
      )}
      {state === "imported" && <ImportOutcome course={course} />}
      {isOpen && <BeforeRows brought={brought} />}
      {(isOpen || (state === "imported" && counts.all > 0)) && (
        <section aria-label={t("rows")} className="grid gap-4">
          <Tabs
            label={t("filter")}
            current={hrefOf(only)}
            tabs={ROW_FILTERS.map((name) => ({ href: hrefOf(name), label: t(`filters.${name}`), count: counts[name] }))}
          />
          <Words names={["questionImports", "questionFiles", "questionDesk", "refusals", "fields"]}>
            <ImportDesk
              key={`${only} ${brought.page}`}
              brought={brought}
              isOpen={isOpen}
              only={only}
              branches={openBranches(branches)}
              categories={categories.map(({ category }) => category).filter((category) => category !== "")}
            >
              {brought.total > brought.pageSize && (
                <Pagination
                  total={brought.total}
                  page={brought.page}
                  pageSize={brought.pageSize}
                  path={path}
                  query={only === "all" ? {} : { only }}
                />
              )}
            </ImportDesk>
          </Words>
        </section>
      )}
    </Page>
  );
}
