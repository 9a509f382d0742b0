import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { getBuzzer } from "#server/halls/get-buzzer.ts";
import { Words } from "#ui/words.tsx";
import { Buzzer, type BuzzerPage } from "./buzzer.tsx";

type Props = { params: Promise<{ code: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("buzzer"))("title") };
}

/** The buzzer in the hand of a side's member. */
export default async function BuzzPage({ params }: Props): Promise<ReactNode> {
  const page = await ask(getBuzzer, { code: (await params).code });
  return (
    <Words names={["buzzer", "halls", "refusals"]}>
      <Buzzer first={JSON.parse(JSON.stringify(page)) as BuzzerPage} />
    </Words>
  );
}
