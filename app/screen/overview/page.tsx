import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import type { JsonOf } from "#app/contests/json-of.ts";
import { getOverviewScreen } from "#server/boards/get-overview-screen.ts";
import { Words } from "#ui/words.tsx";
import { OverviewScreen } from "./overview-screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("screen"))("overview") };
}

/** The big screen of everything that runs now. */
export default async function OverviewPage(): Promise<ReactNode> {
  const screen = await ask(getOverviewScreen);
  return (
    <Words names={["screen"]}>
      <OverviewScreen first={JSON.parse(JSON.stringify(screen)) as JsonOf<typeof getOverviewScreen>} />
    </Words>
  );
}
