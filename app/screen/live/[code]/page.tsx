import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { getGameScreen } from "#server/games/get-game-screen.ts";
import { Words } from "#ui/words.tsx";
import { BigScreen } from "./big-screen.tsx";

type Props = { params: Promise<{ code: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("live.screen"))("title") };
}

/** What the projector shows: nothing to press, and nothing around it. */
export default async function GameScreenPage({ params }: Props): Promise<ReactNode> {
  const { serverNow, ...screen } = await ask(getGameScreen, { code: (await params).code });
  return (
    <Words names={["live", "play", "ranks"]}>
      <BigScreen first={{ ...screen, serverNow: serverNow.toISOString() }} />
    </Words>
  );
}
