import type { Metadata } from "next";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { getMyStudyYear } from "#server/points/get-my-study-year.ts";
import { Figure } from "#ui/figure.tsx";
import { Page, Section } from "#ui/page.tsx";
import { PointEntry } from "#ui/point-entry.tsx";
import { Summary } from "#ui/summary.tsx";

type Params = { params: Promise<{ year: string }> };
type Statement = Awaited<ReturnType<typeof statementOf>>;

const statementOf = (year: string) => ask(getMyStudyYear, { year });

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { year } = await params;
  return { title: (await getTranslations("points"))("statement.title", { year }) };
}

/** One's own study year by the weights that were published with it: the total, each part, and what it is made of. */
export default async function StudyYearPage({ params }: Params): Promise<ReactNode> {
  const [t, format, year] = await Promise.all([getTranslations("points"), getFormatter(), params.then((said) => said.year)]);
  const statement = await statementOf(year);
  const day = (at: Date | string) => format.dateTime(new Date(at), { dateStyle: "long" });
  const last = new Date(Date.parse(`${statement.until}T00:00:00+08:00`) - 1);
  const lead = t("statement.lead", { from: day(`${statement.from}T00:00:00+08:00`), until: day(last), at: day(statement.publishedAt) });
  return (
    <Page title={t("statement.title", { year })} lead={lead} back={{ href: "/me/points", label: t("title") }} width="reading">
      <Figure
        value={format.number(statement.total / 100, { maximumFractionDigits: 2 })}
        label={`${t("statement.total")} · ${t("statement.of")}`}
      />
      {statement.parts.map((part) => (
        <Part key={part.dimension} part={part} tasks={statement.tasks} />
      ))}
    </Page>
  );
}

async function Part({ part, tasks }: { part: Statement["parts"][number]; tasks: Statement["tasks"] }): Promise<ReactNode> {
  const [t, format] = await Promise.all([getTranslations("points"), getFormatter()]);
  const { dimension, reached, of, weight } = part;
  const isTasks = dimension === "completion";
  const figures = {
    ...{ reached, of, weight, adds: format.number(part.adds / 100, { maximumFractionDigits: 2 }) },
    share: format.number(part.share / 10_000, { style: "percent", maximumFractionDigits: 2 }),
  };
  const sentence = of === 0 ? t("statement.noTasks") : t(isTasks ? "statement.tasksPart" : "statement.part", figures);
  const isEmpty = isTasks ? tasks.length === 0 : part.entries.length === 0;
  return (
    <Section title={t(`dimensions.${dimension}`)}>
      <p className="tabular">{sentence}</p>
      {isEmpty ? (
        of > 0 && <p className="text-muted">{t("statement.none")}</p>
      ) : (
        <details>
          <Summary>{t("statement.why")}</Summary>
          {isTasks ? (
            <Tasks tasks={tasks} />
          ) : (
            <ul>
              {part.entries.map((entry) => (
                <PointEntry key={entry.id} entry={entry} />
              ))}
            </ul>
          )}
        </details>
      )}
    </Section>
  );
}

async function Tasks({ tasks }: { tasks: Statement["tasks"] }): Promise<ReactNode> {
  const [t, format, locale] = await Promise.all([getTranslations("points.statement"), getFormatter(), getLocale()]);
  const day = (at: Date) => format.dateTime(at, { dateStyle: "medium" });
  return (
    <ul>
      {tasks.map((task, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a list that does not change
        <li key={at} className="flex flex-wrap justify-between gap-x-4 border-line border-b py-3 last:border-b-0">
          <span>{locale === "en" && task.titleEn ? task.titleEn : task.title}</span>
          <span className={task.doneAt ? "text-pine" : "text-muted"}>
            {task.doneAt
              ? t("done", { day: day(task.doneAt) })
              : `${t("open")} · ${t("due", { day: day(new Date(`${task.day}T04:00:00Z`)) })}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
