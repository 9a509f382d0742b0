"use client";
import { type ReactNode, useLayoutEffect } from "react";

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
type Props = Readonly<{ id: string; value: string } | { id: string; checked: boolean }>;

/** What the control's own kind does with a property, past the copy in which React remembers what it last saw. */
const write = (control: Control, name: "value" | "checked", now: string | boolean): void =>
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), name)?.set?.call(control, now);

function tellTyped(control: Control, value: string): void {
  const typed = control.value;
  if (typed === value) return;
  // React compares with what it last saw in the control: shown the form's value first, it takes the typed one for a change.
  control.value = value;
  write(control, "value", typed);
  control.dispatchEvent(new Event(control instanceof HTMLSelectElement ? "change" : "input", { bubbles: true }));
}

function tellTicked(control: HTMLInputElement, checked: boolean): void {
  const ticked = control.checked;
  // Of radio buttons the chosen one speaks for all.
  if (ticked === checked || (control.type === "radio" && !ticked)) return;
  control.checked = checked;
  write(control, "checked", ticked);
  // A plain event, which presses nothing by itself, under the name React listens to.
  control.dispatchEvent(new Event("click", { bubbles: true }));
}

/**
 * Tells a form what was typed, pasted, chosen or ticked in the control `id` before its script had arrived. React leaves it on the screen, does
 * not know of it, and would wipe it with the next change: on a slow phone, words lost without a word. It is told in the very task in which
 * the page wakes: a moment later, a press of the person's own could come first, and be taken back by ours.
 */
export function TypedEarly({ id, ...known }: Props): ReactNode {
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was there before the first effect can be early
  useLayoutEffect(() => {
    const control = document.getElementById(id) as Control | null;
    if (!control) return;
    if ("checked" in known) tellTicked(control as HTMLInputElement, known.checked);
    else if (control instanceof HTMLInputElement && control.type === "file") {
      if (control.files?.length) control.dispatchEvent(new Event("change", { bubbles: true }));
    } else tellTyped(control, known.value);
  }, []);
  return null;
}
