import { Award, Download } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask, tryAsk } from "#app/_http/ask.ts";
import { oneOf, refusedOf, type Search } from "#app/_http/refused.ts";
import { AwardTable } from "#app/contests/award-table.tsx";
import { DoneNotice } from "#app/desk/done-notice.tsx";
import { SendForm } from "#app/desk/send-form.tsx";
import { getAwardsDesk } from "#server/awards/get-awards-desk.ts";
import { getJob } from "#server/jobs/get-job.ts";
import type { Verb } from "#server/verb.ts";
import { buttonClass } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { JobProgress } from "#ui/job-progress.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page, Section } from "#ui/page.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { TimeText } from "#ui/time-text.tsx";
import { Words } from "#ui/words.tsx";
import { GrantForm } from "./grant-form.tsx";

type Props = { params: Promise<{ slug: string }>; searchParams: Search };
type Desk = typeof getAwardsDesk extends Verb<infer Value> ? Value : never;
type Granted = NonNullable<Desk["granted"]>;
/** As many as a file of certificates holds. */
const A_FILE = 200;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("awards"))("title") };
}

/** The awards of a contest: the dry run of its printed rules, the list in force, what changed since, and the certificates. */
export default async function AwardsPage({ params, searchParams }: Props): Promise<ReactNode> {
  const [t, { slug }, query, refused] = await Promise.all([getTranslations("awards"), params, searchParams, refusedOf(searchParams, [])]);
  const desk = await ask(getAwardsDesk, { slug });
  const { contest, rules, now, granted } = desk;
  return (
    <Page
      title={t("of", { title: contest.title })}
      back={{ href: `/desk/contests/${slug}`, label: contest.title }}
      lead={t("lead")}
      width="wide"
    >
      <RefusalNotice code={refused.code} />
      <DoneNotice sentence={oneOf(query["done"]) === "granted" ? t("done") : undefined} refused={oneOf(query["refused"])} />
      {rules === null ? (
        <Empty title={t("noRules")} icon={Award}>
          {t("noRulesLead")}
        </Empty>
      ) : (
        <>
          <Section title={t("granted")}>
            {granted ? <GrantedList granted={granted} /> : <p className="text-muted">{t("notYet")}</p>}
          </Section>
          {granted && <Certificates slug={slug} certificates={desk.certificates} asked={oneOf(query["job"])} />}
          <Section title={t("dryRun")}>
            <p className="text-muted">{t("dryRunLead")}</p>
            <AwardTable rows={now} caption={t("dryRun")} empty={<Empty title={t("empty")} />} />
            {contest.phase === "published" && now.length > 0 && (
              <Words names={["awards", "common"]}>
                <GrantForm slug={slug} count={now.length} revises={granted?.number ?? 0} />
              </Words>
            )}
          </Section>
        </>
      )}
    </Page>
  );
}

async function GrantedList({ granted }: { granted: Granted }): Promise<ReactNode> {
  const t = await getTranslations("awards");
  const { number, grantedAt, reason, difference, rows } = granted;
  const parts = (["joins", "leaves"] as const).filter((part) => (difference?.[part].length ?? 0) > 0);
  return (
    <div className="grid gap-4">
      <p className="text-muted">{t.rich("grantedAs", { number, at: () => <TimeText at={grantedAt} form="dated" /> })}</p>
      {reason && <p>{t("because", { reason })}</p>}
      {difference && (
        <Notice kind="warning">
          {t("difference")}
          <ul className="mt-2 grid gap-1">
            {parts.map((part) => (
              <li key={part}>{t(part, { names: difference[part].join(" · ") })}</li>
            ))}
          </ul>
        </Notice>
      )}
      <AwardTable rows={rows} caption={t("granted")} empty={null} />
    </div>
  );
}

type CertificatesProps = { slug: string; certificates: Desk["certificates"]; asked: string | undefined };

/** How many certificates wait and hold; the job that issues them, and all of them to print. */
async function Certificates({ slug, certificates: { waiting, valid, jobId }, asked }: CertificatesProps): Promise<ReactNode> {
  const t = await getTranslations("awards");
  const id = /^\d{1,15}$/.test(asked ?? "") ? asked : jobId;
  const job = id === null || id === undefined ? null : await tryAsk(getJob, { id });
  const parts = Array.from({ length: Math.ceil(valid / A_FILE) }, (_, at) => at + 1);
  return (
    <Section title={t("certificates")} aside={`${t("waiting", { count: waiting })} · ${t("valid", { count: valid })}`}>
      {job?.ok && <JobProgress key={job.value.id} job={job.value} />}
      {waiting > 0 && jobId === null && (
        <Words names={["errors"]}>
          <SendForm
            action={`/api/desk/contests/${slug}/awards/certificates`}
            next={`/desk/contests/${slug}/awards?job={id}`}
            submit={t("issue", { count: waiting })}
          >
            <p className="text-muted">{t("issueLead")}</p>
          </SendForm>
        </Words>
      )}
      <div className="flex flex-wrap gap-3">
        {parts.map((part) => (
          <a key={part} href={`/api/desk/contests/${slug}/awards/file?part=${part}`} download className={buttonClass({ compact: true })}>
            <Download aria-hidden className="size-4" />
            {parts.length > 1 ? `${t("file")} ${t("part", { part })}` : t("file")}
          </a>
        ))}
      </div>
    </Section>
  );
}
