"use client";
import { useEffect, useEffectEvent } from "react";
import { askServer } from "#app/contests/ask-server.ts";
import { AbsenceWatch } from "./absence-watch.ts";
import type { AttemptReply } from "./attempt-reply.ts";
import { keptAbsences } from "./kept-absences.ts";

const AT_ONCE = 50;
/** Somebody who goes to and fro tells of it in one go. */
const TOGETHER_MS = 2_000;

type Watched = Pick<AttemptReply, "attemptId"> & { integrity: Pick<AttemptReply["integrity"], "records"> };

/**
 * Tells the server of absences from the page where the printed rules say that they are recorded: in batches, and later when there is no
 * network. `onHandedIn`: the rules had it that so many hand the paper in.
 */
export function useAbsences(attempt: Watched, isOver: boolean, onHandedIn: () => void): void {
  const handedIn = useEffectEvent(onHandedIn);
  const { attemptId } = attempt;
  const isWatching = attempt.integrity.records && !isOver;
  useEffect(() => (isWatching ? watch(attemptId, () => handedIn()) : undefined), [attemptId, isWatching]);
}

const isPicker = ({ target }: Event): boolean => target instanceof HTMLInputElement && target.type === "file";

function watch(attemptId: number, onHandedIn: () => void): () => void {
  const kept = keptAbsences(attemptId);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = async (): Promise<void> => {
    const some = kept.list().slice(0, AT_ONCE);
    if (some.length === 0) return;
    const now = Date.now();
    const absences = some.map(({ endedAt, ...absence }) => ({ ...absence, agoMs: Math.max(0, now - endedAt) }));
    const asked = await askServer<{ handedIn: boolean }>(`/api/attempts/${attemptId}/absences`, { absences });
    if (asked.kind === "unreached" || asked.kind === "signed-out") return; // told the next time
    kept.drop(new Set(some.map(({ mark }) => mark)));
    if (asked.kind === "told" && asked.value.handedIn) onHandedIn();
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void tell(), TOGETHER_MS);
  };
  const parts = {
    wallNow: () => Date.now(),
    newMark: () => crypto.randomUUID(),
    keepAway: kept.keepAway,
    done: (absence: Parameters<typeof kept.add>[0]): void => {
      kept.add(absence);
      soon();
    },
  };
  const watched = new AbsenceWatch(parts, kept.away());
  soon();
  const look = (): void => {
    if (document.visibilityState === "hidden") watched.left(true);
    else if (document.hasFocus()) watched.back();
  };
  const gone = new AbortController();
  const heard = { signal: gone.signal };
  document.addEventListener("visibilitychange", look, heard);
  window.addEventListener("blur", () => watched.left(document.visibilityState === "hidden"), heard);
  window.addEventListener("focus", look, heard);
  window.addEventListener("pagehide", () => watched.left(true), heard);
  window.addEventListener("pageshow", look, heard);
  window.addEventListener("online", soon, heard);
  document.addEventListener("compositionstart", () => watched.composing(true), heard);
  document.addEventListener("compositionend", () => watched.composing(false), heard);
  document.addEventListener("click", (event) => isPicker(event) && watched.picking(), heard);
  return () => {
    gone.abort();
    clearTimeout(timer);
  };
}
