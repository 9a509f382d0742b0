"use client";
import { useEffect, useEffectEvent } from "react";
import type { ShownBody } from "#domain/papers/presentation.ts";
import { isChoice } from "./picked-by-key.ts";
import { type Shortcut, shortcutOf } from "./shortcuts.ts";

const TYPING = "input:not([type=radio],[type=checkbox]),textarea,select,[contenteditable=true]";

function optionsOf(body: ShownBody): number {
  if (body.kind === "truefalse") return 2;
  return isChoice(body.kind) && "options" in body ? body.options.length : 0;
}

/** Keys of the whole screen, while no dialog is open; no body: none. Arrows left and right move between questions even from inside a group of radios. */
export function useShortcuts(body: ShownBody | null, onShortcut: (shortcut: Shortcut) => void): void {
  const pressed = useEffectEvent((event: KeyboardEvent): void => {
    if (!body || document.querySelector("dialog[open]")) return;
    const isTyping = event.target instanceof Element && event.target.matches(TYPING);
    // Key code 229 is a key that an input method has taken, also where isComposing is not set yet.
    const isComposing = event.isComposing || event.keyCode === 229;
    const { key, ctrlKey, metaKey, altKey } = event;
    const shortcut = shortcutOf({ key, ctrlKey, metaKey, altKey, isComposing, isTyping }, { kind: body.kind, options: optionsOf(body) });
    if (!shortcut) return;
    event.preventDefault();
    onShortcut(shortcut);
  });
  useEffect(() => {
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, []);
}
