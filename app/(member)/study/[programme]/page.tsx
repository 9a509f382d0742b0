import { Award, ListChecks } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { ProgressBar } from "#app/(member)/study/progress-bar.tsx";
import { Said, saidIn } from "#app/(member)/study/said.tsx";
import { getProgramme } from "#server/programmes/get-programme.ts";
import { Badge } from "#ui/badge.tsx";
import { LinkButton } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { Empty } from "#ui/empty.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page, Section } from "#ui/page.tsx";
import { TimeText } from "#ui/time-text.tsx";
import { ItemLine, type ProgrammeItem, type ProgrammePage } from "./item-line.tsx";
import { OpenPoints } from "./open-points.tsx";

type Props = { params: Promise<{ programme: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [locale, programme] = [await getLocale(), await ask(getProgramme, { slug: (await params).programme })];
  return { title: saidIn(locale, programme) };
}

/** The first thing that can be done now, in the order of the page. */
const nextOf = (programme: ProgrammePage): ProgrammeItem | undefined => {
  const items = programme.modules.flatMap(({ items }) => items).filter(({ owner, isRequired }) => owner === "person" && isRequired);
  return (["overdue", "started", "open"] as const).flatMap((state) => items.filter((item) => item.state === state)).at(0);
};

/** A programme or campaign as one of its people sees it: one progress, the next thing, and everything in its order. */
export default async function StudyProgrammePage({ params }: Props): Promise<ReactNode> {
  const [t, locale, { programme: slug }] = await Promise.all([getTranslations("programmes"), getLocale(), params]);
  const programme: ProgrammePage = await ask(getProgramme, { slug });
  const { state, branchName, opensAt, closesAt, audience, progress, modules, prerequisites, openPoints, certificateTitle } = programme;
  const next = state === "open" ? nextOf(programme) : undefined;
  const intro = (locale === "en" && programme.introEn) || programme.intro;
  return (
    <Page
      title={<Said of={programme} />}
      back={{ href: "/study", label: t("back") }}
      lead={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Badge tone={state === "open" ? "seal" : "plain"}>{t(`states.${state}`)}</Badge>
          <span>{branchName}</span>
          <span>
            <TimeText at={opensAt} form="day" /> – <TimeText at={closesAt} form="day" />
          </span>
          {audience && <span>{t("audience", { name: (locale === "en" && audience.nameEn) || audience.name })}</span>}
        </span>
      }
      action={
        <span className="flex flex-wrap gap-2">
          {programme.hasRace && (
            <LinkButton href={`/study/${slug}/race`} look="quiet">
              {t("toRace")}
            </LinkButton>
          )}
          {programme.mayRun && (
            <LinkButton href={`/desk/programmes/${slug}`} look="quiet">
              {t("toDesk")}
            </LinkButton>
          )}
        </span>
      }
    >
      {state === "cancelled" && <Notice kind="warning">{t("cancelled")}</Notice>}
      <Card>
        <div className="grid items-center gap-5 sm:grid-cols-[1fr_auto]">
          <ProgressBar {...progress} />
          {next ? (
            <LinkButton href={`/study/${slug}/items/${next.id}`} look="primary">
              {t("goOn")}
            </LinkButton>
          ) : (
            progress.total > 0 && progress.done === progress.total && <p className="font-medium text-pine">{t("allDone")}</p>
          )}
        </div>
        {next && <p className="text-muted text-sm">{t.rich("nextItem", { title: () => <Said of={next} /> })}</p>}
        {certificateTitle && (
          <p className="flex items-center gap-2 text-muted text-sm">
            <Award aria-hidden className="size-4 flex-none text-gold-ink" />
            <span>
              {t("certificate", { title: (locale === "en" && programme.certificateTitleEn) || certificateTitle })}{" "}
              {progress.total > 0 && progress.done === progress.total && (
                <Link href="/me/certificates" className="text-seal underline underline-offset-4">
                  {t("toCertificates")}
                </Link>
              )}
            </span>
          </p>
        )}
      </Card>
      {intro && <p className="max-w-[38em] whitespace-pre-line text-[1.0625rem] leading-[1.8]">{intro}</p>}
      {prerequisites.some(({ isDone }) => !isDone) && (
        <Notice kind="info" title={t("firstFinish")}>
          <ul className="grid gap-1">
            {prerequisites
              .filter(({ isDone }) => !isDone)
              .map((one) => (
                <li key={one.slug}>
                  <Link href={`/study/${one.slug}`} className="text-seal underline underline-offset-4">
                    <Said of={one} />
                  </Link>
                </li>
              ))}
          </ul>
        </Notice>
      )}
      {modules.length === 0 && (
        <Empty title={t("nothingForYou")} icon={ListChecks}>
          {t("nothingForYouHint")}
        </Empty>
      )}
      {modules.map((module) => (
        <Section
          key={module.id}
          title={<Said of={module} />}
          aside={
            module.closesAt && (
              <span className="text-muted">{t.rich("until", { at: () => <TimeText at={module.closesAt as Date} form="day" /> })}</span>
            )
          }
        >
          <ul>
            {module.items.map((item) => (
              <ItemLine key={item.id} slug={slug} item={item} />
            ))}
          </ul>
        </Section>
      ))}
      {openPoints.length > 0 && (
        <Section title={t("openPoints")}>
          <OpenPoints points={openPoints} />
        </Section>
      )}
    </Page>
  );
}
