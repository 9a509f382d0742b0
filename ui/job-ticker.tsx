"use client";
import { CircleCheck, CircleX, LoaderCircle } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";

export type JobView = Readonly<{
  id: number;
  kind: string;
  state: "waiting" | "running" | "done" | "failed";
  percent: number;
  result: Readonly<Record<string, string | number | boolean>> | null;
  reference: string | null;
}>;

const FIRST_MS = 700;
const LONGEST_MS = 4_000;

const isOver = ({ state }: JobView): boolean => state === "done" || state === "failed";

/** The job as it is now, or null when the line is dead. */
async function read(id: number, signal: AbortSignal): Promise<JobView | null> {
  try {
    const reply = await fetch(`/api/jobs/${id}`, { headers: { accept: "application/json" }, signal });
    return reply.ok ? ((await reply.json()) as JobView) : null;
  } catch {
    return null;
  }
}

/** Asks again and again, more slowly the longer it takes, until it is over; `onOver` when it ends while somebody looks. */
function useJob(first: JobView, onOver: () => void): { job: JobView; isOffline: boolean } {
  const [job, setJob] = useState(first);
  const [isOffline, setOffline] = useState(false);
  useEffect(() => {
    if (isOver(first)) return;
    const gone = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const turn = async (pause: number): Promise<void> => {
      const now = await read(first.id, gone.signal);
      if (gone.signal.aborted) return;
      setOffline(now === null);
      if (now) setJob(now);
      if (now && isOver(now)) onOver();
      else timer = setTimeout(turn, pause, Math.min(LONGEST_MS, pause * 1.2));
    };
    timer = setTimeout(turn, FIRST_MS, FIRST_MS);
    return () => {
      gone.abort();
      clearTimeout(timer);
    };
  }, [first, onOver]);
  return { job, isOffline };
}

const icons = { waiting: LoaderCircle, running: LoaderCircle, done: CircleCheck, failed: CircleX };

/** JobProgress in the browser: asks, shows, and asks for the page again when it is over. */
export function JobTicker({ job: first }: { job: JobView }): ReactNode {
  const t = useTranslations("jobs");
  const { refresh } = useRouter();
  const { job, isOffline } = useJob(first, refresh);
  const kind = t.has(`kinds.${job.kind}`) ? job.kind : "other";
  const Icon = icons[job.state];
  const isUnderway = !isOver(job);
  const result = { issued: 0, already: 0, notEligible: 0, withheld: 0, ...job.result } as Record<string, string | number>;
  const trouble = job.reference && t(job.state === "failed" ? "failedLead" : "retrying", { reference: job.reference });
  return (
    <section aria-label={t(`kinds.${kind}`)} className="grid gap-3 rounded-md border border-line bg-raised p-4 sm:p-5">
      <p className="flex items-center gap-2 font-semibold">
        <Icon
          aria-hidden
          className={`size-5 flex-none ${isUnderway ? "animate-turn text-muted" : job.state === "done" ? "text-pine" : "text-seal"}`}
        />
        <span role="status">
          {isUnderway ? t(`kinds.${kind}`) : t(job.state)}
          {job.state === "done" && <span className="block font-normal">{t(`results.${kind}`, result)}</span>}
        </span>
      </p>
      {isUnderway && (
        <>
          <progress value={job.percent} max={100} aria-label={t(`kinds.${kind}`)} className="h-2 w-full accent-seal" />
          <p className="tabular text-muted text-sm">
            {job.state === "waiting" ? t("waiting") : t("percent", { percent: job.percent })} · {t("leave")}
          </p>
        </>
      )}
      {trouble && <p className="text-sm">{trouble}</p>}
      {isOffline && <p className="text-muted text-sm">{t("offline")}</p>}
    </section>
  );
}
