"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFreshCode } from "#app/(member)/meetings/[id]/room/code-part.tsx";
import { useServerNow } from "#app/(member)/meetings/[id]/room/room-context.ts";
import type { Passage, RoomPage } from "#app/(member)/meetings/[id]/room/room-page.ts";
import { useRoom, useTold } from "#app/(member)/meetings/[id]/room/use-room.ts";
import { Qr } from "#ui/qr.tsx";
import { clockOf } from "#ui/timer.tsx";

/** Large letters for a hall; it follows the room and takes no hand. */
export function HallScreen({ first }: { first: RoomPage }): ReactNode {
  const t = useTranslations("room.hall");
  const { room, time, isLive } = useRoom(first);
  const now = useServerNow(time);
  const isRunning = room.state === "in_session";
  const { code } = useFreshCode(first.id, isRunning);
  const { passage } = room;
  const { told } = useTold<Passage>(`/api/meetings/${first.id}/room/passage`, passage && `${passage.slug} ${passage.from} ${passage.to}`);
  const item = room.agenda.find(({ startedAt, endedAt }) => startedAt && !endedAt);
  const left = item?.startedAt && now !== null ? Date.parse(item.startedAt) + item.minutes * 60_000 - now : null;
  const speaker = room.queue.find(({ calledAt }) => calledAt);
  return (
    <div data-alone className="mx-auto grid w-full max-w-7xl gap-8 py-4 lg:grid-cols-[minmax(0,1fr)_auto]">
      <div className="grid content-start gap-6">
        <p className="text-muted text-xl">{room.title}</p>
        <h1 className="font-bold font-display text-4xl leading-tight lg:text-6xl">{item?.title ?? t(isRunning ? "between" : "waiting")}</h1>
        {left !== null && (
          <p
            role="timer"
            aria-label={t("left")}
            className={left < 0 ? "tabular font-bold text-5xl text-seal" : "tabular font-bold text-5xl"}
          >
            {left < 0 ? `+${clockOf(-left)}` : clockOf(left)}
          </p>
        )}
        {speaker && <p className="text-3xl">{t("speaking", { name: speaker.name })}</p>}
        {told && !told.isHidden && (
          <div className="reading text-2xl">
            {told.blocks.map((block) => (
              <p key={block.id}>{block.text}</p>
            ))}
          </div>
        )}
      </div>
      {isRunning && (
        <div className="grid content-start justify-items-center gap-4 text-center [&_svg]:w-72">
          {code && <Qr modules={code.modules} label={t("qr")} caption={t("scan")} />}
          {code && <p className="tabular font-bold text-5xl tracking-[0.2em]">{code.digits}</p>}
          <p className="tabular text-xl">{t("here", { here: room.counts.here, expected: room.counts.expected })}</p>
          {!isLive && <p role="status">{t("connecting")}</p>}
        </div>
      )}
      <p className="lg:col-span-2">
        <Link href={`/meetings/${first.id}/room`} className="inline-flex min-h-11 items-center text-muted underline underline-offset-4">
          {t("leave")}
        </Link>
      </p>
    </div>
  );
}
