import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useState } from "react";
import { askServer } from "#app/contests/ask-server.ts";

/** How it stands with the wish to play, as JSON says it. */
export type QueueView = Readonly<{
  state: "none" | "waiting" | "playing";
  size: 2 | 4 | null;
  matchId: number | null;
  since: string | null;
  serverNow: string;
}>;

const EVERY_MS = 1_000;
const secondsOf = ({ since, serverNow }: QueueView): number =>
  since === null ? 0 : Math.max(0, Math.round((Date.parse(serverNow) - Date.parse(since)) / 1_000));

/** The waiting: says every second that one is still here, and goes to the game as soon as there is one. */
export function useQueue(start: QueueView) {
  const router = useRouter();
  const [queue, setQueue] = useState(start);
  const [isDropped, setDropped] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string>();
  const { state, matchId } = queue;

  const send = async (path: string, body: object): Promise<QueueView | null> => {
    const asked = await askServer<QueueView>(path, body);
    // A line that is away for a moment ends no waiting: the server decides, by the next sign of life.
    const isSilent = asked.kind === "unreached" && path.endsWith("/stay");
    if (!isSilent) setRefused(asked.kind === "told" ? undefined : asked.kind === "refused" ? asked.code : "offline");
    return asked.kind === "told" ? asked.value : null;
  };
  const stay = useEffectEvent(async (isCurrent: () => boolean): Promise<void> => {
    const next = await send("/api/match-queue/stay", {});
    // Who stopped waiting while this was on its way is not brought back by it.
    if (!next || !isCurrent()) return;
    setDropped(next.state === "none");
    setQueue(next);
  });
  useEffect(() => {
    if (state !== "waiting") return undefined;
    let isOn = true;
    let timer: ReturnType<typeof setTimeout>;
    const turn = async (): Promise<void> => {
      await stay(() => isOn);
      if (isOn) timer = setTimeout(() => void turn(), EVERY_MS);
    };
    timer = setTimeout(() => void turn(), EVERY_MS);
    return () => {
      isOn = false;
      clearTimeout(timer);
    };
  }, [state]);
  useEffect(() => {
    if (matchId !== null) router.push(`/practice/duel/${matchId}`);
  }, [matchId, router]);

  const begin = async (size: number): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    const next = await send("/api/match-queue", { size });
    setBusy(false);
    setDropped(false);
    if (next) setQueue(next);
  };
  const stop = async (): Promise<void> => {
    setQueue({ ...queue, state: "none" });
    const next = await send("/api/match-queue/leave", {});
    if (next) setQueue(next);
  };
  return { state, matchId, waited: secondsOf(queue), isDropped, isBusy, refused, begin, stop };
}
