import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import type { JsonOf } from "#app/contests/json-of.ts";
import { REVEAL_BOARDS } from "#domain/boards/reveal.ts";
import { getReveal } from "#server/boards/get-reveal.ts";
import { Words } from "#ui/words.tsx";
import { RevealScreen } from "./reveal-screen.tsx";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ board?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("screen.reveal"))("title") };
}

/** The ceremony of a frozen board, led by keys from this page; every other page that is open shows the same. */
export default async function RevealPage({ params, searchParams }: Props): Promise<ReactNode> {
  const [{ slug }, { board: wish }] = await Promise.all([params, searchParams]);
  const board = REVEAL_BOARDS.find((name) => name === wish) ?? "persons";
  const reveal = await ask(getReveal, { slug, board });
  return (
    <Words names={["screen", "refusals"]}>
      <RevealScreen key={board} first={JSON.parse(JSON.stringify(reveal)) as JsonOf<typeof getReveal>} />
    </Words>
  );
}
