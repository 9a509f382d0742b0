import { Award } from "lucide-react";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask, tryAsk } from "#app/_http/ask.ts";
import { isInTheClear, originOf } from "#app/_http/origin.ts";
import { oneOf, refusedOf, type Search } from "#app/_http/refused.ts";
import { DoneNotice } from "#app/desk/done-notice.tsx";
import { listCertificatesDesk } from "#server/certificates/list-certificates-desk.ts";
import { getJob } from "#server/jobs/get-job.ts";
import { LinkButton } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { JobProgress } from "#ui/job-progress.tsx";
import { Page, Section } from "#ui/page.tsx";
import { Pagination } from "#ui/pagination.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { CertificateFilter } from "./certificate-filter.tsx";
import { CertificateTable } from "./certificate-table.tsx";
import { Counts } from "./counts.tsx";
import { IssueAll } from "./issue-all.tsx";
import { IssueOne } from "./issue-one.tsx";
import { Warnings } from "./warnings.tsx";

type Props = { params: Promise<{ slug: string }>; searchParams: Search };

const DONE = ["issued", "revokedDone", "reissued"] as const;
const isNumber = (value: string | undefined): value is string => /^\d{1,15}$/.test(value ?? "");

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("certificates.desk"))("title") };
}

/** Whether only this very machine can open what the code on a certificate leads to. */
async function loopbackOrigin(): Promise<string | null> {
  const origin = originOf(await headers());
  const isOwnMachine = origin.startsWith("http:") && !isInTheClear(origin);
  return isOwnMachine ? origin : null;
}

/** The certificates of a programme: how many wait, what would not print, the issuing with its progress, and everything that was given. */
export default async function CertificatesDeskPage({ params, searchParams }: Props): Promise<ReactNode> {
  const [t, { slug }, query, refused] = await Promise.all([
    getTranslations("certificates.desk"),
    params,
    searchParams,
    refusedOf(searchParams, ["staffNo"]),
  ]);
  const filter = Object.fromEntries(["q", "state"].flatMap((name) => (oneOf(query[name]) ? [[name, oneOf(query[name]) ?? ""]] : [])));
  const list = await ask(listCertificatesDesk, { slug, ...filter, page: oneOf(query["page"]) ?? "1" });
  const { programme, counts, rare, certificates } = list;
  const path = `/desk/programmes/${slug}`;
  const named = oneOf(query["job"]);
  const jobId = isNumber(named) ? named : list.jobId;
  const job = jobId === null ? null : await tryAsk(getJob, { id: jobId });
  const isRunning = list.jobId !== null;
  const done = DONE.find((name) => name === oneOf(query["done"]));
  if (programme.certificateTitle === null && list.total === 0) {
    return (
      <Page title={t("of", { title: programme.title })} back={{ href: path, label: t("back") }}>
        <Empty title={t("noTitle")} icon={Award} action={<LinkButton href={path}>{t("edit")}</LinkButton>}>
          {t("noTitleLead")}
        </Empty>
      </Page>
    );
  }
  const isFiltered = Object.keys(filter).length > 0;
  const empty = (
    <Empty title={t(isFiltered ? "noneFound" : "none")} icon={Award}>
      {isFiltered ? null : t("noneLead")}
    </Empty>
  );
  return (
    <Page
      title={t("of", { title: programme.title })}
      lead={programme.certificateTitle}
      back={{ href: path, label: t("back") }}
      width="wide"
      action={counts.waiting > 0 && !isRunning && programme.certificateTitle !== null && <IssueAll slug={slug} count={counts.waiting} />}
    >
      <RefusalNotice code={refused.code} />
      <DoneNotice sentence={done && t(done)} refused={oneOf(query["refused"])} />
      {job?.ok && <JobProgress key={job.value.id} job={job.value} />}
      <Counts counts={counts} />
      <Warnings rare={rare} loopback={counts.waiting > 0 ? await loopbackOrigin() : null} />
      <Section title={t("list")}>
        <CertificateFilter path={`${path}/certificates`} slug={slug} filter={filter} valid={list.valid} />
        <CertificateTable certificates={certificates} caption={t("list")} path={`${path}/certificates`} empty={empty} />
        {list.total > 0 && <Pagination total={list.total} page={list.page} pageSize={50} path={`${path}/certificates`} query={filter} />}
      </Section>
      {programme.certificateTitle !== null && (
        <Section title={t("one")}>
          <IssueOne slug={slug} error={refused.at("staffNo")} />
        </Section>
      )}
    </Page>
  );
}
