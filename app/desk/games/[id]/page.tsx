import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { RulesList } from "#app/live/[code]/rules-list.tsx";
import { getGameConsole } from "#server/games/get-game-console.ts";
import { LinkButton } from "#ui/button.tsx";
import { Page } from "#ui/page.tsx";
import { Words } from "#ui/words.tsx";
import { ConsoleScreen } from "./console-screen.tsx";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title } = await ask(getGameConsole, { id: (await params).id });
  return { title };
}

/** The console of a game: any browser of whoever may run it, as many as they like. */
export default async function GameConsolePage({ params }: Props): Promise<ReactNode> {
  const [t, game] = await Promise.all([getTranslations("gameDesk"), ask(getGameConsole, { id: (await params).id })]);
  const { serverNow, ...rest } = game;
  return (
    <Page
      title={game.title}
      lead={game.branchName}
      back={{ href: "/desk/games", label: t("title") }}
      width="wide"
      action={<LinkButton href={`/desk/games/${game.id}/report`}>{t("console.report")}</LinkButton>}
    >
      <Words names={["gameDesk", "live", "play", "refusals", "ranks"]}>
        <ConsoleScreen first={{ ...rest, serverNow: serverNow.toISOString() }} rules={<RulesList rules={game.rules} />} />
      </Words>
    </Page>
  );
}
