import { BookOpen, SearchX } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, type Search } from "#app/_http/refused.ts";
import { MaterialCard } from "#app/(member)/materials/material-card.tsx";
import { listMaterials } from "#server/materials/list-materials.ts";
import { listProgrammes } from "#server/programmes/list-programmes.ts";
import { LinkButton } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { Page, Section } from "#ui/page.tsx";
import { Pagination } from "#ui/pagination.tsx";
import { Tabs } from "#ui/tabs.tsx";
import { MaterialSearch } from "./material-search.tsx";
import { ProgrammeCard } from "./programme-card.tsx";
import { StudyLinks } from "./study-links.tsx";

const PAGE_SIZE = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("study"))("title") };
}

const hrefOf = (collection?: string): string => (collection ? `/study?collection=${encodeURIComponent(collection)}` : "/study");

/** One's own programmes; nothing where there are none. */
async function Programmes(): Promise<ReactNode> {
  const [t, { programmes }] = await Promise.all([getTranslations("programmes"), ask(listProgrammes)]);
  if (programmes.length === 0) return null;
  return (
    <Section title={t("mine")}>
      <div className="grid gap-3">
        {programmes.map((programme) => (
          <ProgrammeCard key={programme.slug} programme={programme} />
        ))}
      </div>
    </Section>
  );
}

/** The library: search over titles, summaries and tags, one collection at a time, newest first. */
export default async function StudyPage({ searchParams }: { searchParams: Search }): Promise<ReactNode> {
  const [t, query] = await Promise.all([getTranslations("study"), searchParams]);
  const [q, collection, tag, page] = ["q", "collection", "tag", "page"].map((name) => oneOf(query[name]) || undefined);
  const found = await ask(listMaterials, { q, collection, tag, page });
  const isFiltered = Boolean(q || collection || tag);
  const tabs = [
    { href: hrefOf(), label: t("all") },
    ...found.collections.map(({ name, count }) => ({ href: hrefOf(name), label: name, count })),
  ];
  return (
    <Page title={t("title")} lead={t("lead")}>
      {!isFiltered && <Programmes />}
      {!isFiltered && <StudyLinks />}
      <div className="grid gap-5">
        <MaterialSearch q={q ?? ""} />
        {found.collections.length > 1 && <Tabs label={t("collections")} tabs={tabs} current={hrefOf(collection)} />}
        {tag && (
          <p className="flex flex-wrap items-center gap-x-3 text-muted">
            {t("tagged", { tag })}
            <Link href={hrefOf(collection)} className="inline-flex min-h-11 items-center text-seal">
              {t("clear")}
            </Link>
          </p>
        )}
      </div>
      {found.items.length > 0 ? (
        <div className="grid gap-3">
          <h2 className={q ? "font-medium text-muted" : "sr-only"}>{q ? t("found", { q, total: found.total }) : t("texts")}</h2>
          {found.items.map((material) => (
            <MaterialCard key={material.slug} material={material} />
          ))}
          <Pagination total={found.total} page={found.page} pageSize={PAGE_SIZE} path="/study" query={{ q, collection, tag }} />
        </div>
      ) : isFiltered ? (
        <Empty title={t("noneFound")} icon={SearchX} action={<LinkButton href="/study">{t("showAll")}</LinkButton>}>
          {t("noneFoundHint")}
        </Empty>
      ) : (
        <Empty title={t("empty")} icon={BookOpen}>
          {t("emptyHint")}
        </Empty>
      )}
    </Page>
  );
}
