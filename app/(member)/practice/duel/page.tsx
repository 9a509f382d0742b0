import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { getQueue } from "#server/matches/get-queue.ts";
import { LinkButton } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { Page } from "#ui/page.tsx";
import { Words } from "#ui/words.tsx";
import { DuelLobby } from "./duel-lobby.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("duel"))("title") };
}

/** Asking for a duel or a race of four, and waiting for it. Where light-burden mode is on there is none, and it says so. */
export default async function DuelPage(): Promise<ReactNode> {
  const [t, tPractice, queue] = await Promise.all([getTranslations("duel"), getTranslations("practice"), ask(getQueue)]);
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
    </Page>
  );
}
