import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { getGame } from "#server/games/get-game.ts";
import { Words } from "#ui/words.tsx";
import { LiveScreen } from "./live-screen.tsx";
import { RulesList } from "./rules-list.tsx";

type Props = { params: Promise<{ code: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title } = await ask(getGame, { code: (await params).code });
  return { title };
}

/** A game on a phone, with nothing around it: what moves comes by the stream. */
export default async function LiveGamePage({ params }: Props): Promise<ReactNode> {
  const [t, game] = await Promise.all([getTranslations("live"), ask(getGame, { code: (await params).code })]);
  const { serverNow, player, ...rest } = game;
  return (
    <Words names={["live", "play", "refusals", "ranks"]}>
      <noscript>
        <p className="p-4">{t("needsScript")}</p>
      </noscript>
      <LiveScreen
        first={{ ...rest, player, serverNow: serverNow.toISOString() }}
        rules={<RulesList rules={game.rules} percent={player?.timePercent ?? 100} />}
      />
    </Words>
  );
}
