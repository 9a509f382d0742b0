"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";

/** How far one has come, in paragraphs and never in time: words at the end of the tools, a hairline under them. */
export function ReachedLine({ total }: { total: number }): ReactNode {
  const t = useTranslations("reader");
  const [reached, setReached] = useState(0);
  useEffect(() => {
    let frame = 0;
    const look = (): void => {
      frame = 0;
      const paragraphs = [...document.querySelectorAll('#text [data-block^="p"]')];
      const begun = paragraphs.filter((paragraph) => paragraph.getBoundingClientRect().top < window.innerHeight * 0.8);
      setReached(begun.length);
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
  }, []);
  if (total === 0) return null;
  return (
    <>
      <span className="tabular ms-auto flex-none ps-2 text-muted text-sm">
        <span className="sr-only">{t("reached", { reached, total })}</span>
        <span aria-hidden>
          {reached}/{total}
        </span>
      </span>
      <span aria-hidden className="absolute inset-x-0 -bottom-px h-0.5">
        <span className="block h-full bg-seal" style={{ width: `${(100 * reached) / total}%` }} />
      </span>
    </>
  );
}
