"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from "react";
import type { JsonOf } from "#app/contests/json-of.ts";
import { hasBuzzers } from "#app/hall/has-buzzers.ts";
import { marginMs } from "#app/hall/margin-text.ts";
import { type Pressed, press } from "#app/hall/press.ts";
import { useHall, useSecondsLeft } from "#app/hall/use-hall.ts";
import type { getBuzzer } from "#server/halls/get-buzzer.ts";
import type { HallView } from "#server/halls/hall-view.ts";
import { classNames } from "#ui/class-names.ts";
import { Notice } from "#ui/notice.tsx";

export type BuzzerPage = JsonOf<typeof getBuzzer>;

type Light = "wait" | "reading" | "bonus" | "ready" | "go" | "ours" | "theirs" | "early" | "out" | "over";

/** What the buzzer shows of the question on the stage, for one side. */
function lightOf(view: HallView, seat: number): Light {
  const { item, phase } = view;
  if (phase === "over") return "over";
  if (item?.part != null && item.stage !== "judged") return item.seat === seat ? "bonus" : "wait";
  if (!item || !hasBuzzers(view) || item.stage === "judged" || item.stage === "audience") return "wait";
  if (item.seat === seat) return "ours";
  if (item.out.includes(seat) || !item.among.includes(seat)) return "out";
  if (item.stage === "answering") return "theirs";
  if (item.stage === "buzzing") return item.reading === null || item.reading === "over" ? "go" : "reading";
  return item.early.includes(seat) ? "early" : "ready";
}

const looks: Record<Light, string> = {
  wait: "border-line bg-sunken text-muted",
  over: "border-line bg-sunken text-muted",
  out: "border-line bg-sunken text-muted",
  theirs: "border-line bg-sunken text-muted",
  reading: "border-amber bg-amber-wash text-ink",
  ready: "border-amber bg-amber-wash text-ink",
  early: "border-amber bg-amber-wash text-ink",
  go: "border-seal bg-seal text-on-seal",
  ours: "border-pine bg-pine-wash text-ink",
  bonus: "border-pine bg-pine-wash text-ink",
};

/** Presses on the space bar or Enter too, wherever the focus is. */
function usePressKeys(onPress: () => void): void {
  const pressed = useEffectEvent(onPress);
  useEffect(() => {
    const key = (event: KeyboardEvent): void => {
      if (event.repeat || event.isComposing || (event.key !== " " && event.key !== "Enter")) return;
      event.preventDefault();
      pressed();
    };
    window.addEventListener("keydown", key);
    return () => window.removeEventListener("keydown", key);
  }, []);
}

/** One large button, pressed with the thumb at the first touch. */
export function Buzzer({ first }: { first: BuzzerPage }): ReactNode {
  const t = useTranslations("buzzer");
  const { view, time, isLive } = useHall(first);
  const seconds = useSecondsLeft(time, view.item?.clock);
  const [said, setSaid] = useState<Pressed | null>(null);
  const busy = useRef(false);
  const light = lightOf(view, first.seat);
  const side = view.sides.find(({ seat }) => seat === first.seat);
  const mayPress = first.mayPress && (light === "go" || light === "reading" || light === "ready" || light === "theirs");
  const itemSeq = view.item?.seq ?? 0;
  const stage = view.item?.stage;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was said belongs to this question and stage, and to who was not judged yet
  useEffect(() => setSaid(null), [itemSeq, stage === "shown", view.item?.verdicts.length]);

  const send = async (): Promise<void> => {
    if (!mayPress || busy.current) return;
    busy.current = true;
    setSaid(await press(first, itemSeq));
    busy.current = false;
  };
  usePressKeys(() => void send());
  return (
    <main id="main" className="mx-auto grid min-h-dvh w-full max-w-lg grid-rows-[auto_1fr_auto] gap-4 p-4">
      <header className="grid gap-1">
        <p lang="zh-CN" className="text-muted text-sm">
          {view.title}
        </p>
        <h1 lang="zh-CN" className="font-bold font-display text-2xl">
          {side?.name}
        </h1>
        <p className="tabular text-lg">{t("score", { score: (side?.score ?? 0) / 1_000, place: side?.place ?? 0 })}</p>
      </header>
      <button
        type="button"
        disabled={!first.mayPress}
        aria-disabled={!mayPress}
        onPointerDown={() => void send()}
        // Read out and pressed without a pointer; a pointer's own click comes later than its touch, and would press twice.
        onClick={({ detail }) => detail === 0 && void send()}
        className={classNames(
          "grid min-h-72 w-full touch-manipulation select-none content-center gap-3 rounded-md border-4 p-4 text-center transition-colors",
          looks[light],
        )}
      >
        <span className="font-bold font-display text-5xl">{t(`lights.${light}`)}</span>
        <span className="text-lg">{t(first.mayPress ? `hints.${light}` : "notYours")}</span>
        {seconds !== null && <span className="tabular font-bold text-4xl">{t("seconds", { seconds })}</span>}
      </button>
      <Told said={said} view={view} seat={first.seat} isLive={isLive} />
    </main>
  );
}

function Told({ said, view, seat, isLive }: { said: Pressed | null; view: HallView; seat: number; isLive: boolean }): ReactNode {
  const t = useTranslations("buzzer");
  const refusals = useTranslations("refusals");
  const margin = marginMs(view.item?.buzzes ?? []);
  return (
    <div className="grid gap-2" aria-live="assertive">
      {said?.outcome === "first" && <Notice kind="success">{t("first")}</Notice>}
      {said?.outcome === "noted" && (
        <Notice>{t("noted", { ms: said.behindUs === null ? "?" : Math.round(said.behindUs / 100) / 10 })}</Notice>
      )}
      {said?.outcome === "early" && <Notice kind="warning">{t("early")}</Notice>}
      {said?.outcome === "refused" && <Notice kind="error">{refusals.has(said.code) ? refusals(said.code) : t("notSent")}</Notice>}
      {view.item?.seat === seat && margin !== null && <p className="tabular">{t("margin", { ms: margin })}</p>}
      {!isLive && <p role="status">{t("connecting")}</p>}
    </div>
  );
}
