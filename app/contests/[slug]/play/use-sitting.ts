"use client";
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { AttemptReply } from "./attempt-reply.ts";
import type { KeeperState } from "./keeper-state.ts";
import { parsedPending } from "./kept-answers.ts";
import { attemptOfKey } from "./local-answers.ts";
import { readAttempt, type Sitting } from "./open-sitting.ts";
import { unsaved } from "./outbox.ts";

export type SittingNow = {
  readonly attempt: AttemptReply;
  readonly saving: KeeperState;
  /** Reads the attempt again; calls that come while one is under way share it. Null when the server could not be asked. */
  readonly readAgain: () => Promise<AttemptReply | null>;
};

/** The attempt as it stands now, kept true: read again when the page is seen, the network is back or the outbox is in doubt. */
export function useSitting({ first, keeper, time, doubt }: Sitting): SittingNow {
  const [attempt, setAttempt] = useState(first);
  const saving = useSyncExternalStore(keeper.subscribe, keeper.state, keeper.state);
  const under = useRef<Promise<AttemptReply | null> | null>(null);

  const readAgain = useCallback((): Promise<AttemptReply | null> => {
    const read = async (): Promise<AttemptReply | null> => {
      const asked = await readAttempt(first.attemptId);
      under.current = null;
      if (asked.kind !== "told") return null;
      if (asked.exchange) time.hear(asked.exchange);
      // The paper does not change; an ended attempt comes without it.
      setAttempt((known) => ({ ...asked.value, items: known.items }));
      if (asked.value.state === "in_progress") {
        keeper.read(asked.value.items, asked.value.ticket);
        keeper.seat(asked.value.seat === "elsewhere");
      } else keeper.close("ended");
      return asked.value;
    };
    under.current ??= read();
    return under.current;
  }, [first.attemptId, keeper, time]);

  useEffect(() => {
    doubt.ask = () => void readAgain();
    return () => {
      doubt.ask = () => {};
    };
  }, [doubt, readAgain]);
  useEffect(() => listenToPage(keeper, readAgain), [keeper, readAgain]);
  useEffect(() => listenToTabs(keeper, first.attemptId), [keeper, first.attemptId]);
  return { attempt, saving, readAgain };
}

/** Coming, going, losing and finding the network. */
function listenToPage(keeper: Sitting["keeper"], readAgain: () => Promise<unknown>): () => void {
  const seen = (): void => {
    keeper.hurry();
    if (document.visibilityState === "visible") void readAgain();
  };
  const leave = (): void => keeper.leave();
  const shown = (event: PageTransitionEvent): void => {
    if (event.persisted) seen();
  };
  const ask = (event: BeforeUnloadEvent): void => {
    if (keeper.state().closed === null && unsaved(keeper.state().box).length > 0) event.preventDefault();
  };
  document.addEventListener("visibilitychange", seen);
  window.addEventListener("online", seen);
  window.addEventListener("pagehide", leave);
  window.addEventListener("pageshow", shown);
  window.addEventListener("beforeunload", ask);
  return () => {
    document.removeEventListener("visibilitychange", seen);
    window.removeEventListener("online", seen);
    window.removeEventListener("pagehide", leave);
    window.removeEventListener("pageshow", shown);
    window.removeEventListener("beforeunload", ask);
  };
}

/** A change kept by another tab of this browser is shown here too. */
function listenToTabs(keeper: Sitting["keeper"], attemptId: number): () => void {
  const hear = ({ key, newValue }: StorageEvent): void => {
    const change = attemptOfKey(key) === attemptId ? parsedPending(newValue) : null;
    if (change) keeper.adopt(change);
  };
  window.addEventListener("storage", hear);
  return () => window.removeEventListener("storage", hear);
}
