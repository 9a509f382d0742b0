"use client";
import { useEffect, useEffectEvent } from "react";
import type { Annotation } from "./annotation.ts";
import { findText } from "./block-text.ts";
import { annotationAt, paintMarks, placedOf, wipeMarks } from "./paint-marks.ts";

/** Keeps the marks over the text as the list says, and tells which one was pressed. */
export function useMarks(items: readonly Annotation[], chosen: number | null, press: (id: number) => void): void {
  const pressed = useEffectEvent(press);
  useEffect(() => {
    const placed = placedOf(items);
    paintMarks(placed, chosen);
    const find = (event: MouseEvent): void => {
      const isControl = event.target instanceof Element && event.target.closest("a, button, label, input") !== null;
      if (isControl || document.getSelection()?.isCollapsed === false) return;
      const id = annotationAt(placed, event);
      if (id !== null) pressed(id);
    };
    const text = findText();
    text?.addEventListener("click", find);
    return () => text?.removeEventListener("click", find);
  }, [items, chosen]);
  useEffect(() => wipeMarks, []);
}
