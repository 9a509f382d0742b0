"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { askServer } from "#app/contests/ask-server.ts";
import { Notice } from "#ui/notice.tsx";
import { type LivePageFacts, LiveScreen } from "./live-screen.tsx";

const AGAIN_MS = 500;

/**
 * Asks for what is one's own of the game: the page itself is the same for everybody, so that a hall that opens it at once has it at once. Who
 * is not signed in is led there and back.
 */
export function LiveShell({ code }: { code: string }): ReactNode {
  const t = useTranslations("live");
  const [facts, setFacts] = useState<LivePageFacts | null>(null);
  const [isMissing, setMissing] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let isOn = true;
    const look = async (): Promise<void> => {
      const asked = await askServer<LivePageFacts>(`/api/live/${code}`);
      if (!isOn) return;
      if (asked.kind === "told") setFacts(asked.value);
      else if (asked.kind === "signed-out") location.assign(`/sign-in?next=${encodeURIComponent(`/live/${code}`)}`);
      else if (asked.kind === "unreached") timer = setTimeout(() => void look(), AGAIN_MS * (1 + 2 * Math.random()));
      else setMissing(true);
    };
    void look();
    return () => {
      isOn = false;
      clearTimeout(timer);
    };
  }, [code]);
  useEffect(() => {
    if (facts) document.title = facts.title;
  }, [facts]);
  if (facts) return <LiveScreen first={facts} />;
  return (
    <main className="mx-auto grid w-full max-w-xl content-start gap-5 px-4 py-5">
      <h1 className="font-display font-semibold text-lg">{t("title")}</h1>
      {isMissing ? (
        <>
          <Notice kind="warning">{t("notFound")}</Notice>
          <Link href="/live" className="inline-flex min-h-11 items-center justify-self-start underline underline-offset-4">
            {t("enter")}
          </Link>
        </>
      ) : (
        <p role="status" className="text-muted">
          {t("opening")}
        </p>
      )}
    </main>
  );
}
