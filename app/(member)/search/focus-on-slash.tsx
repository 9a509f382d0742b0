"use client";
import { useEffect } from "react";

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** "/" leads to the field, unless it is being typed somewhere. */
export function FocusOnSlash({ field }: { field: string }): null {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const found = document.getElementById(field);
      if (!(found instanceof HTMLInputElement)) return;
      event.preventDefault();
      found.focus();
      found.select();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [field]);
  return null;
}
