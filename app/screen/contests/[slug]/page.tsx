import type { Metadata } from "next";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import type { JsonOf } from "#app/contests/json-of.ts";
import { getContestScreen } from "#server/boards/get-contest-screen.ts";
import { Words } from "#ui/words.tsx";
import { ContestScreen } from "./contest-screen.tsx";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await ask(getContestScreen, { slug: (await params).slug })).board.title };
}

/** The big screen of a contest: it follows by itself and takes no hand. */
export default async function ContestScreenPage({ params }: Props): Promise<ReactNode> {
  const screen = await ask(getContestScreen, { slug: (await params).slug });
  return (
    <Words names={["screen"]}>
      <ContestScreen first={JSON.parse(JSON.stringify(screen)) as JsonOf<typeof getContestScreen>} />
    </Words>
  );
}
