import { Archive, Pencil, Printer } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, type Search } from "#app/_http/refused.ts";
import { DoneNotice } from "#app/desk/done-notice.tsx";
import { getPaper } from "#server/papers/get-paper.ts";
import { LinkButton } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page, Section } from "#ui/page.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { BalanceTable } from "./balance-table.tsx";

type Props = { params: Promise<{ id: string }>; searchParams: Search };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await ask(getPaper, { id: (await params).id })).title };
}

/** A paper: what it is made of, what stands in it, and whether a contest could use it today. */
export default async function PaperPage({ params, searchParams }: Props): Promise<ReactNode> {
  const [t, kinds, format, { id }, query] = await Promise.all([
    getTranslations("paperDesk"),
    getTranslations("questionDesk"),
    getFormatter(),
    params,
    searchParams,
  ]);
  const paper = await ask(getPaper, { id });
  const { title, branchName, kind, sections, balance, total, shortages, contests, archivedAt } = paper;
  const known = new Map(paper.questions.map((question) => [question.id, question]));
  const unpublished = paper.questions.filter(({ isPublished }) => !isPublished).length;
  const saved = oneOf(query["done"]) === "saved" ? t("saved") : undefined;
  const named = (name: string): string => (name === "any" ? t("any") : name === "" ? t("noCategory") : name);
  const points = (worth: number): string => t("pointsOf", { points: format.number(worth / 1_000) });
  return (
    <Page
      title={title}
      back={{ href: "/desk/papers", label: t("title") }}
      lead={`${branchName} · ${t(`kinds.${kind}`)} · ${t("tally", { questions: total.questions, points: format.number(total.worth / 1_000) })}`}
      action={
        <div className="no-print flex flex-wrap gap-2 max-sm:*:grow">
          <LinkButton href={`/desk/papers/${id}/edit`}>
            <Pencil aria-hidden className="size-4" />
            {t("edit")}
          </LinkButton>
          <LinkButton href={`/desk/papers/${id}/print`}>
            <Printer aria-hidden className="size-4" />
            {t("print")}
          </LinkButton>
          <form method="post" action={`/api/desk/papers/${id}/archive`} className="grid">
            <input type="hidden" name="next" value={`/desk/papers/${id}`} />
            {archivedAt && <input type="hidden" name="back" value="true" />}
            <SubmitButton>
              <Archive aria-hidden className="size-4" />
              {t(archivedAt ? "unarchive" : "archive")}
            </SubmitButton>
          </form>
        </div>
      }
    >
      <DoneNotice sentence={saved} refused={oneOf(query["refused"])} />
      {archivedAt && <Notice>{t("isArchived")}</Notice>}
      {unpublished > 0 && <Notice kind="warning">{t("unpublished", { count: unpublished })}</Notice>}
      {shortages.map(({ line, wanted, have }) => (
        <Notice key={line} kind="warning">
          {t("lineShort", { number: line + 1, wanted, have })}
        </Notice>
      ))}
      <Section title={t("balance")}>
        <div className="grid gap-8 sm:grid-cols-3">
          <BalanceTable
            title={kinds("kind")}
            tallies={balance.kind}
            nameOf={(name) => (name === "any" ? t("any") : kinds(`kinds.${name as "single"}`))}
          />
          <BalanceTable
            title={kinds("difficulty")}
            tallies={balance.difficulty}
            nameOf={(name) => (/^[1-5]$/u.test(name) ? kinds(`levels.${name as "1"}`) : named(name))}
          />
          <BalanceTable title={kinds("category")} tallies={balance.category} nameOf={named} />
        </div>
      </Section>
      {sections.map((section, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a section is its place
        <Section key={place} title={section.title}>
          {section.instructions && <p className="text-muted">{section.instructions}</p>}
          <ol className="grid gap-2">
            {section.questions.map(({ questionId, worth }) => {
              const question = known.get(questionId);
              return (
                <li key={questionId} className="flex flex-wrap items-center justify-between gap-x-4 border-line border-b py-1">
                  <Link
                    href={`/desk/questions/${questionId}`}
                    lang="zh-CN"
                    className="flex min-h-11 min-w-0 flex-1 items-center hover:underline"
                  >
                    <span className="line-clamp-2">{question?.body.stem}</span>
                  </Link>
                  <span className="text-muted text-sm">
                    {question && kinds(`kinds.${question.kind}`)} · {question && kinds(`states.${question.state}`)} · {points(worth)}
                  </span>
                </li>
              );
            })}
            {section.lines.map(({ category, kind: asked, difficulty, count, worth }, line) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
              <li key={`line-${line}`} className="border-line border-b py-2">
                {t("lineText", {
                  count,
                  kind: asked === null ? t("anyKind") : kinds(`kinds.${asked}`),
                  category: category ?? t("anyCategory"),
                  easiest: difficulty[0],
                  hardest: difficulty[1],
                  points: format.number(worth / 1_000),
                })}
              </li>
            ))}
          </ol>
        </Section>
      ))}
      {contests.length > 0 && (
        <Section title={t("usedIn")}>
          <ul className="grid">
            {contests.map(({ slug, title: contest }) => (
              <li key={slug}>
                <Link href={`/desk/contests/${slug}`} className="inline-flex min-h-11 items-center underline underline-offset-4">
                  {contest}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}
