import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import type { JsonOf } from "#app/contests/json-of.ts";
import { getRace } from "#server/programmes/get-race.ts";
import { Words } from "#ui/words.tsx";
import { RaceScreen } from "./race-screen.tsx";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("race"))("title") };
}

/** The race of a campaign before a hall: what every member may see, larger. */
export default async function RaceScreenPage({ params }: Props): Promise<ReactNode> {
  const race = await ask(getRace, { slug: (await params).slug });
  return (
    <Words names={["screen", "race"]}>
      <RaceScreen first={JSON.parse(JSON.stringify(race)) as JsonOf<typeof getRace>} />
    </Words>
  );
}
