import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { openPaper } from "#app/contests/[slug]/play/open-paper.tsx";
import { getContest } from "#server/contests/get-contest.ts";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { contest }] = await Promise.all([getTranslations("rehearsal"), ask(getContest, { slug: (await params).slug })]);
  return { title: t("titleOf", { title: contest.title }) };
}

/** The open paper of a rehearsal, on the very screen of the contest. */
export default async function RehearsalPage({ params }: Props): Promise<ReactNode> {
  const { slug } = await params;
  const { contest, rehearsal } = await ask(getContest, { slug });
  return openPaper(slug, contest, rehearsal?.attempts ?? []);
}
