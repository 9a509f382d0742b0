import { Bell } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { clockOf, Timer } from "#ui/timer.tsx";
import { useInRoom, useServerNow } from "./room-context.ts";
import type { Room } from "./room-page.ts";

type State = NonNullable<Room["forum"]>;

/** A short tone without a sound file; a browser that plays none is no reason to stop. */
function ring(): void {
  try {
    const audio = new AudioContext();
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = 880;
    volume.gain.setValueAtTime(0.3, audio.currentTime);
    volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + 1.2);
    tone.connect(volume).connect(audio.destination);
    tone.start();
    tone.stop(audio.currentTime + 1.2);
    tone.onended = () => void audio.close();
  } catch {
    // The bell is on the screen all the same.
  }
}

/** The presenter's clock: a bell before the end and at the end, seen always, heard by whoever wants to. */
export function ForumClock({ presenter, forum }: { presenter: State["presenters"][number]; forum: State }): ReactNode {
  const t = useTranslations("room.forum");
  const { time } = useInRoom();
  const now = useServerNow(time);
  const [isHeard, setHeard] = useState(false);
  const stage = useRef<number | null>(null);
  const left = now === null || presenter.startedAt === null ? null : Date.parse(presenter.startedAt) + forum.limitMs - now;
  const bells = left === null ? null : left <= 0 ? 2 : left <= forum.warnMs ? 1 : 0;
  useEffect(() => {
    if (bells !== null && stage.current !== null && bells > stage.current && isHeard) ring();
    stage.current = bells;
  }, [bells, isHeard]);
  if (left === null) return null;
  return (
    <div className="grid gap-2 rounded-md border border-line bg-sunken p-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <span className="font-display font-semibold text-xl">{presenter.name}</span>
        {left > 0 ? (
          <Timer leftMs={left} label={t("left")} urgent={left <= forum.warnMs} />
        ) : (
          <span className="tabular font-semibold text-seal text-xl">+{clockOf(-left)}</span>
        )}
      </div>
      {bells !== null && bells > 0 && (
        <p role="status" className="flex items-center gap-2 font-semibold text-seal">
          <Bell aria-hidden className="size-5" />
          {t(bells === 2 ? "timeUp" : "timeSoon")}
        </p>
      )}
      <label className="inline-flex min-h-11 items-center gap-3">
        <input
          type="checkbox"
          className="size-5 accent-seal"
          checked={isHeard}
          onChange={(event) => setHeard(event.currentTarget.checked)}
        />
        {t("sound")}
      </label>
    </div>
  );
}
