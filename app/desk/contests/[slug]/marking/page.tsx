import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, refusedOf, type Search } from "#app/_http/refused.ts";
import { DoneNotice } from "#app/desk/done-notice.tsx";
import { SendForm } from "#app/desk/send-form.tsx";
import { getMarking } from "#server/marking/get-marking.ts";
import { TextField } from "#ui/field.tsx";
import { Figure } from "#ui/figure.tsx";
import { Page, Section } from "#ui/page.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { DataTable } from "#ui/table.tsx";
import { ShortAnswers } from "./short-answers.tsx";

type Props = { params: Promise<{ slug: string }>; searchParams: Search };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("marking"))("title") };
}

/** How far the marking of a contest's essays is, and who marks them. */
export default async function MarkingDeskPage({ params, searchParams }: Props): Promise<ReactNode> {
  const [t, { slug }, query] = await Promise.all([getTranslations("marking"), params, searchParams]);
  const refused = await refusedOf(searchParams, ["markers", "perAnswer", "gapPercent"]);
  const { contest, isOut, perAnswer, gapPercent, markers, questions, ...sums } = await ask(getMarking, { slug });
  const path = `/desk/contests/${slug}/marking`;
  const counts = ["answers", "settled", "waiting", "apart"] as const;
  return (
    <Page
      title={t("of", { title: contest.title })}
      back={{ href: `/desk/contests/${slug}`, label: contest.title }}
      lead={t("lead")}
      width="wide"
    >
      <RefusalNotice code={refused.code} />
      <DoneNotice
        sentence={oneOf(query["done"]) ? t(oneOf(query["done"]) === "set" ? "setDone" : "saved") : undefined}
        refused={oneOf(query["refused"])}
      />
      <div className="flex flex-wrap gap-x-10 gap-y-5">
        {counts.map((name) => (
          <Figure key={name} value={sums[name]} label={t(`counts.${name}`)} />
        ))}
      </div>
      <Section title={t("questions")}>
        <DataTable
          caption={t("questions")}
          rows={questions}
          keyOf={({ versionId }) => String(versionId)}
          empty={<p className="text-muted">{t("noEssays")}</p>}
          columns={[
            { key: "stem", head: t("question"), main: true, cell: ({ stem }) => <span lang="zh-CN">{stem}</span> },
            ...counts.map((name) => ({
              ...{ key: name, head: t(`counts.${name}`), align: "end" as const },
              cell: (line: (typeof questions)[number]) => <span className="tabular">{line[name]}</span>,
            })),
          ]}
        />
      </Section>
      <Section title={t("markers")}>
        <DataTable
          caption={t("markers")}
          rows={markers}
          keyOf={({ staffNo }) => staffNo}
          empty={<p className="text-muted">{t("noMarkers")}</p>}
          columns={[
            { key: "name", head: t("name"), main: true, cell: ({ name }) => name },
            { key: "staffNo", head: t("staffNo"), cell: ({ staffNo }) => <span className="tabular">{staffNo}</span> },
            { key: "marked", head: t("marked"), align: "end", cell: ({ marked }) => <span className="tabular">{marked}</span> },
          ]}
        />
        {!isOut && (
          <SendForm action={`/api${path}`} next={`${path}?done=saved`} submit={t("save")}>
            <TextField
              label={t("markerNumbers")}
              hint={t("markersHint")}
              error={refused.at("markers")}
              name="markers"
              defaultValue={markers.map(({ staffNo }) => staffNo).join("、")}
              required
            />
            <TextField
              label={t("perAnswer")}
              error={refused.at("perAnswer")}
              name="perAnswer"
              type="number"
              min={1}
              max={3}
              defaultValue={perAnswer}
              required
            />
            <TextField
              label={t("gap")}
              hint={t("gapHint")}
              error={refused.at("gapPercent")}
              name="gapPercent"
              type="number"
              min={0}
              max={100}
              defaultValue={gapPercent}
              required
            />
          </SendForm>
        )}
      </Section>
      <ShortAnswers slug={slug} version={oneOf(query["version"])} page={oneOf(query["page"])} />
    </Page>
  );
}
