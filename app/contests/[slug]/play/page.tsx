import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { judgedFormatOf } from "#domain/contests/format.ts";
import { getContest } from "#server/contests/get-contest.ts";
import { Words } from "#ui/words.tsx";
import { JudgedScreen } from "./judged/judged-screen.tsx";
import { PlayScreen } from "./play-screen.tsx";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { contest } = await ask(getContest, { slug: (await params).slug });
  return { title: contest.title };
}

/** The running attempt of whoever asks; without one, back to the contest, where one is started. */
export default async function PlayPage({ params }: Props): Promise<ReactNode> {
  const { slug } = await params;
  const [t, { contest, attempts }] = await Promise.all([getTranslations("play.opening"), ask(getContest, { slug })]);
  const running = attempts.find(({ state }) => state === "in_progress");
  if (!running) redirect(`/contests/${slug}`);
  return (
    <Words names={["play"]}>
      <noscript>
        <p className="p-4">{t("needsScript")}</p>
      </noscript>
      {judgedFormatOf(contest.rules) ? (
        <JudgedScreen attemptId={running.id} slug={slug} />
      ) : (
        <PlayScreen attemptId={running.id} slug={slug} />
      )}
    </Words>
  );
}
