import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { encode } from "uqr";
import { ask } from "#app/_http/ask.ts";
import { pageContext } from "#app/_http/request-context.ts";
import { getHallScreen } from "#server/halls/get-hall-screen.ts";
import { Words } from "#ui/words.tsx";
import { HallScreen, type ScreenPage } from "./hall-screen.tsx";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("hallScreen"))("title") };
}

/** The hall's big screen: it follows the final and takes no hand. */
export default async function HallScreenPage({ params }: Props): Promise<ReactNode> {
  const page = await ask(getHallScreen, { id: (await params).id });
  const { origin } = await pageContext();
  const address = `${origin ?? ""}/hall/${page.code}/buzz`;
  return (
    <Words names={["hallScreen", "halls"]}>
      <HallScreen first={JSON.parse(JSON.stringify(page)) as ScreenPage} modules={encode(address, { border: 0 }).data} />
    </Words>
  );
}
