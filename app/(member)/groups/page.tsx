import { Users } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, type Search } from "#app/_http/refused.ts";
import { listGroups } from "#server/groups/list-groups.ts";
import { LinkButton } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page, Section } from "#ui/page.tsx";
import { GroupCard } from "./group-card.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("groups"))("title") };
}

/** One's own study groups, and the open ones of one's branch. */
export default async function GroupsPage({ searchParams }: { searchParams: Search }): Promise<ReactNode> {
  const [t, { mine, others, mayMake }, query] = await Promise.all([getTranslations("groups"), ask(listGroups), searchParams]);
  const make = mayMake && <LinkButton href="/groups/new">{t("make")}</LinkButton>;
  const done = oneOf(query["done"]);
  return (
    <Page title={t("title")} lead={t("lead")} action={make}>
      {(done === "left" || done === "made") && <Notice kind="success">{t(`done.${done}`)}</Notice>}
      {mine.length > 0 && (
        <Section title={t("mine")}>
          <div className="grid gap-3">
            {mine.map((group) => (
              <GroupCard key={group.slug} group={group} />
            ))}
          </div>
        </Section>
      )}
      {others.length > 0 && (
        <Section title={t("others")}>
          <div className="grid gap-3">
            {others.map((group) => (
              <GroupCard key={group.slug} group={group} />
            ))}
          </div>
        </Section>
      )}
      {mine.length + others.length === 0 && (
        <Empty title={t("empty")} icon={Users}>
          {t("emptyHint")}
        </Empty>
      )}
    </Page>
  );
}
