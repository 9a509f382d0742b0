import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, type Search } from "#app/_http/refused.ts";
import { pageContext } from "#app/_http/request-context.ts";
import { freshModule, type ProgrammeEdit } from "#app/desk/programmes/editor/edit-draft.ts";
import { editorChoices } from "#app/desk/programmes/editor/editor-choices.ts";
import { ProgrammeEditor } from "#app/desk/programmes/editor/programme-editor.tsx";
import { nextWallDay } from "#app/desk/programmes/next-wall-day.ts";
import { listSources } from "#server/programmes/list-sources.ts";
import { Page, Section } from "#ui/page.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { Tabs } from "#ui/tabs.tsx";
import { Words } from "#ui/words.tsx";
import { CopyForm } from "./copy-form.tsx";

const WAYS = ["blank", "template", "copy"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("programmeDesk"))("new") };
}

function blank(branchId: number, now: Date): ProgrammeEdit {
  return {
    ...{ kind: "programme", title: "", titleEn: "", intro: "", introEn: "", branchId: String(branchId) },
    opensAt: `${nextWallDay(now, 1)}T08:00`,
    closesAt: `${nextWallDay(now, 31)}T18:00`,
    ...{ certificateTitle: "", certificateTitleEn: "", requires: [], audiences: [] },
    modules: [freshModule("new-m-0")],
  };
}

/** A new programme: from nothing, from a template, or from one that was run before. */
export default async function NewProgrammePage({ searchParams }: { searchParams: Search }): Promise<ReactNode> {
  const [t, query, { now }, choices, { sources }] = await Promise.all([
    getTranslations("programmeDesk"),
    searchParams,
    pageContext(),
    editorChoices(),
    ask(listSources),
  ]);
  const first = choices.branches[0];
  if (!first) notFound();
  const way = WAYS.find((one) => one === oneOf(query["from"])) ?? "blank";
  const templates = sources.filter(({ kind }) => kind === "template");
  const earlier = sources.filter(({ kind }) => kind !== "template");
  const hrefOf = (one: string) => `/desk/programmes/new?from=${one}`;
  const shown = way === "template" ? templates : earlier;
  return (
    <Page title={t("new")} back={{ href: "/desk/programmes", label: t("title") }} width="wide">
      <RefusalNotice code={oneOf(query["refused"])} />
      <Tabs label={t("startFrom")} tabs={WAYS.map((one) => ({ href: hrefOf(one), label: t(`ways.${one}`) }))} current={hrefOf(way)} />
      {way === "blank" ? (
        <Words names={["programmeDesk", "contestDesk", "refusals", "fields"]}>
          <ProgrammeEditor start={blank(first.id, now)} edited={null} choices={choices} />
        </Words>
      ) : (
        <Section title={t(`ways.${way}`)}>
          <p className="text-muted">{t(`waysLead.${way}`)}</p>
          {shown.length === 0 && <p>{t(way === "template" ? "noTemplates" : "noEarlier")}</p>}
          <div className="grid gap-3">
            {shown.map((source) => (
              <CopyForm
                key={source.slug}
                source={source}
                branches={choices.branches}
                day={nextWallDay(now, 1)}
                branchId={way === "template" ? first.id : undefined}
              />
            ))}
          </div>
        </Section>
      )}
    </Page>
  );
}
