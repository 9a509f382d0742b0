"use client";
import { useEffect, useState } from "react";
import type { Stretch } from "./annotation.ts";
import { stretchOfSelection } from "./block-text.ts";

export type Selected = Readonly<{ stretch: Stretch; rect: DOMRect }>;
/** A finger that drags the handles changes the selection many times a second. */
const CALM_MS = 200;

function selectedNow(): Selected | null {
  const stretch = stretchOfSelection();
  const range = stretch && document.getSelection()?.getRangeAt(0);
  return stretch && range ? { stretch, rect: range.getBoundingClientRect() } : null;
}

/** What is selected in the text, by mouse, finger or keyboard. */
export function useSelected(): Selected | null {
  const [selected, setSelected] = useState<Selected | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => setSelected(selectedNow()), CALM_MS);
    };
    document.addEventListener("selectionchange", look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("selectionchange", look);
    };
  }, []);
  return selected;
}
