import { Archive } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask, tryAsk } from "#app/_http/ask.ts";
import { oneOf, type Search } from "#app/_http/refused.ts";
import { SendForm } from "#app/desk/send-form.tsx";
import { listEvidence } from "#server/evidence/list-evidence.ts";
import { getJob } from "#server/jobs/get-job.ts";
import { Empty } from "#ui/empty.tsx";
import { JobProgress } from "#ui/job-progress.tsx";
import { Page, Section } from "#ui/page.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { PackTable } from "./pack-table.tsx";

type Props = { params: Promise<{ slug: string }>; searchParams: Search };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("evidence"))("title") };
}

/** The evidence packs of a contest (B16): make one, take it home, and how anybody verifies it. */
export default async function EvidencePage({ params, searchParams }: Props): Promise<ReactNode> {
  const [t, { slug }, query] = await Promise.all([getTranslations("evidence"), params, searchParams]);
  const { contest, isOver, packs } = await ask(listEvidence, { slug });
  const path = `/desk/contests/${slug}/evidence`;
  const jobId = Number(oneOf(query["job"]));
  const job = Number.isSafeInteger(jobId) && jobId > 0 ? await tryAsk(getJob, { id: jobId }) : null;
  const make = (
    <SendForm
      action={`/api${path}`}
      next={`${path}?job={id}`}
      look={packs.length > 0 ? "secondary" : "primary"}
      submit={t(packs.length > 0 ? "again" : "make")}
    >
      {null}
    </SendForm>
  );
  return (
    <Page
      title={t("of", { title: contest.title })}
      back={{ href: `/desk/contests/${slug}`, label: contest.title }}
      lead={t("lead")}
      width="wide"
    >
      <RefusalNotice code={oneOf(query["refused"])} />
      {job?.ok && <JobProgress key={job.value.id} job={job.value} />}
      {packs.length === 0 ? (
        <Empty title={t(isOver ? "none" : "notOver")} icon={Archive} action={isOver && make}>
          {t(isOver ? "noneLead" : "notOverLead")}
        </Empty>
      ) : (
        <Section title={t("list")} aside={isOver && make}>
          <PackTable slug={slug} packs={packs} />
          <p className="text-muted text-sm">{t("logged")}</p>
        </Section>
      )}
      <Section title={t("verify")}>
        <p className="max-w-[46em]">{t("verifyLead")}</p>
        <pre className="overflow-x-auto rounded-sm border border-line bg-raised px-4 py-3 text-sm">
          <code>npm run verify-evidence -- {packs[0]?.fileName ?? "evidence.zip"}</code>
        </pre>
      </Section>
    </Page>
  );
}
