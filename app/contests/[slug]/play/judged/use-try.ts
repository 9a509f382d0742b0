"use client";
import { useEffect, useRef, useState } from "react";
import type { Response } from "#domain/questions/question.ts";
import { sendTry, type TryReply } from "./use-judged.ts";

export type TryState =
  | { readonly kind: "open" }
  | { readonly kind: "sending"; readonly isUnreached: boolean }
  | { readonly kind: "refused"; readonly code: string }
  | { readonly kind: "told"; readonly reply: TryReply };

/** One try on its way: sent, told, or refused with what was typed left where it is. */
export function useTry(attemptId: number) {
  const [state, setState] = useState<TryState>({ kind: "open" });
  const sending = useRef<AbortController | null>(null);
  useEffect(() => () => sending.current?.abort(), []);
  const send = async (slot: number, number: number, response: Response): Promise<TryReply | null> => {
    if (sending.current) return null;
    const control = new AbortController();
    sending.current = control;
    setState({ kind: "sending", isUnreached: false });
    const asked = await sendTry(attemptId, { slot, number, response }, control.signal, () =>
      setState({ kind: "sending", isUnreached: true }),
    );
    sending.current = null;
    if (control.signal.aborted) return null;
    if (asked.kind !== "told") {
      setState({ kind: "refused", code: asked.kind === "refused" ? asked.code : asked.kind });
      return null;
    }
    setState({ kind: "told", reply: asked.value });
    return asked.value;
  };
  return { state, send, reset: () => setState({ kind: "open" }) };
}
