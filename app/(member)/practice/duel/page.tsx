import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { ArenaLine } from "#app/(member)/practice/arena/arena-line.tsx";
import { listArenas } from "#server/arenas/list-arenas.ts";
import { getQueue } from "#server/matches/get-queue.ts";
import { LinkButton } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { Page, Section } from "#ui/page.tsx";
import { Words } from "#ui/words.tsx";
import { DuelLobby } from "./duel-lobby.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("duel"))("title") };
}

/** Asking for a duel or a race of four, and waiting for it. Where light-burden mode is on there is none, and it says so. */
export default async function DuelPage(): Promise<ReactNode> {
  const [t, tArena, tPractice, queue, { arenas }] = await Promise.all([
    getTranslations("duel"),
    getTranslations("arena"),
    getTranslations("practice"),
    ask(getQueue),
    ask(listArenas),
  ]);
  const soon = arenas.filter(({ phase, plays }) => plays && (phase === "running" || phase === "coming"));
  const { isOn, pays, state, size, matchId, since, serverNow } = queue;
  return (
    <Page title={t("title")} lead={isOn ? t("lead") : undefined} back={{ href: "/practice", label: tPractice("stop") }} width="reading">
      {isOn ? (
        <Words names={["duel", "refusals"]}>
          <noscript>{t("needsScript")}</noscript>
          <DuelLobby
            start={{ state, size, matchId, since: since?.toISOString() ?? null, serverNow: serverNow.toISOString() }}
            rules={
              <div className="grid gap-1 text-muted text-sm">
                <p>{t("rules")}</p>
                {pays && <p>{t("pays")}</p>}
              </div>
            }
          />
        </Words>
      ) : (
        <Empty title={t("off")} action={<LinkButton href="/practice">{t("toPractice")}</LinkButton>}>
          {t("offHint")}
        </Empty>
      )}
      {isOn && (
        <Section title={tArena("title")} aside={<Link href="/practice/arena">{tArena("all")}</Link>}>
          <p className="text-muted text-sm">{tArena(soon.length > 0 ? "countsHere" : "noneNow")}</p>
          {soon.map((arena) => (
            <ArenaLine key={arena.id} arena={arena} />
          ))}
        </Section>
      )}
    </Page>
  );
}
