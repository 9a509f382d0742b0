"use client";
import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { classNames } from "#ui/class-names.ts";

type Heading = Readonly<{ id: string; depth: number; text: string }>;
type Props = { headings: readonly Heading[]; language: "zh" | "en" };

/** How far below the top of the window a heading has to be to head what one reads. */
const READING_LINE_PX = 160;

/** The headings of a text, folded above it on a phone. Nothing for a text without headings. */
export function FoldedContents({ headings, language }: Props): ReactNode {
  const t = useTranslations("reader");
  const current = useCurrent(headings);
  if (headings.length < 2) return null;
  return (
    <details data-contents className="no-print group rounded-md border border-line bg-raised xl:hidden">
      <summary className="flex min-h-11 items-center justify-between px-4 font-medium">
        {t("contents")}
        <ChevronDown aria-hidden className="size-4 text-muted group-open:rotate-180" />
      </summary>
      <nav aria-label={t("contents")} className="border-line border-t px-4 py-2">
        <Lines headings={headings} language={language} current={current} />
      </nav>
    </details>
  );
}

/** The same beside the text on a wide screen, with the section one reads always in sight. */
export function BesideContents({ headings, language }: Props): ReactNode {
  const t = useTranslations("reader");
  const current = useCurrent(headings);
  if (headings.length < 2) return null;
  return (
    <aside
      data-contents
      aria-labelledby="contents"
      className="no-print sticky top-10 hidden max-h-[calc(100dvh-5rem)] overflow-y-auto xl:block"
    >
      <nav aria-labelledby="contents" className="border-line border-s">
        <h2 id="contents" className="mb-2 ps-5 text-muted text-sm">
          {t("contents")}
        </h2>
        <Lines headings={headings} language={language} current={current} />
      </nav>
    </aside>
  );
}

/** The heading above what one reads, as the page is scrolled. */
function useCurrent(headings: readonly Heading[]): string | null {
  const [current, setCurrent] = useState<string | null>(null);
  useEffect(() => {
    let frame = 0;
    const look = (): void => {
      frame = 0;
      const passed = headings.findLast(
        ({ id }) => (document.getElementById(id)?.getBoundingClientRect().top ?? Infinity) < READING_LINE_PX,
      );
      setCurrent(passed?.id ?? null);
    };
    const scrolled = (): void => {
      frame ||= requestAnimationFrame(look);
    };
    scrolled();
    window.addEventListener("scroll", scrolled, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener("scroll", scrolled);
    };
  }, [headings]);
  return current;
}

function Lines({ headings, language, current }: Props & { current: string | null }): ReactNode {
  const top = Math.min(...headings.map(({ depth }) => depth));
  return (
    <ul lang={language === "en" ? "en" : "zh-CN"}>
      {headings.map(({ id, depth, text }) => (
        <li key={id} className={classNames(depth > top && "ps-4")}>
          <a
            href={`#${id}`}
            aria-current={id === current ? "location" : undefined}
            className="flex min-h-11 items-center border-transparent py-2 border-s-2 text-sm leading-snug hover:text-seal aria-[current=location]:border-seal aria-[current=location]:font-semibold aria-[current=location]:text-seal max-xl:ps-2 xl:-ms-px xl:ps-5"
          >
            {text}
          </a>
        </li>
      ))}
    </ul>
  );
}
