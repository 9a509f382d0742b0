"use client";
import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "#ui/button.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import type { RevealPage, useReveal } from "./use-reveal.ts";

type Props = ReturnType<typeof useReveal> & Readonly<{ running: NonNullable<RevealPage["running"]>; typed: string }>;

/** What a ceremony is led by, small at the foot: the same as the keys, for who has none. */
export function RevealControls({ page, running, typed, move, start, release, isBusy, refused }: Props): ReactNode {
  const t = useTranslations("screen.reveal");
  const isOver = running.step === running.steps;
  const { slug } = page.contest;
  return (
    <div className="flex flex-wrap items-center gap-2 text-base">
      <Button compact disabled={running.step === 0} onClick={() => move({ move: "back" })}>
        <ChevronLeft aria-hidden className="size-4" />
        {t("prev")}
      </Button>
      <Button compact look={isOver ? "secondary" : "primary"} disabled={isOver} onClick={() => move({ move: "next" })}>
        {t("next")}
        <ChevronRight aria-hidden className="size-4" />
      </Button>
      <ToPlace typed={typed} onPlace={(place) => move({ move: "place", place })} />
      <span className="tabular px-2 text-muted text-sm">{t("progress", { step: running.step, steps: running.steps })}</span>
      {running.isOutdated && (
        <Button compact look="danger" pending={isBusy} onClick={() => start(3, true)}>
          {t("anew")}
        </Button>
      )}
      {isOver && page.isFrozen && !running.isOutdated && <Release onRelease={release} isBusy={isBusy} />}
      {page.isReleased && (
        <Link href={`/screen/contests/${slug}`} className="inline-flex min-h-11 items-center px-2 underline underline-offset-4">
          {t("released")}
        </Link>
      )}
      {refused && <RefusalNotice code={refused} />}
    </div>
  );
}

function ToPlace({ typed, onPlace }: { typed: string; onPlace: (place: number) => void }): ReactNode {
  const t = useTranslations("screen.reveal");
  const [place, setPlace] = useState("");
  return (
    <form
      className="flex items-center gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (Number(place) > 0) onPlace(Number(place));
        setPlace("");
      }}
    >
      <input
        aria-label={t("place")}
        placeholder={t("place")}
        type="number"
        min={1}
        max={20_000}
        className="tabular min-h-11 w-28 rounded-md border border-edge bg-raised px-2"
        value={typed || place}
        onChange={(event) => setPlace(event.currentTarget.value)}
      />
      <Button compact type="submit">
        {t("go")}
      </Button>
    </form>
  );
}

/** The end of the ceremony, for everybody: asked twice, for it cannot be taken back. */
function Release({ onRelease, isBusy }: { onRelease: () => void; isBusy: boolean }): ReactNode {
  const t = useTranslations("screen.reveal");
  const [isAsked, setAsked] = useState(false);
  return (
    <Button compact look="primary" pending={isBusy} onClick={() => (isAsked ? onRelease() : setAsked(true))}>
      {t(isAsked ? "releaseSure" : "release")}
    </Button>
  );
}
