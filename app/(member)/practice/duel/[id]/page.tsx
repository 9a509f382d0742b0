import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { getMatch } from "#server/matches/get-match.ts";
import { Page } from "#ui/page.tsx";
import { Words } from "#ui/words.tsx";
import { DuelScreen } from "./duel-screen.tsx";
import type { MatchView } from "./match-view.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("duel"))("title") };
}

/** A match: the same wherever it is opened and however often, for where it stands is the server's to know. */
export default async function MatchPage({ params }: { params: Promise<{ id: string }> }): Promise<ReactNode> {
  const { id } = await params;
  const [t, match] = await Promise.all([getTranslations("duel"), ask(getMatch, { id })]);
  const { until, serverNow, answered, ...rest } = match;
  const start: MatchView = {
    ...rest,
    ...{ until: until.toISOString(), serverNow: serverNow.toISOString() },
    answered: answered && { response: answered.response, at: answered.at.toISOString() },
  };
  return (
    <Page title={t(match.size === 2 ? "two" : "four")} back={{ href: "/practice/duel", label: t("title") }} width="reading">
      <Words names={["duel", "play", "checks", "review", "refusals"]}>
        <noscript>{t("needsScript")}</noscript>
        <DuelScreen start={start} />
      </Words>
    </Page>
  );
}
