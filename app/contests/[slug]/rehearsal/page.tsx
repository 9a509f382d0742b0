import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { JudgedScreen } from "#app/contests/[slug]/play/judged/judged-screen.tsx";
import { PlayScreen } from "#app/contests/[slug]/play/play-screen.tsx";
import { judgedFormatOf } from "#domain/contests/format.ts";
import { getContest } from "#server/contests/get-contest.ts";
import { Words } from "#ui/words.tsx";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { contest }] = await Promise.all([getTranslations("rehearsal"), ask(getContest, { slug: (await params).slug })]);
  return { title: t("titleOf", { title: contest.title }) };
}

/** The open paper of a rehearsal, on the very screen of the contest; without one, back to the contest, where one is begun. */
export default async function RehearsalPage({ params }: Props): Promise<ReactNode> {
  const { slug } = await params;
  const [t, { contest, rehearsal }] = await Promise.all([getTranslations("play.opening"), ask(getContest, { slug })]);
  const running = rehearsal?.attempts.find(({ state }) => state === "in_progress");
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
