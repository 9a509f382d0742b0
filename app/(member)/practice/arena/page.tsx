import { Swords } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { listArenas } from "#server/arenas/list-arenas.ts";
import { LinkButton } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { Page } from "#ui/page.tsx";
import { ArenaLine } from "./arena-line.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("arena"))("title") };
}

/** The arenas of one's branches: those to come, those that are played, those that were. */
export default async function ArenasPage(): Promise<ReactNode> {
  const [t, tDuel, { isOn, arenas }] = await Promise.all([getTranslations("arena"), getTranslations("duel"), ask(listArenas)]);
  return (
    <Page title={t("title")} lead={isOn ? t("lead") : undefined} back={{ href: "/practice/duel", label: tDuel("title") }} width="reading">
      {arenas.length === 0 ? (
        <Empty
          title={isOn ? t("none") : tDuel("off")}
          icon={Swords}
          action={<LinkButton href={isOn ? "/practice/duel" : "/practice"}>{isOn ? t("toDuel") : tDuel("toPractice")}</LinkButton>}
        >
          {isOn ? t("noneLead") : tDuel("offHint")}
        </Empty>
      ) : (
        <div className="grid gap-3">
          {arenas.map((arena) => (
            <ArenaLine key={arena.id} arena={arena} />
          ))}
        </div>
      )}
    </Page>
  );
}
