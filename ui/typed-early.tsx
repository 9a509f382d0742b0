"use client";
import { type ReactNode, useEffect } from "react";

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const setterOf = (control: Control) => Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), "value")?.set;

/**
 * Tells a form what was typed, pasted or chosen in the control `id` before its script had arrived. React leaves it on the screen, does not
 * know of it, and would wipe it with the next change: on a slow phone, words lost without a word.
 */
export function TypedEarly({ id, value }: { id: string; value: string }): ReactNode {
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was there before the first effect can be early
  useEffect(() => {
    const control = document.getElementById(id) as Control | null;
    if (!control) return;
    if (control instanceof HTMLInputElement && control.type === "file") {
      if (control.files?.length) control.dispatchEvent(new Event("change", { bubbles: true }));
      return;
    }
    const typed = control.value;
    if (typed === value) return;
    // React compares with what it last saw in the control: shown the form's value first, it takes the typed one for a change.
    control.value = value;
    setterOf(control)?.call(control, typed);
    control.dispatchEvent(new Event(control instanceof HTMLSelectElement ? "change" : "input", { bubbles: true }));
  }, []);
  return null;
}
