"use client";
import { ChevronDown, ChevronUp, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "#ui/button.tsx";
import { type Found, findInText, paintFound } from "./paint-found.ts";

/** Searches inside the text: how many, which one, on and back. Enter goes on, Shift+Enter goes back, Escape closes. */
export function FindBar({ onClose }: { onClose: () => void }): ReactNode {
  const t = useTranslations("reader.find");
  const field = useRef<HTMLInputElement>(null);
  const [found, setFound] = useState<readonly Found[]>([]);
  const [at, setAt] = useState(0);
  const [words, setWords] = useState("");
  useEffect(() => {
    field.current?.focus();
    return () => paintFound([], 0);
  }, []);

  const search = (typed: string): void => {
    const places = findInText(typed);
    setWords(typed);
    setFound(places);
    setAt(0);
    paintFound(places, 0);
  };
  const go = (by: 1 | -1): void => {
    if (found.length === 0) return;
    const next = (at + by + found.length) % found.length;
    setAt(next);
    paintFound(found, next);
  };
  return (
    <search className="flex flex-wrap items-center gap-x-1 gap-y-2 py-1.5">
      <input
        ref={field}
        type="search"
        aria-label={t("label")}
        placeholder={t("label")}
        enterKeyHint="search"
        maxLength={60}
        autoComplete="off"
        onChange={({ currentTarget, nativeEvent }) => {
          // While an input method composes, its letters are no words yet.
          if (!(nativeEvent as InputEvent).isComposing) search(currentTarget.value);
        }}
        onCompositionEnd={({ currentTarget }) => search(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.keyCode === 229) return;
          if (event.key === "Enter") go(event.shiftKey ? -1 : 1);
          if (event.key === "Escape") onClose();
        }}
        className="min-h-11 min-w-0 flex-1 basis-40 rounded-md border border-edge bg-raised px-3 placeholder:text-muted hover:border-ink"
      />
      <span role="status" className="tabular min-w-14 px-1 text-center text-muted text-sm">
        {words.trim() !== "" && (found.length === 0 ? t("none") : t("count", { at: at + 1, total: found.length }))}
      </span>
      <Button look="quiet" compact aria-label={t("previous")} disabled={found.length === 0} onClick={() => go(-1)}>
        <ChevronUp aria-hidden className="size-5" />
      </Button>
      <Button look="quiet" compact aria-label={t("next")} disabled={found.length === 0} onClick={() => go(1)}>
        <ChevronDown aria-hidden className="size-5" />
      </Button>
      <Button look="quiet" compact aria-label={t("close")} onClick={onClose}>
        <X aria-hidden className="size-5" />
      </Button>
    </search>
  );
}
