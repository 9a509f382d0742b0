"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { AskSheet } from "#app/contests/[slug]/play/ask-sheet.tsx";
import { Clock } from "#app/contests/[slug]/play/clock.tsx";
import { PausedPanel, usePaused } from "#app/contests/[slug]/play/paused-panel.tsx";
import { AskButton } from "#app/contests/[slug]/play/play-header.tsx";
import { SignInAgain } from "#app/contests/[slug]/play/sign-in-again.tsx";
import { TakenOver } from "#app/contests/[slug]/play/taken-over.tsx";
import { ToldNotice } from "#app/contests/[slug]/play/told-notice.tsx";
import { useAbsences } from "#app/contests/[slug]/play/use-absences.ts";
import { useStreamNews } from "#app/contests/[slug]/play/use-stream-news.ts";
import { Watermark } from "#app/contests/[slug]/play/watermark.tsx";
import type { ServerTime } from "#app/contests/server-time.ts";
import { Badge } from "#ui/badge.tsx";
import { LinkButton } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { heldNews } from "./held-news.ts";
import { JudgedHandIn } from "./judged-hand-in.tsx";
import { OneByOnePart } from "./one-by-one-part.tsx";
import { TriesPart } from "./tries-part.tsx";
import { type JudgedReply, useJudged } from "./use-judged.ts";

type Props = { attemptId: number; slug: string };
/** So long after the end, and not all in one instant, the page asks how it ended. */
const LATER_MS = 3_000;
/** It asks now and then before, too: more time may have been given. */
const LONGEST_MS = 300_000;

/** An attempt in a format that judges each answer at once. */
export function JudgedScreen({ attemptId, slug }: Props): ReactNode {
  const t = useTranslations("play.opening");
  const { now, again } = useJudged(attemptId);
  if (now.kind === "open") return <Sitting reply={now.reply} time={now.time} slug={slug} again={again} />;
  return (
    <main id="main" className="mx-auto grid min-h-dvh w-full max-w-md content-center gap-5 px-4 py-12">
      {now.kind === "loading" && <Skeleton label={t("loading")} />}
      {now.kind === "signed-out" && <SignInAgain slug={slug} />}
      {now.kind === "unreached" && <Notice kind="warning">{t("offlineBody")}</Notice>}
      {now.kind === "not-found" && (
        <>
          <h1 className="font-bold font-display text-2xl">{t("gone")}</h1>
          <LinkButton href={`/contests/${slug}`}>{t("toContest")}</LinkButton>
        </>
      )}
    </main>
  );
}

type SittingProps = { reply: JudgedReply; time: ServerTime; slug: string; again: () => Promise<void> };

function Sitting({ reply, time, slug, again }: SittingProps): ReactNode {
  const router = useRouter();
  const { attemptId, state, dueAt, startedAt, kind } = reply;
  const resultPath = `/contests/${slug}/attempts/${attemptId}`;
  const isOneByOne = kind === "survival" || kind === "levels";
  const isOver = state !== "in_progress";
  // Told with the last answer: its verdict stays on the screen until the person goes on to the result.
  const [wasLast, setOver] = useState(false);
  useEffect(() => {
    if (isOver && !wasLast) router.replace(resultPath);
  }, [isOver, wasLast, router, resultPath]);
  // The worker ends it when the network's allowance is over; a person who was given more time goes on.
  useEffect(() => {
    const timer = setTimeout(
      () => void again(),
      Math.min(LONGEST_MS, time.leftUntil(Date.parse(reply.endsAt))) + LATER_MS * (1 + Math.random()),
    );
    return () => clearTimeout(timer);
  }, [reply, time, again]);
  const [held] = useState(() => heldNews(() => void again()));
  const told = useStreamNews(reply, isOver, reply.isElsewhere, held.news);
  const [isAsking, setAsking] = useState(false);
  useAbsences(reply, isOver, () => void again());
  const isPaused = usePaused(time, reply.pausedUntil);
  if (isOver && !wasLast) return null;
  const due = Date.parse(dueAt);
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="sticky top-0 z-20 border-line border-b bg-paper">
        <div className="mx-auto flex w-full max-w-3xl flex-wrap items-center justify-between gap-x-3 px-4 py-1 sm:px-6">
          <h1 className="min-w-[min(8rem,100%)] flex-1 truncate font-display font-semibold">{reply.contest.title}</h1>
          {reply.isRehearsal ? <RehearsalBadge /> : <AskButton onAsk={() => setAsking(true)} />}
          {!isPaused && (
            <Clock time={time} dueAt={due} wholeMs={due - Date.parse(startedAt)} onZero={() => void again()} onJump={() => void again()} />
          )}
        </div>
      </header>
      <main id="main" className="mx-auto grid w-full max-w-3xl flex-1 content-start gap-6 px-4 pt-6 pb-16 sm:px-6">
        {reply.isElsewhere && <TakenOver attemptId={attemptId} waiting={0} onBack={() => void again()} />}
        <ToldNotice slug={slug} told={told} />
        {isPaused && reply.pausedUntil && <PausedPanel until={reply.pausedUntil} />}
        {/* Covered and not taken away: a pause that comes while somebody types takes nothing from them. */}
        <div hidden={isPaused}>
          {isOneByOne ? (
            <OneByOnePart reply={reply} time={time} resultPath={resultPath} held={held} again={again} onOver={() => setOver(true)} />
          ) : (
            <TriesPart reply={reply} again={again} />
          )}
        </div>
        {!wasLast && <JudgedHandIn attemptId={attemptId} isOneByOne={isOneByOne} onDone={again} />}
      </main>
      <AskSheet slug={slug} told={told} isOpen={isAsking} onClose={() => setAsking(false)} />
      {reply.integrity.watermark && <Watermark text={reply.person} />}
    </div>
  );
}

function RehearsalBadge(): ReactNode {
  const t = useTranslations("play.rehearsal");
  return <Badge tone="amber">{t("badge")}</Badge>;
}
