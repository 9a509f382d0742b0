import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { getContest } from "#server/contests/get-contest.ts";
import type { Verb } from "#server/verb.ts";
import { TimeText } from "#ui/time-text.tsx";
import { EnterForm } from "./enter-form.tsx";
import { Lobby } from "./lobby.tsx";

export type ContestPage = typeof getContest extends Verb<infer Page> ? Page : never;

/** The one thing to do now: wait, enter, go on, or know why there is nothing to do. The server decides again when it is done. */
export function EntryPanel({ page }: { page: ContestPage }): ReactNode {
  const t = useTranslations("entering");
  const { contest, attempts, serverNow, ownClosesAt, pausedUntil, tries } = page;
  const said = (sentence: string): ReactNode => <p className="text-muted">{sentence}</p>;

  if (contest.phase === "cancelled") return said(t("cancelled"));
  if (contest.phase === "draft") return said(t("draft"));
  if (attempts.some(({ state }) => state === "in_progress")) return <EnterForm slug={contest.slug} label={t("goOn")} />;
  if (!page.mayEnter) return said(t("notYours"));
  if (serverNow < contest.opensAt)
    return <Lobby slug={contest.slug} opensAt={contest.opensAt.toISOString()} streamTicket={page.streamTicket} />;
  if (contest.phase === "published") return said(t("published"));
  if (serverNow >= ownClosesAt) return said(t(attempts.length > 0 ? "overEntered" : "over"));

  if (pausedUntil) return <p className="text-muted">{t.rich("paused", { time: () => <TimeText at={pausedUntil} form="second" /> })}</p>;

  const used = attempts.filter(({ state }) => state !== "voided");
  const left = tries.allowed - tries.used;
  const again = tries.nextDayAt && tries.nextDayAt < ownClosesAt ? tries.nextDayAt : null;
  if (left <= 0 && again)
    return <p className="text-muted">{t.rich("doneToday", { count: tries.allowed, time: () => <TimeText at={again} /> })}</p>;
  if (left <= 0) return said(t("noneLeft", { count: tries.allowed }));
  const last = used.at(-1);
  const until = last ? new Date((last.finishedAt ?? last.dueAt).getTime() + contest.rules.delayMs) : serverNow;
  if (until > serverNow) return <p className="text-muted">{t.rich("waitUntil", { time: () => <TimeText at={until} /> })}</p>;
  return (
    <div className="grid gap-2">
      <EnterForm slug={contest.slug} label={t(used.length > 0 ? "enterAgain" : "enter")} />
      <p className="text-center text-muted text-sm">{t(tries.nextDayAt ? "leftToday" : "left", { left })}</p>
    </div>
  );
}
