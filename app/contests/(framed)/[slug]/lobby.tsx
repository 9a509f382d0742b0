"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { askServer } from "#app/contests/ask-server.ts";
import { ServerTime } from "#app/contests/server-time.ts";
import { useContestStream } from "#app/contests/use-contest-stream.ts";
import { useTimeLeft } from "#app/contests/use-time-left.ts";
import { EnterForm } from "./enter-form.tsx";

type Props = { slug: string; opensAt: string; streamTicket: string };

const DAY_MS = 86_400_000;
const SPREAD_MS = 3_000;

/** Waiting for the opening: a countdown by the server's clock, and the way in as soon as it has come. */
export function Lobby({ slug, opensAt, streamTicket }: Props): ReactNode {
  const t = useTranslations("entering");
  const router = useRouter();
  const [time, setTime] = useState<ServerTime | null>(null);
  const [asks, setAsks] = useState(0);

  useEffect(() => {
    let isGone = false;
    let timer: ReturnType<typeof setTimeout>;
    void askServer(`/api/contests/${slug}`).then((asked) => {
      if (isGone) return;
      if (asked.kind !== "told" || !asked.exchange) timer = setTimeout(() => setAsks(asks + 1), SPREAD_MS * (1 + Math.random()));
      else setTime(new ServerTime(asked.exchange));
    });
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [slug, asks]);

  useContestStream(slug, streamTicket, ({ name, data }) => {
    if (name !== "contest" || (data.opensAt === opensAt && data.phase !== "cancelled")) return;
    // Moved or cancelled: everybody hears of it in one instant and must not ask in one.
    setTimeout(() => router.refresh(), SPREAD_MS * Math.random());
  });
  return (
    <div className="grid gap-4">
      {time === null ? (
        <p className="text-muted">{t("waiting")}</p>
      ) : (
        <Countdown time={time} until={Date.parse(opensAt)} slug={slug} onJump={() => setAsks(asks + 1)} />
      )}
    </div>
  );
}

function Countdown({ time, until, slug, onJump }: { time: ServerTime; until: number; slug: string; onJump: () => void }): ReactNode {
  const t = useTranslations("entering");
  const left = useTimeLeft(time, until, onJump);
  if (left === 0) {
    return (
      <>
        <p aria-live="polite" className="font-display font-semibold text-xl">
          {t("hasOpened")}
        </p>
        <EnterForm slug={slug} label={t("enter")} />
      </>
    );
  }
  const seconds = Math.ceil(left / 1_000);
  const two = (n: number): string => String(n).padStart(2, "0");
  const clock = `${two(Math.floor((seconds % 86_400) / 3_600))}:${two(Math.floor((seconds % 3_600) / 60))}:${two(seconds % 60)}`;
  return (
    <div className="grid gap-1">
      <p className="text-muted text-sm">{t("opensIn")}</p>
      <p role="timer" aria-label={t("opensIn")} className="tabular font-display font-semibold text-4xl leading-tight">
        {left >= DAY_MS && <span className="me-3">{t("days", { days: Math.floor(seconds / 86_400) })}</span>}
        {clock}
      </p>
      <p className="text-muted">{t("stay")}</p>
    </div>
  );
}
