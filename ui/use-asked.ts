import { useEffect, useEffectEvent, useState } from "react";
import type { ShownBody } from "#domain/papers/presentation.ts";
import type { QuestionKey, Response } from "#domain/questions/question.ts";
import { isWhole } from "./responses.ts";

export type Told = {
  readonly isRight: boolean;
  readonly reveal: {
    readonly explanation: string;
    readonly key: QuestionKey | null;
    readonly passage: { readonly slug: string; readonly paragraph: string } | null;
  } | null;
};
/** What came of sending an answer. `trouble` names a sentence: offline, signed-out, or a refusal. */
export type Sent = ({ readonly kind: "told" } & Told) | { readonly kind: "trouble"; readonly trouble: string };

/** How the answer came about, as far as a browser can say it. */
export type Said = Readonly<{ changed: boolean }>;

type Asked = {
  body: ShownBody;
  start: { response: Response; told: Told | null };
  send: (response: Response, said: Said) => Promise<Sent>;
  keptAs: string;
  onRight: () => void;
};

/** An answer that could not be sent, as this browser kept it; what cannot be read is none. */
function keptResponse(name: string): Response {
  try {
    return JSON.parse(window.localStorage.getItem(name) ?? "null") as Response;
  } catch {
    return null;
  }
}

/** Keeps an answer, or with null forgets it. A browser that keeps nothing is no reason not to answer. */
function keep(name: string, response: Response): void {
  try {
    if (response === null) window.localStorage.removeItem(name);
    else window.localStorage.setItem(name, JSON.stringify(response));
  } catch {
    // Full or forbidden: the answer stays on the screen.
  }
}

/** One question being answered: the answer, whether it is on its way, the verdict, and what went wrong. What was chosen is kept in the browser until it is judged. */
export function useAsked({ body, start, send, keptAs, onRight }: Asked) {
  const [response, setResponse] = useState<Response>(start.response);
  const [told, setTold] = useState<Told | null>(start.told);
  const [phase, setPhase] = useState<"resting" | "sending">("resting");
  const [trouble, setTrouble] = useState<string | null>(null);

  // Of one choice alone: several ticks and typed letters come one after the other anyway.
  const [changed, setChanged] = useState(false);

  const findKept = useEffectEvent((): void => {
    const kept = told === null ? keptResponse(keptAs) : null;
    if (kept !== null) setResponse(kept);
  });
  useEffect(() => findKept(), []);
  const toldOf = useEffectEvent((now: Told | null): void => {
    if (now?.isRight && now !== start.told) onRight();
  });
  useEffect(() => toldOf(told), [told]);

  const change = (next: Response): void => {
    if (response !== null && (body.kind === "single" || body.kind === "truefalse")) setChanged(true);
    setResponse(next);
    setTrouble(null);
    keep(keptAs, next);
  };
  const submit = async (): Promise<void> => {
    if (phase === "sending") return;
    if (!isWhole(body, response)) return setTrouble("incomplete");
    setPhase("sending");
    const sent = await send(response, { changed });
    setPhase("resting");
    if (sent.kind === "trouble") return setTrouble(sent.trouble);
    keep(keptAs, null);
    setTrouble(null);
    setTold({ isRight: sent.isRight, reveal: sent.reveal });
  };
  const again = (): void => {
    setTold(null);
    setResponse(null);
    setChanged(false);
  };
  return { response, told, phase, trouble, change, submit, again };
}
