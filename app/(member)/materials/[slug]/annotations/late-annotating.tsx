"use client";
import { lazy, type ReactNode, Suspense, useEffect, useState } from "react";

const Annotating = lazy(async () => ({ default: (await import("./annotating.tsx")).Annotating }));

/** The text comes first (P11): what is written on it is fetched when the page has been shown. */
export function LateAnnotating({ slug, lang }: { slug: string; lang: "zh-CN" | "en" }): ReactNode {
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const shown = (): void => setShown(true);
    if (document.readyState === "complete") return shown();
    window.addEventListener("load", shown, { once: true });
    return () => window.removeEventListener("load", shown);
  }, []);
  return isShown ? (
    <Suspense>
      <Annotating slug={slug} lang={lang} />
    </Suspense>
  ) : null;
}
