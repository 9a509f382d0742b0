import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { Band } from "#domain/practices/mastery.ts";
import type { getPracticeOverview } from "#server/practices/get-practice-overview.ts";
import type { Verb } from "#server/verb.ts";
import { LinkButton } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { SelectField } from "#ui/field.tsx";
import { Section } from "#ui/page.tsx";
import { Words } from "#ui/words.tsx";
import { MockWays } from "./mock-ways.tsx";
import { StartButton } from "./start-button.tsx";

type Overview = typeof getPracticeOverview extends Verb<infer Value> ? Value : never;

/** The five of the day and the other ways to practise. */
export async function Ways({ overview: { daily, categories, favourites, mock, sets: all } }: { overview: Overview }): Promise<ReactNode> {
  const t = await getTranslations("practice");
  const [papers, sets] = [all.filter(({ kind }) => kind === "mock"), all.filter(({ kind }) => kind !== "mock")];
  if (daily.total === 0 && categories.length + all.length === 0) return <p className="text-muted">{t("noBank")}</p>;
  const begin = daily.answered > 0 ? t("dailyGoOn", { answered: daily.answered, total: daily.total }) : t("dailyStart");
  return (
    <Words names={["practice", "refusals"]}>
      <Card title={t("modes.daily")}>
        <p className="text-muted">{daily.isOver ? t("dailyDone", { right: daily.rightCount }) : t("dailyLead")}</p>
        {daily.isOver ? (
          <LinkButton href={`/practice/${daily.id}`} className="justify-self-start">
            {t("dailyLook")}
          </LinkButton>
        ) : (
          <StartButton mode="daily" label={begin} look="primary" />
        )}
      </Card>
      {sets.length > 0 && (
        <Section title={t("sets")}>
          <div className="grid gap-4 sm:grid-cols-2">
            {sets.map(({ id, title, intro, kind, questions, best }) => (
              <Card key={id} title={title}>
                {intro && <p className="text-muted">{intro}</p>}
                <p className="text-muted text-sm">
                  {t(`modes.${kind}`)} · {best === null ? t("setSize", { questions }) : t("setBest", { questions, best })}
                </p>
                <StartButton mode={kind} setId={id} label={t("start")} />
              </Card>
            ))}
          </div>
        </Section>
      )}
      {categories.length > 0 && (
        <Section title={t("more")}>
          <div className="grid gap-4 sm:grid-cols-2">
            <Card title={t("modes.drill")}>
              <StartButton mode="drill" label={t("start")}>
                <div className="w-full">
                  <SelectField label={t("category")} name="category" defaultValue="">
                    <option value="">{t("all")}</option>
                    {categories.map(({ category, count }) => (
                      <option key={category} value={category}>
                        {t("categoryCount", { category, count })}
                      </option>
                    ))}
                  </SelectField>
                </div>
              </StartButton>
            </Card>
            <Card title={t("modes.survival")}>
              <p className="text-muted">{t("survivalLead")}</p>
              <StartButton mode="survival" label={t("start")} />
            </Card>
            <MockWays categories={categories} papers={papers} running={mock} />
            {favourites > 0 && (
              <Card title={t("modes.favourites")}>
                <p className="text-muted">{t("favouritesLead", { count: favourites })}</p>
                <StartButton mode="favourites" label={t("start")} />
              </Card>
            )}
          </div>
        </Section>
      )}
    </Words>
  );
}

const inks: Record<Band, string> = { few: "text-muted", weak: "text-seal", fair: "text-ink", good: "text-pine" };

/** How well one knows each topic, and whether it grows; how it is reckoned is said beside it. */
export async function Mastery({ topics }: { topics: Overview["mastery"] }): Promise<ReactNode> {
  const t = await getTranslations("practice");
  if (topics.length === 0) return null;
  return (
    <Section title={t("mastery")}>
      <p className="text-muted text-sm">{t("masteryHow")}</p>
      <ul className="grid gap-2">
        {topics.map(({ topic, answers, right, percent, band, trend }) => (
          <li key={topic} className="flex flex-wrap items-baseline justify-between gap-x-4 border-line border-b py-2">
            <span className="min-w-0" lang="zh-CN">
              {topic}
            </span>
            <span className="tabular flex flex-wrap gap-x-3 text-sm">
              <span className="text-muted">{t("masteryOf", { answers, right })}</span>
              {trend !== null && trend !== 0 && (
                <span className="text-muted">{t(trend > 0 ? "up" : "down", { points: Math.abs(trend) })}</span>
              )}
              <span className={`font-semibold ${inks[band]}`}>
                {percent === null ? t("bands.few") : `${percent}% ${t(`bands.${band}`)}`}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
