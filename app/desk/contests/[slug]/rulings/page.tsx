import { Gavel } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, type Search } from "#app/_http/refused.ts";
import { AnswerKey } from "#app/desk/questions/answer-key.tsx";
import { ShownQuestion } from "#app/desk/questions/shown-question.tsx";
import { listRulings } from "#server/rulings/list-rulings.ts";
import { Button } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { SelectField } from "#ui/field.tsx";
import { Page, Section } from "#ui/page.tsx";
import { Words } from "#ui/words.tsx";
import { ProposalForm } from "./proposal-form.tsx";
import { RulingTable } from "./ruling-table.tsx";

type Props = { params: Promise<{ slug: string }>; searchParams: Search };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rulings"))("title") };
}

/** The rulings of a contest, and a new one: which question, what shall be done, why, and where it needs one the answer that counts. */
export default async function RulingsPage({ params, searchParams }: Props): Promise<ReactNode> {
  const [t, { slug }, query] = await Promise.all([getTranslations("rulings"), params, searchParams]);
  const version = oneOf(query["version"]);
  const { contest, takesOut, isOver, rulings, questions, asked } = await ask(listRulings, { slug, ...(version && { version }) });
  const path = `/desk/contests/${slug}/rulings`;
  const empty = (
    <Empty title={t("none")} icon={Gavel}>
      {t("noneLead")}
    </Empty>
  );
  return (
    <Page
      title={t("of", { title: contest.title })}
      back={{ href: `/desk/contests/${slug}`, label: contest.title }}
      lead={t("lead")}
      width="wide"
    >
      {!isOver ? (
        <Empty title={t("notOver")} icon={Gavel}>
          {t("notOverLead")}
        </Empty>
      ) : (
        <>
          <Section title={t("list")}>{rulings.length === 0 ? empty : <RulingTable rulings={rulings} />}</Section>
          <Section title={t("propose")}>
            <form method="get" action={path} className="flex flex-wrap items-end gap-3">
              <SelectField label={t("question")} name="version" defaultValue={version ?? ""} required className="min-w-0 flex-1">
                <option value="" disabled>
                  {t("choose")}
                </option>
                {questions.map(({ versionId, stem }) => (
                  <option key={versionId} value={versionId} lang="zh-CN">
                    {stem.slice(0, 60)}
                  </option>
                ))}
              </SelectField>
              <Button type="submit">{t("show")}</Button>
            </form>
            {asked && (
              <div className="grid items-start gap-8 lg:grid-cols-2">
                <div className="grid gap-6">
                  <ShownQuestion body={asked.body} />
                  <AnswerKey body={asked.body} answer={asked.key} explanation={asked.explanation} />
                </div>
                <Words names={["rulings", "refusals", "fields", "play", "questionDesk"]}>
                  <ProposalForm key={asked.versionId} slug={slug} versionId={asked.versionId} body={asked.body} takesOut={takesOut} />
                </Words>
              </div>
            )}
          </Section>
        </>
      )}
    </Page>
  );
}
