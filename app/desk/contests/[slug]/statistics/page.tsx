import { ChartColumn, Download, ListPlus } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask, tryAsk } from "#app/_http/ask.ts";
import { oneOf, type Search } from "#app/_http/refused.ts";
import { DoneNotice } from "#app/desk/done-notice.tsx";
import { SendForm } from "#app/desk/send-form.tsx";
import { getJob } from "#server/jobs/get-job.ts";
import { getContestStatistics, ITEM_SORTS } from "#server/statistics/get-contest-statistics.ts";
import { LinkButton } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { JobProgress } from "#ui/job-progress.tsx";
import { Page, Section } from "#ui/page.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { TimeText } from "#ui/time-text.tsx";
import { HardestList } from "./hardest-list.tsx";
import { ItemTable } from "./item-table.tsx";
import { PaperFigures } from "./paper-figures.tsx";

type Props = { params: Promise<{ slug: string }>; searchParams: Search };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("statistics"))("title") };
}

/** D8's figures of a contest that is over: the paper, its hardest questions with what to read again, and every question with its flags. */
export default async function StatisticsPage({ params, searchParams }: Props): Promise<ReactNode> {
  const [t, locale, { slug }, query] = await Promise.all([getTranslations("statistics"), getLocale(), params, searchParams]);
  const path = `/desk/contests/${slug}/statistics`;
  const sort = ITEM_SORTS.find((name) => name === oneOf(query["sort"])) ?? "facility";
  const direction = oneOf(query["direction"]) === "descending" ? "descending" : "ascending";
  const found = await ask(getContestStatistics, { slug, sort, direction });
  const { contest, isOver, paper, items, hardest, ruled } = found;
  const jobId = Number(oneOf(query["job"]));
  const job = Number.isSafeInteger(jobId) && jobId > 0 ? await tryAsk(getJob, { id: jobId }) : null;
  const refused = oneOf(query["refused"]);
  const reckon = (
    <SendForm action={`/api${path}`} next={`${path}?job={id}`} look={paper ? "secondary" : "primary"} submit={t(paper ? "again" : "now")}>
      {null}
    </SendForm>
  );
  const head = { title: t("of", { title: contest.title }), back: { href: `/desk/contests/${slug}`, label: contest.title } };
  if (!isOver || !paper) {
    return (
      <Page {...head}>
        <RefusalNotice code={refused} />
        {job?.ok && <JobProgress key={job.value.id} job={job.value} />}
        <Empty title={t(isOver ? "notYet" : "notOver")} icon={ChartColumn} action={isOver && reckon}>
          {t(isOver ? "notYetLead" : "notOverLead")}
        </Empty>
      </Page>
    );
  }
  return (
    <Page
      {...head}
      width="wide"
      lead={
        <>
          {t("lead")} {t("asOf")} <TimeText at={paper.computedAt} form="dated" />
        </>
      }
      action={
        <LinkButton href={`/api${path}/file?language=${locale}`} prefetch={false}>
          <Download aria-hidden className="size-4" />
          {t("export")}
        </LinkButton>
      }
    >
      <RefusalNotice code={refused} />
      <DoneNotice sentence={oneOf(query["done"]) === "set" ? t("setMade", { count: hardest.length }) : undefined} refused={refused} />
      {job?.ok && <JobProgress key={job.value.id} job={job.value} />}
      <Section title={t("paper")} aside={reckon}>
        <PaperFigures paper={paper} />
      </Section>
      {hardest.length > 0 && (
        <Section title={t("hardest")}>
          <p className="text-muted">{t("hardestLead")}</p>
          <HardestList items={hardest} />
          {contest.phase === "published" ? (
            <SendForm
              action={`/api/desk/contests/${slug}/review-set`}
              next={`${path}?done=set`}
              submit={
                <>
                  <ListPlus aria-hidden className="size-4" />
                  {t("makeSet")}
                </>
              }
            >
              <p className="text-muted text-sm">{t("makeSetLead")}</p>
            </SendForm>
          ) : (
            <p className="text-muted text-sm">{t("setAfter")}</p>
          )}
        </Section>
      )}
      <div id="items">
        <Section title={t("items")}>
          <ItemTable items={items} ruled={ruled} path={path} sort={sort} direction={direction} />
        </Section>
      </div>
    </Page>
  );
}
