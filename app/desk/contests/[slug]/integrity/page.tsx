import { ScanSearch } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask, tryAsk } from "#app/_http/ask.ts";
import { oneOf, type Search } from "#app/_http/refused.ts";
import { SendForm } from "#app/desk/send-form.tsx";
import { getIntegrity } from "#server/integrity/get-integrity.ts";
import { getSanction } from "#server/integrity/get-sanction.ts";
import { listAbsencesDesk } from "#server/integrity/list-absences-desk.ts";
import { getJob } from "#server/jobs/get-job.ts";
import { AbsenceTable } from "#ui/absence-table.tsx";
import { Empty } from "#ui/empty.tsx";
import { JobProgress } from "#ui/job-progress.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page, Section } from "#ui/page.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { AbsentTable } from "./absent-table.tsx";
import { FlagItem } from "./flag-item.tsx";
import { SanctionEffect } from "./sanction-effect.tsx";
import { SanctionForm } from "./sanction-form.tsx";
import { SanctionItem } from "./sanction-item.tsx";

type Props = { params: Promise<{ slug: string }>; searchParams: Search };
const DONE = ["judged", "proposed", "decided", "lifted"] as const;
const numberIn = (word: string | undefined): number | null =>
  Number.isSafeInteger(Number(word)) && Number(word) > 0 ? Number(word) : null;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("integrity"))("title") };
}

/** Hints for a person to look into, what was decided about whom, and who left the page how often. Nothing here happens by itself. */
export default async function IntegrityPage({ params, searchParams }: Props): Promise<ReactNode> {
  const [t, tAbsences, { slug }, query] = await Promise.all([
    getTranslations("integrity"),
    getTranslations("absences"),
    params,
    searchParams,
  ]);
  const { contest, isOver, flags, sanctions, absent } = await ask(getIntegrity, { slug });
  const path = `/desk/contests/${slug}/integrity`;
  const [jobId, attemptId, entryId] = [query["job"], query["attempt"], query["entry"]].map((word) => numberIn(oneOf(word)));
  const job = jobId ? await tryAsk(getJob, { id: jobId }) : null;
  const sanctionId = numberIn(oneOf(query["sanction"]));
  const effect = sanctionId ? await tryAsk(getSanction, { id: sanctionId }) : null;
  const log = attemptId ? await tryAsk(listAbsencesDesk, { id: attemptId }) : null;
  const done = DONE.find((name) => name === oneOf(query["done"]));
  const refused = oneOf(query["refused"]);
  const again = (
    <SendForm action={`/api${path}`} next={`${path}?job={id}`} look="secondary" submit={t("again")}>
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
      {refused ? <RefusalNotice code={refused} /> : done && <Notice kind="success">{t(`done.${done}`)}</Notice>}
      {job?.ok && <JobProgress key={job.value.id} job={job.value} />}
      {entryId && (
        <Section title={t("propose")}>
          <SanctionForm slug={slug} entryId={entryId} flagId={numberIn(oneOf(query["flag"]))} name={oneOf(query["name"]) ?? ""} />
        </Section>
      )}
      {log?.ok && (
        <Section title={`${tAbsences("title")} · ${tAbsences("of", { person: log.value.person, number: log.value.number })}`}>
          <p className="text-muted">{tAbsences("lead", { seconds: log.value.toleranceMs / 1_000 })}</p>
          {log.value.absences.length === 0 ? <p>{tAbsences("none")}</p> : <AbsenceTable absences={log.value.absences} />}
        </Section>
      )}
      <Section title={t("flags")} aside={isOver && again}>
        {flags.length === 0 ? (
          <Empty title={t(isOver ? "noFlags" : "notOver")} icon={ScanSearch}>
            {t(isOver ? "noFlagsLead" : "notOverLead")}
          </Empty>
        ) : (
          <ul className="grid gap-4">
            {flags.map((flag) => (
              <FlagItem key={flag.id} flag={flag} path={path} />
            ))}
          </ul>
        )}
      </Section>
      {effect?.ok && effect.value.contest.slug === slug && <SanctionEffect sanction={effect.value} />}
      <Section title={t("sanctions")}>
        {sanctions.length === 0 ? (
          <p className="text-muted">{t("noSanctions")}</p>
        ) : (
          <ul className="grid gap-4">
            {sanctions.map((sanction) => (
              <SanctionItem key={sanction.id} sanction={sanction} path={path} />
            ))}
          </ul>
        )}
      </Section>
      <Section title={t("absent")}>
        {absent.length === 0 ? <p className="text-muted">{t("noAbsent")}</p> : <AbsentTable rows={absent} path={path} />}
      </Section>
    </Page>
  );
}
