"use client";
import { MessageCircleQuestionMark } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ServerTime } from "#app/contests/server-time.ts";
import { Badge } from "#ui/badge.tsx";
import type { AttemptReply } from "./attempt-reply.ts";
import { Clock } from "./clock.tsx";
import type { KeeperState } from "./keeper-state.ts";
import { SaveLine } from "./save-line.tsx";

type Props = {
  attempt: AttemptReply;
  isPaused: boolean;
  saving: KeeperState;
  time: ServerTime;
  onZero: () => void;
  onJump: () => void;
  onAsk: () => void;
};

/** What stays in sight while one answers: the contest, the time left, the truth about saving. */
export function PlayHeader({ attempt, isPaused, saving, time, onZero, onJump, onAsk }: Props): ReactNode {
  const tRehearsal = useTranslations("play.rehearsal");
  const tPaused = useTranslations("play.paused");
  const dueAt = Date.parse(attempt.dueAt);
  return (
    <header className="sticky top-0 z-20 border-line border-b bg-paper">
      <div className="mx-auto flex w-full max-w-5xl flex-wrap items-center justify-between gap-x-3 px-4 pt-1 sm:px-6">
        <h1 className="min-w-[min(8rem,100%)] flex-1 truncate font-display font-semibold">{attempt.contest.title}</h1>
        {isPaused ? (
          <span className="font-semibold text-amber">{tPaused("clock")}</span>
        ) : (
          <Clock time={time} dueAt={dueAt} wholeMs={dueAt - Date.parse(attempt.startedAt)} onZero={onZero} onJump={onJump} />
        )}
      </div>
      <div className="mx-auto flex w-full max-w-5xl items-center justify-between gap-3 px-4 sm:px-6">
        <SaveLine saving={saving} />
        {attempt.isRehearsal ? <Badge tone="amber">{tRehearsal("badge")}</Badge> : <AskButton onAsk={onAsk} />}
      </div>
    </header>
  );
}

/** Asking the organizer, and what was answered; of a rehearsal there is nobody to ask. */
export function AskButton({ onAsk }: Pick<Props, "onAsk">): ReactNode {
  const t = useTranslations("play.asking");
  return (
    <button type="button" onClick={onAsk} className="inline-flex min-h-11 flex-none items-center gap-1.5 text-muted text-sm hover:text-ink">
      <MessageCircleQuestionMark aria-hidden className="size-4" />
      {t("open")}
    </button>
  );
}
