"use client";
import { useState } from "react";
import type { Annotation, Filter } from "./annotation.ts";
import { rangeOf } from "./block-text.ts";

/** What the panel shows: whether it is there, which filter, which paragraph, which annotation stands out. */
export function usePanel(items: readonly Annotation[]) {
  const [isOpen, setOpen] = useState(false);
  const [filter, setFilter] = useState<Filter>("all");
  const [block, setBlock] = useState<string | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const placeOf = (id: number) => items.find((item) => item.id === id)?.place;
  return {
    ...{ isOpen, filter, setFilter, block, chosen },
    open: (of: string | null = null): void => {
      setBlock(of);
      setOpen(true);
    },
    close: (): void => setOpen(false),
    /** Opens the panel at one annotation. */
    choose: (id: number, within: Filter = "all"): void => {
      setFilter(within);
      setBlock(null);
      setChosen(id);
      setOpen(true);
    },
    /** Brings the words of one annotation into sight. */
    show: (id: number): void => {
      setChosen(id);
      const place = placeOf(id);
      if (place) rangeOf(place)?.startContainer.parentElement?.scrollIntoView({ block: "center" });
    },
  };
}
export type Panel = ReturnType<typeof usePanel>;
