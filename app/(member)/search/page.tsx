import { SearchX } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { oneOf, type Search } from "#app/_http/refused.ts";
import { LinkButton } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { Page } from "#ui/page.tsx";
import { foundFor, KINDS } from "./found-for.ts";
import { Results } from "./results.tsx";
import { SearchField } from "./search-field.tsx";
import { Suggestions } from "./suggestions.tsx";

export async function generateMetadata({ searchParams }: { searchParams: Search }): Promise<Metadata> {
  const [t, query] = await Promise.all([getTranslations("search"), searchParams]);
  const q = oneOf(query["q"])?.trim().slice(0, 40);
  return { title: q ? t("titleFor", { q }) : t("title") };
}

/** One field over everything the viewer may see: hits by kind, a few of each, or one kind by pages. What was looked for is kept nowhere. */
export default async function SearchPage({ searchParams }: { searchParams: Search }): Promise<ReactNode> {
  const [t, fields, locale, query] = await Promise.all([getTranslations("search"), getTranslations("fields"), getLocale(), searchParams]);
  const q = oneOf(query["q"])?.trim() ?? "";
  const kind = KINDS.find((known) => known === oneOf(query["kind"]));
  const found = await foundFor({ q, kind, page: oneOf(query["page"]), lang: locale === "en" ? "en" : "zh-CN" });
  const { problem, terms, groups } = found;
  const error = problem && fields(fields.has(problem.code) ? problem.code : "other", problem.params);
  const isFound = groups.some(({ count }) => count > 0);
  return (
    <Page title={t("title")} lead={t("lead")}>
      <SearchField q={q} error={error} />
      {isFound && <Results q={q} kind={kind} found={found} />}
      {!isFound && q !== "" && !problem && (
        <Empty
          title={terms.length === 0 ? t("nothing") : t("none", { q })}
          icon={SearchX}
          action={<LinkButton href="/study">{t("toStudy")}</LinkButton>}
        >
          {terms.length === 0 ? t("nothingHint") : t("noneHint")}
        </Empty>
      )}
      {!isFound && <Suggestions />}
    </Page>
  );
}
