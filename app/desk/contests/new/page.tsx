import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { pageContext } from "#app/_http/request-context.ts";
import { ContestWizard } from "#app/desk/contests/wizard/contest-wizard.tsx";
import { type ContestStart, draftOf } from "#app/desk/contests/wizard/draft.ts";
import { startOf, TEMPLATES, type Template } from "#app/desk/contests/wizard/templates.ts";
import { nextWindow } from "#app/desk/contests/wizard/wall-time.ts";
import { wizardChoices } from "#app/desk/contests/wizard/wizard-choices.ts";
import { getContestDesk } from "#server/contests/get-contest-desk.ts";
import { listContestsDesk } from "#server/contests/list-contests-desk.ts";
import { getOrganisation } from "#server/organisation/get-organisation.ts";
import { Page } from "#ui/page.tsx";
import { Tabs } from "#ui/tabs.tsx";
import { Words } from "#ui/words.tsx";

type Search = Promise<Readonly<{ template?: string; from?: string }>>;

/** A copy keeps everything but the dates: the same clock and weekday, next time. */
async function copyOf(slug: string, now: Date): Promise<ContestStart> {
  const { branch, ...contest } = await ask(getContestDesk, { slug });
  const window = nextWindow(contest, now);
  const freezeAt = contest.freezeAt && new Date(contest.freezeAt.getTime() + window.opensAt.getTime() - contest.opensAt.getTime());
  return { ...contest, branchId: branch.id, ...window, freezeAt };
}

const hrefOf = (key: "template" | "from", value: string): string => `/desk/contests/new?${new URLSearchParams({ [key]: value })}`;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("contestDesk"))("new") };
}

export default async function NewContestPage({ searchParams }: { searchParams: Search }): Promise<ReactNode> {
  const [t, { template, from }, { now }, choices, { contests }, { lightBurden }] = await Promise.all([
    getTranslations("contestDesk"),
    searchParams,
    pageContext(),
    wizardChoices(),
    ask(listContestsDesk),
    ask(getOrganisation),
  ]);
  const first = choices.branches[0];
  if (!first) notFound();
  const chosen: Template = TEMPLATES.find((name) => name === template) ?? "formal";
  const source = from ?? contests[0]?.slug;
  const copied = source ? contests.find(({ slug }) => slug === source) : undefined;
  const tabs = [
    ...TEMPLATES.map((name) => ({ href: hrefOf("template", name), label: t(`templates.${name}`) })),
    ...(source ? [{ href: hrefOf("from", source), label: t("copyOf", { title: copied?.title ?? source }) }] : []),
  ];
  const current = from ? hrefOf("from", from) : hrefOf("template", chosen);
  return (
    <Page title={t("new")} lead={t("newLead")} back={{ href: "/desk/contests", label: t("list") }} width="wide">
      <Tabs label={t("startFrom")} tabs={tabs} current={current} />
      <Words names={["contestDesk", "rules", "refusals", "fields"]}>
        <ContestWizard
          key={current}
          start={draftOf(from ? await copyOf(from, now) : startOf(chosen, first.id, now, lightBurden))}
          edited={null}
          {...choices}
        />
      </Words>
    </Page>
  );
}
