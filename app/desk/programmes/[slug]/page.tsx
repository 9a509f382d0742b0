import { Award, ChartColumn, ClipboardList, Copy, Pencil, SquareArrowOutUpRight } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, refusedOf, type Search } from "#app/_http/refused.ts";
import { DoneNotice } from "#app/desk/done-notice.tsx";
import { ProgrammeStateBadge } from "#app/desk/programmes/programme-state-badge.tsx";
import { getProgrammeDesk } from "#server/programmes/get-programme-desk.ts";
import type { Verb } from "#server/verb.ts";
import { LinkButton } from "#ui/button.tsx";
import { Figure } from "#ui/figure.tsx";
import { Page, Section } from "#ui/page.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { TimeText } from "#ui/time-text.tsx";
import { CancelForm, PublishForm } from "./deeds.tsx";
import { Outline } from "./outline.tsx";
import { PointList } from "./point-list.tsx";
import { Problems } from "./problems.tsx";
import { RaceForm } from "./race-form.tsx";

type Props = { params: Promise<{ slug: string }>; searchParams: Search };
export type ProgrammeDeskPage = typeof getProgrammeDesk extends Verb<infer Value> ? Value : never;

const DONE = ["made", "edited", "published", "cancelled", "pointAdded", "pointClosed", "race"] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await ask(getProgrammeDesk, { slug: (await params).slug })).draft.title };
}

/** Where else one may go from here. */
async function Ways({ programme }: { programme: ProgrammeDeskPage }): Promise<ReactNode> {
  const t = await getTranslations("programmeDesk");
  const { slug, state, publishedAt, draft } = programme;
  const path = `/desk/programmes/${slug}`;
  const ways = [
    { href: `${path}/edit`, label: t("edit"), Icon: Pencil, shown: state !== "cancelled" },
    { href: `/study/${slug}`, label: t("memberPage"), Icon: SquareArrowOutUpRight, shown: publishedAt !== null },
    { href: `/desk/reports/${slug}`, label: t("completion"), Icon: ChartColumn, shown: publishedAt !== null },
    { href: `/desk/tasks?programme=${slug}`, label: t("tasks"), Icon: ClipboardList, shown: publishedAt !== null },
    { href: `${path}/certificates`, label: t("certificates"), Icon: Award, shown: publishedAt !== null && draft.certificateTitle !== null },
    { href: "/desk/programmes/new?from=copy", label: t("copy"), Icon: Copy, shown: true },
  ];
  return (
    <div className="no-print flex flex-wrap gap-2">
      {ways
        .filter(({ shown }) => shown)
        .map(({ href, label, Icon }) => (
          <LinkButton key={href} href={href} compact>
            <Icon aria-hidden className="size-4" />
            {label}
          </LinkButton>
        ))}
      {state !== "cancelled" && <CancelForm slug={slug} title={draft.title} isDraft={publishedAt === null} />}
    </div>
  );
}

/** A programme at the desk: whom it reaches, what is still wrong with it, its items, its open points, and what can be done. */
export default async function ProgrammeDeskScreen({ params, searchParams }: Props): Promise<ReactNode> {
  const [t, tRace, { slug }, query, said] = await Promise.all([
    getTranslations("programmeDesk"),
    getTranslations("race"),
    params,
    searchParams,
    refusedOf(searchParams, ["branchId", "dueOn", "ownerNo", "itemPoints", "contestPoints"]),
  ]);
  const programme = await ask(getProgrammeDesk, { slug });
  const { draft, state, branchName, reach, copiedFrom, openPoints, problems, publishedAt } = programme;
  const done = DONE.find((name) => name === oneOf(query["done"]));
  const refused = oneOf(query["refused"]);
  return (
    <Page
      title={draft.title}
      back={{ href: "/desk/programmes", label: t("title") }}
      lead={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <ProgrammeStateBadge state={state} kind={draft.kind} />
          <span>{branchName}</span>
          <span>
            <TimeText at={draft.opensAt} form="day" /> – <TimeText at={draft.closesAt} form="day" />
          </span>
          {copiedFrom && (
            <span>
              {t.rich("copiedFrom", {
                source: () => (
                  <Link href={`/desk/programmes/${copiedFrom.slug}`} className="text-seal underline underline-offset-4">
                    {copiedFrom.title}
                  </Link>
                ),
              })}
            </span>
          )}
        </span>
      }
      action={state === "draft" && draft.kind !== "template" && <PublishForm programme={programme} />}
    >
      <RefusalNotice code={said.code} />
      <DoneNotice sentence={done && t(`done.${done}`)} refused={refused} />
      {publishedAt === null && <Problems programme={programme} problems={problems} />}
      <Ways programme={programme} />
      <div className="flex flex-wrap gap-x-12 gap-y-5">
        <Figure value={reach.people} label={t("figures.people")} />
        {reach.units > 0 && <Figure value={reach.units} label={t("figures.units")} />}
        <Figure value={reach.tasks} label={t("figures.tasks")} />
      </div>
      <Section title={t("parts.modules")}>
        <Outline programme={programme} />
      </Section>
      {draft.kind !== "template" && (
        <Section title={t("parts.points")}>
          <PointList programme={programme} points={openPoints} errorAt={said.at} />
        </Section>
      )}
      {draft.kind !== "template" && state !== "cancelled" && (
        <Section title={tRace("title")}>
          <RaceForm slug={slug} race={programme.race} isPublished={publishedAt !== null} errorAt={said.at} />
        </Section>
      )}
    </Page>
  );
}
