import type { Metadata } from "next";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { getContest } from "#server/contests/get-contest.ts";
import { openPaper } from "./open-paper.tsx";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { contest } = await ask(getContest, { slug: (await params).slug });
  return { title: contest.title };
}

/** The running attempt of whoever asks. */
export default async function PlayPage({ params }: Props): Promise<ReactNode> {
  const { slug } = await params;
  const { contest, attempts } = await ask(getContest, { slug });
  return openPaper(slug, contest, attempts);
}
