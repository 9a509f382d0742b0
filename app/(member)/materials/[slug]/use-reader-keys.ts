import { useEffect, useEffectEvent } from "react";
import { type ReaderKey, readerKeyOf } from "./reader-keys.ts";

const TYPING = "input:not([type=radio],[type=checkbox]),textarea,select,[contenteditable=true]";

/** Single keys of the page while no dialog is open; `isOn`: a person may switch them off. */
export function useReaderKeys(isOn: boolean, onKey: (key: ReaderKey) => void): void {
  const pressed = useEffectEvent((event: KeyboardEvent): void => {
    if (!isOn || document.querySelector("dialog[open]")) return;
    const isTyping = event.target instanceof Element && event.target.matches(TYPING);
    // Key code 229 is a key that an input method has taken, also where isComposing is not set yet.
    const isComposing = event.isComposing || event.keyCode === 229;
    const hasModifier = event.ctrlKey || event.metaKey || event.altKey;
    const wish = readerKeyOf({ key: event.key, hasModifier, isComposing, isTyping });
    if (!wish) return;
    event.preventDefault();
    onKey(wish);
  });
  useEffect(() => {
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, []);
}

const blocks = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>("#text [data-block]")];

/** Puts the focus on the next or previous paragraph, from the one that has it, else from the first in sight. */
export function stepParagraph(by: 1 | -1): void {
  const all = blocks();
  const focused = all.indexOf(document.activeElement as HTMLElement);
  const inSight = all.findIndex((block) => block.getBoundingClientRect().bottom > 90);
  const to = focused >= 0 ? focused + by : inSight + (by > 0 ? 0 : -1);
  const block = all[Math.min(all.length - 1, Math.max(0, to))];
  if (!block) return;
  block.tabIndex = -1;
  block.focus({ preventScroll: true });
  block.scrollIntoView({ block: "start" });
}

/** Opens the contents and puts the focus on the section one is in, or on its first line. */
export function showContents(): void {
  const all = [...document.querySelectorAll<HTMLElement>("[data-contents]")];
  const shown = all.find((element) => element.offsetParent !== null);
  if (!shown) return;
  if (shown instanceof HTMLDetailsElement) shown.open = true;
  (shown.querySelector<HTMLElement>('a[aria-current="location"]') ?? shown.querySelector<HTMLElement>("a"))?.focus();
}
