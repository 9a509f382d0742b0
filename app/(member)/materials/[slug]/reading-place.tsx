"use client";
import { useEffect } from "react";

const RESTING_MS = 2_000;
/** A link to a paragraph leaves a strip of the one before it in sight (scroll-padding); that strip is not being read. */
const belowLinks = { rootMargin: "-72px 0px 0px 0px" };

/**
 * Remembers the paragraph one has reached: the first in sight, or the last of the text once its end is. Saves nothing until the reader
 * has scrolled, so that opening a text does not forget where one was. Shows nothing.
 */
export function ReadingPlace({ slug }: { slug: string }): null {
  useEffect(() => {
    const paragraphs = [...document.querySelectorAll<HTMLElement>('#text [data-block^="p"]')];
    const inSight = new Set<Element>();
    let hasScrolled = false;
    let saved = "";
    let timer: ReturnType<typeof setTimeout> | undefined;

    const reached = (): string | undefined => {
      const last = paragraphs.at(-1);
      const isAtEnd = last !== undefined && last.getBoundingClientRect().bottom <= window.innerHeight;
      const at = isAtEnd ? last : paragraphs.find((paragraph) => inSight.has(paragraph));
      return at?.dataset["block"];
    };
    const save = async (): Promise<void> => {
      const paragraph = reached();
      if (!hasScrolled || !paragraph || paragraph === saved) return;
      const reply = await fetch(`/api/materials/${slug}/place`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ paragraph }),
        keepalive: true,
      }).catch(() => null); // offline: a place is a convenience, and the next rest tries again
      if (reply?.ok) saved = paragraph;
    };
    const rest = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => void save(), RESTING_MS);
    };
    const scrolled = (): void => {
      hasScrolled = true;
      rest();
    };
    const leave = (): void => {
      if (document.visibilityState === "hidden") void save();
    };

    const observer = new IntersectionObserver((seen) => {
      for (const { target, isIntersecting } of seen) {
        if (isIntersecting) inSight.add(target);
        else inSight.delete(target);
      }
    }, belowLinks);
    for (const paragraph of paragraphs) observer.observe(paragraph);
    window.addEventListener("scroll", scrolled, { passive: true });
    document.addEventListener("visibilitychange", leave);
    return () => {
      void save();
      clearTimeout(timer);
      observer.disconnect();
      window.removeEventListener("scroll", scrolled);
      document.removeEventListener("visibilitychange", leave);
    };
  }, [slug]);
  return null;
}
