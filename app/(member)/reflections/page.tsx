import { Feather } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, type Search } from "#app/_http/refused.ts";
import { listReflections } from "#server/reflections/list-reflections.ts";
import { LinkButton } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { Page } from "#ui/page.tsx";
import { Pagination } from "#ui/pagination.tsx";
import { Tabs } from "#ui/tabs.tsx";
import { PieceCard } from "./piece-card.tsx";

const VIEWS = ["mine", "branch", "recommended", "kept"] as const;
const addressOf = (view: string) => (view === "mine" ? "/reflections" : `/reflections?view=${view}`);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reflections"))("title") };
}

/** What one has written, and what the own branch wrote, recommended or one keeps. */
export default async function ReflectionsPage({ searchParams }: { searchParams: Search }): Promise<ReactNode> {
  const query = await searchParams;
  const view = VIEWS.find((known) => known === oneOf(query["view"])) ?? "mine";
  const [t, { items, page, pageSize, total }] = await Promise.all([
    getTranslations("reflections"),
    ask(listReflections, { view, page: oneOf(query["page"]) }),
  ]);
  return (
    <Page
      title={t("title")}
      lead={t("lead")}
      back={{ href: "/study", label: t("toStudy") }}
      action={
        <LinkButton look="primary" href="/reflections/new">
          <Feather aria-hidden className="size-4" />
          {t("write")}
        </LinkButton>
      }
    >
      <div className="grid gap-4">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <Tabs
            label={t("views")}
            tabs={VIEWS.map((one) => ({ href: addressOf(one), label: t(`view.${one}`) }))}
            current={addressOf(view)}
          />
          <LinkButton look="quiet" compact href="/reflections/collection">
            {t("collection")}
          </LinkButton>
        </div>
        {items.length === 0 ? (
          <Empty icon={Feather} title={t(`none.${view}`)}>
            {t(`noneHint.${view}`)}
          </Empty>
        ) : (
          <ol className="grid gap-3">
            {items.map((piece) => (
              <li key={piece.id}>
                <PieceCard piece={piece} />
              </li>
            ))}
          </ol>
        )}
      </div>
      <Pagination page={page} pageSize={pageSize} total={total} path="/reflections" query={{ view: view === "mine" ? undefined : view }} />
    </Page>
  );
}
