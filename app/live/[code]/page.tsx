import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Words } from "#ui/words.tsx";
import { LiveShell } from "./live-shell.tsx";

type Props = { params: Promise<{ code: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("live"))("title") };
}

/** A game on a phone, with nothing around it. The same for everybody, and kept by the live process (live/room-shells.ts): it may ask nothing. */
export default async function LiveGamePage({ params }: Props): Promise<ReactNode> {
  const [t, { code }] = await Promise.all([getTranslations("live"), params]);
  return (
    <Words names={["live", "play", "refusals", "ranks"]}>
      <noscript>
        <p className="p-4">{t("needsScript")}</p>
      </noscript>
      <LiveShell code={code} />
    </Words>
  );
}
