"use client";
import { useFormatter, useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState, useSyncExternalStore } from "react";
import { Button } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import { useReadingProgress } from "./reading-progress.tsx";

/** Scripts, styles and letters that this page has needed, and the pictures of its text. */
function neededAddresses(): string[] {
  const loaded = performance.getEntriesByType("resource").map(({ name }) => new URL(name));
  const own = loaded.filter(({ origin, pathname }) => origin === window.location.origin && pathname.startsWith("/_next/static/"));
  const pictures = [...document.querySelectorAll<HTMLImageElement>("#text img")].map(({ src }) => new URL(src, window.location.href));
  return [...own, ...pictures.filter(({ pathname }) => pathname.startsWith("/api/files/"))].map(
    ({ pathname, search }) => pathname + search,
  );
}

function watchLine(changed: () => void): () => void {
  window.addEventListener("online", changed);
  window.addEventListener("offline", changed);
  return () => {
    window.removeEventListener("online", changed);
    window.removeEventListener("offline", changed);
  };
}

/**
 * Has the text kept in this browser for its reader, so that it opens without a network the next time, and says when it is such a copy.
 * Not there over plain http: browsers keep nothing then.
 */
export function KeepOffline({ reader, path }: { reader: number; path: string }): ReactNode {
  const t = useTranslations("reader.offline");
  const format = useFormatter();
  const isOnline = useSyncExternalStore(
    watchLine,
    () => navigator.onLine,
    () => true,
  );
  // The copy is made anew with every answer, so that it shows them.
  const { done } = useReadingProgress().progress;
  const [keptAt, setKeptAt] = useState<string | null>(null);

  useEffect(() => {
    const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
    if (!workers) return;
    let isGone = false;
    const heard = ({ data }: MessageEvent<{ keptAt?: string }>): void => {
      if (data.keptAt) setKeptAt(data.keptAt);
    };
    workers.addEventListener("message", heard);
    workers.controller?.postMessage({ kind: "whence" });
    const keep = async (): Promise<void> => {
      await workers.register("/sw.js", { scope: "/materials/", updateViaCache: "none" });
      const { active } = await workers.ready;
      if (!isGone && navigator.onLine) active?.postMessage({ kind: "keep", reader, path, needed: neededAddresses(), answered: done });
    };
    void keep().catch(() => undefined); // a private window, or no room: reading online works all the same
    return () => {
      isGone = true;
      workers.removeEventListener("message", heard);
    };
  }, [reader, path, done]);

  if (keptAt === null && isOnline) return null;
  const at =
    keptAt === null
      ? ""
      : format.dateTime(new Date(keptAt), { month: "long", day: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return (
    <div role="status" className="py-1.5">
      <Notice
        kind="warning"
        {...(keptAt !== null &&
          isOnline && {
            action: (
              <Button compact onClick={() => window.location.reload()}>
                {t("reload")}
              </Button>
            ),
          })}
      >
        {keptAt === null ? t("now") : isOnline ? t("back", { at }) : t("kept", { at })}
      </Notice>
    </div>
  );
}
