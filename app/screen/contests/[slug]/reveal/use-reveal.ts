"use client";
import { useEffect, useEffectEvent, useState } from "react";
import type { JsonOf } from "#app/contests/json-of.ts";
import { postJson } from "#app/desk/post-json.ts";
import { useKept } from "#app/screen/use-kept.ts";
import type { getReveal } from "#server/boards/get-reveal.ts";

export type RevealPage = JsonOf<typeof getReveal>;
export type Move = Readonly<{ move: "next" | "back" } | { move: "place"; place: number }>;

const EVERY_MS = 1_000;

/** The ceremony as the server keeps it, and the ways to move it. A press on a screen that saw an older state moves nothing and shows the newer one. */
export function useReveal(first: RevealPage) {
  const { slug } = first.contest;
  const path = `/api/desk/contests/${slug}/reveal`;
  const { value, isDown, askAgain } = useKept<RevealPage>(`${path}?board=${first.board}`, first, EVERY_MS);
  const [refused, setRefused] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  const send = async (address: string, body: object): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    const posted = await postJson(address, body);
    setBusy(false);
    setRefused(posted.ok || posted.refused.code === "reveal-moved-on" ? null : posted.refused.code);
    askAgain();
  };
  return {
    page: value,
    ...{ isDown, isBusy, refused },
    move: (move: Move) => value.running && void send(`${path}/move`, { board: value.board, seq: value.running.seq, ...move }),
    start: (awardPlaces: number, anew: boolean) => void send(path, { board: value.board, awardPlaces, anew }),
    release: () => void send(`/api/desk/contests/${slug}/release`, {}),
  };
}

const NEXT = new Set(["ArrowRight", "ArrowDown", "PageDown", " "]);
const BACK = new Set(["ArrowLeft", "ArrowUp", "PageUp", "Backspace"]);

/** Next, back and "3, Enter" by keys, as a presenter's remote sends them; what is typed so far is told. Not while a field or a button has the focus. */
export function useRevealKeys(onMove: (move: Move) => void): string {
  const [typed, setTyped] = useState("");
  const pressed = useEffectEvent((event: KeyboardEvent): void => {
    const at = event.target as HTMLElement | null;
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || at?.closest("input, button, a, dialog, select")) return;
    if (NEXT.has(event.key)) onMove({ move: "next" });
    else if (BACK.has(event.key) && typed === "") onMove({ move: "back" });
    else if (event.key === "Enter") typed === "" ? onMove({ move: "next" }) : onMove({ move: "place", place: Number(typed) });
    else if (/^[0-9]$/.test(event.key)) return setTyped((before) => `${before}${event.key}`.replace(/^0+/, "").slice(0, 4));
    else if (event.key !== "Escape" && event.key !== "Backspace") return;
    setTyped("");
    event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => pressed(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
  return typed;
}
