import { Download, FileQuestion, Flag, Plus, Upload } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, type Search } from "#app/_http/refused.ts";
import { listCategories } from "#server/questions/list-categories.ts";
import { listQuestions } from "#server/questions/list-questions.ts";
import { LinkButton } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { Page } from "#ui/page.tsx";
import { Pagination } from "#ui/pagination.tsx";
import { QuestionFilterBar } from "./question-filter-bar.tsx";
import { QuestionTable } from "./question-table.tsx";

const FILTERS = ["q", "kind", "category", "difficulty", "state", "bank", "tag"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("questionDesk"))("title") };
}

/** The bank, narrowed by what the address says. */
export default async function QuestionsPage({ searchParams }: { searchParams: Search }): Promise<ReactNode> {
  const [t, query] = await Promise.all([getTranslations("questionDesk"), searchParams]);
  const filter = Object.fromEntries(FILTERS.flatMap((name) => (oneOf(query[name]) ? [[name, oneOf(query[name]) ?? ""]] : [])));
  const { difficulty, ...rest } = filter;
  const withoutPage = { ...rest, ...(difficulty && { difficultyFrom: difficulty, difficultyTo: difficulty }) };
  const sought = { ...withoutPage, page: oneOf(query["page"]) ?? "1" };
  const [list, { categories }] = await Promise.all([ask(listQuestions, sought), ask(listCategories)]);
  const exported = `/desk/questions/export?${new URLSearchParams(withoutPage)}`;
  const make = (
    <div className="flex flex-wrap gap-2">
      {list.total > 0 && (
        <LinkButton href={exported} look="quiet">
          <Download aria-hidden className="size-4" />
          {t("export")}
        </LinkButton>
      )}
      <LinkButton href="/desk/questions/reports" look="quiet">
        <Flag aria-hidden className="size-4" />
        {t("reports")}
      </LinkButton>
      <LinkButton href="/desk/questions/import">
        <Upload aria-hidden className="size-4" />
        {t("import")}
      </LinkButton>
      <LinkButton href="/desk/questions/new" look="primary">
        <Plus aria-hidden className="size-4" />
        {t("new")}
      </LinkButton>
    </div>
  );
  const isNarrowed = Object.keys(filter).length > 0;
  const empty = isNarrowed ? (
    <Empty title={t("noneFound")} icon={FileQuestion} action={<LinkButton href="/desk/questions">{t("showAll")}</LinkButton>}>
      {t("noneFoundLead")}
    </Empty>
  ) : (
    <Empty title={t("none")} icon={FileQuestion} action={<LinkButton href="/desk/questions/new">{t("new")}</LinkButton>}>
      {t("noneLead")}
    </Empty>
  );
  return (
    <Page title={t("title")} width="wide" action={make}>
      <div className="grid gap-4">
        <QuestionFilterBar filter={filter} categories={categories} />
        <QuestionTable questions={list.items} empty={empty} />
        {list.total > 0 && <Pagination total={list.total} page={list.page} pageSize={50} path="/desk/questions" query={filter} />}
      </div>
    </Page>
  );
}
