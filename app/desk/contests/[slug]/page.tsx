import type { Metadata } from "next";
import { headers } from "next/headers";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { encode } from "uqr";
import { ask } from "#app/_http/ask.ts";
import { originOf } from "#app/_http/origin.ts";
import { PhaseBadge } from "#app/desk/contests/phase-badge.tsx";
import { getContestDesk } from "#server/contests/get-contest-desk.ts";
import { ContestRules } from "#ui/contest-rules.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page, Section } from "#ui/page.tsx";
import { Qr } from "#ui/qr.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { BlueprintTable } from "./blueprint-table.tsx";
import { ContestActions } from "./contest-actions.tsx";
import { FreezePanel } from "./freeze-panel.tsx";
import { LotForm } from "./lot-form.tsx";
import { MakeUpForm } from "./make-up-form.tsx";
import { NextStep } from "./next-step.tsx";
import { OverrideTable } from "./override-table.tsx";
import { paperSumOf } from "./paper-sum.ts";
import { StageLinks } from "./stage-links.tsx";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Readonly<{ done?: string; refused?: string }>> };

const DONE = ["made", "edited", "published", "results", "cancelled", "lot", "released", "refrozen"] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await ask(getContestDesk, { slug: (await params).slug })).title };
}

export default async function ContestDeskPage({ params, searchParams }: Props): Promise<ReactNode> {
  const [t, { slug }, { done, refused }] = await Promise.all([getTranslations("contestDesk"), params, searchParams]);
  const [contest, tStages] = await Promise.all([ask(getContestDesk, { slug }), getTranslations("stages")]);
  const { title, intro, branch, audienceTags, phase, rules, opensAt, closesAt, blueprint, shortages, overrides } = contest;
  const said = DONE.find((name) => name === done);
  const sum = paperSumOf(blueprint);
  const address = `${originOf(await headers())}/contests/${slug}`;
  return (
    <Page
      title={title}
      back={{ href: "/desk/contests", label: t("list") }}
      lead={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <PhaseBadge phase={phase} />
          {t(`phaseLead.${phase}`)}
        </span>
      }
      action={<NextStep slug={slug} phase={phase} isFrozen={contest.isFrozen} />}
    >
      {refused ? <RefusalNotice code={refused} /> : said && <Notice kind="success">{t(`done.${said}`)}</Notice>}
      {shortages.map(({ line, wanted, have }) => (
        <Notice key={line} kind="warning">
          {t("lineShort", { number: line + 1, wanted, have })}
        </Notice>
      ))}
      <ContestActions slug={slug} title={title} phase={phase} hasTeams={rules.team !== undefined} />
      {contest.freezeAt && phase !== "draft" && phase !== "cancelled" && (
        <FreezePanel
          {...{ slug, phase, freezeAt: contest.freezeAt, isFrozen: contest.isFrozen, releasedAt: contest.releasedAt }}
          hasTeams={rules.team !== undefined}
        />
      )}
      {(phase === "closed" || phase === "published") && <MakeUpForm slug={slug} title={title} />}
      {phase !== "draft" && (
        <Section title={t("share.title")}>
          <p className="text-muted">{t("share.lead")}</p>
          <Qr modules={encode(address, { border: 0 }).data} label={t("share.code", { title })} caption={address} />
        </Section>
      )}
      <Section title={t("printed")}>
        <ContestRules rules={rules} opensAt={opensAt} closesAt={closesAt} freezeAt={contest.freezeAt} {...sum} />
      </Section>
      <Section title={t("parts.audience")}>
        <p>
          {contest.entry === "invited"
            ? contest.invited.map(({ because, people }) => t(`invited.${because}`, { people })).join(t("comma"))
            : audienceTags.length > 0
              ? t("audienceTagged", { branch: branch.name, tags: audienceTags.join(t("comma")) })
              : t("audienceAll", { branch: branch.name })}
        </p>
        {contest.follows && (
          <p>
            <Link href={`/desk/contests/${contest.follows.slug}`} className="underline underline-offset-4">
              {tStages("follows", { title: contest.follows.title })}
            </Link>
          </p>
        )}
        {contest.makesUpFor && (
          <p>
            <Link href={`/desk/contests/${contest.makesUpFor.slug}`} className="underline underline-offset-4">
              {t("makesUpFor", { title: contest.makesUpFor.title })}
            </Link>
          </p>
        )}
        {phase === "draft" && contest.makesUpFor === null && contest.follows === null && <LotForm slug={slug} branchId={branch.id} />}
        {intro && <p className="whitespace-pre-line text-muted">{intro}</p>}
      </Section>
      <StageLinks slug={slug} title={title} phase={phase} rules={rules} />
      <Section title={t("parts.paper")}>
        <BlueprintTable blueprint={blueprint} />
      </Section>
      {phase !== "draft" && (
        <Section title={t("overrides.title")}>
          <OverrideTable overrides={overrides} />
        </Section>
      )}
    </Page>
  );
}
