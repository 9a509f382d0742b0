import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { judgedFormatOf } from "#domain/contests/format.ts";
import type { ContestRules } from "#domain/contests/rules.ts";
import { Words } from "#ui/words.tsx";
import { JudgedScreen } from "./judged/judged-screen.tsx";
import { PlayScreen } from "./play-screen.tsx";

type Attempts = readonly Readonly<{ id: number; state: string }>[];

/** The running one of these attempts on the screen of its contest; without one, back to the contest, where one is started. */
export async function openPaper(slug: string, { rules }: Readonly<{ rules: ContestRules }>, attempts: Attempts): Promise<ReactNode> {
  const running = attempts.find(({ state }) => state === "in_progress");
  if (!running) redirect(`/contests/${slug}`);
  const t = await getTranslations("play.opening");
  const Screen = judgedFormatOf(rules) ? JudgedScreen : PlayScreen;
  return (
    <Words names={["play"]}>
      <noscript>
        <p className="p-4">{t("needsScript")}</p>
      </noscript>
      <Screen attemptId={running.id} slug={slug} />
    </Words>
  );
}
