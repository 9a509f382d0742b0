"use client";
import { MessageSquarePlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { classNames } from "#ui/class-names.ts";
import { findText, listBlocks } from "./block-text.ts";

type Line = Readonly<{ block: string; top: number; words: string }>;
type Props = {
  /** How many annotations a paragraph has. */
  counts: ReadonlyMap<string, number>;
  /** Also beside paragraphs without any. */
  everywhere: boolean;
  open: (block: string) => void;
};

/** A strip of its own at the end of the article: paragraphs are the page's, and nothing is put between them. */
function useStrip(): { strip: HTMLElement | null; lines: readonly Line[] } {
  const [strip, setStrip] = useState<HTMLElement | null>(null);
  const [lines, setLines] = useState<readonly Line[]>([]);
  useEffect(() => {
    const text = findText();
    if (!text) return;
    const made = text.appendChild(document.createElement("div"));
    made.className = "no-print";
    made.style.cssText = "position:absolute;inset:0;margin:0;pointer-events:none";
    const measure = (): void =>
      setLines(
        listBlocks().map((block) => ({ block: block.dataset["block"] ?? "", top: block.offsetTop, words: block.textContent.slice(0, 12) })),
      );
    const watch = new ResizeObserver(measure);
    watch.observe(text);
    setStrip(made);
    return () => {
      watch.disconnect();
      made.remove();
    };
  }, []);
  return { strip, lines };
}

/** Beside each paragraph: how much was written on it, or a way to write on it without selecting. */
export function MarginMarkers({ counts, everywhere, open }: Props): ReactNode {
  const t = useTranslations("annotations");
  const { strip, lines } = useStrip();
  if (!strip) return null;
  const shown = lines.filter(({ block }) => (counts.get(block) ?? 0) > 0 || (everywhere && block.startsWith("p")));
  return createPortal(
    <fieldset data-annotating>
      <legend className="sr-only">{t("markers")}</legend>
      {shown.map(({ block, top, words }) => {
        const count = counts.get(block) ?? 0;
        return (
          <button
            key={block}
            type="button"
            title={count > 0 ? t("markerTitle", { count }) : t("annotateThis")}
            aria-label={count > 0 ? t("marker", { count, words }) : t("annotate", { words })}
            onClick={() => open(block)}
            style={{ top }}
            className="tabular pointer-events-auto absolute -end-4 grid min-h-11 w-7 place-items-center text-xs sm:-end-6 lg:-end-11 lg:w-11"
          >
            <span
              className={classNames(
                "grid min-h-5 min-w-5 place-items-center rounded-sm border px-1",
                count > 0 ? "border-indigo bg-indigo-wash text-indigo" : "border-line bg-raised text-muted",
              )}
            >
              {count > 0 ? count : <MessageSquarePlus aria-hidden className="size-3.5" />}
            </span>
          </button>
        );
      })}
    </fieldset>,
    strip,
  );
}
