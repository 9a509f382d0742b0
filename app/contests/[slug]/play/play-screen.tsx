"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { Button, LinkButton } from "#ui/button.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { backoffMs } from "./backoff.ts";
import { type Opened, openSitting } from "./open-sitting.ts";
import { SignInAgain } from "./sign-in-again.tsx";
import { SittingScreen } from "./sitting-screen.tsx";

type Props = { attemptId: number; slug: string };

/** Opens an attempt: one small JSON, and what this device kept of it. Tries again by itself while the network is away. */
export function PlayScreen({ attemptId, slug }: Props): ReactNode {
  const t = useTranslations("play.opening");
  const [opened, setOpened] = useState<Opened | null>(null);
  const [tries, setTries] = useState(0);

  useEffect(() => {
    let isGone = false;
    let stop = (): void => {};
    void openSitting(attemptId).then((result) => {
      if (result.kind === "open") stop = () => result.sitting.keeper.stop();
      if (isGone) return stop();
      setOpened(result);
      if (result.kind !== "unreached") return;
      const timer = setTimeout(() => setTries(tries + 1), backoffMs(tries + 1, Math.random()));
      stop = () => clearTimeout(timer);
    });
    return () => {
      isGone = true;
      stop();
    };
  }, [attemptId, tries]);

  if (opened?.kind === "open") return <SittingScreen sitting={opened.sitting} />;
  return (
    <main id="main" className="mx-auto grid min-h-dvh w-full max-w-md content-center gap-5 px-4 py-12">
      {opened === null && <Skeleton label={t("loading")} />}
      {opened?.kind === "signed-out" && <SignInAgain slug={slug} />}
      {opened?.kind === "unreached" && (
        <>
          <h1 className="font-bold font-display text-2xl">{t("offline")}</h1>
          <p className="text-muted">{t("offlineBody")}</p>
          <Button look="primary" onClick={() => setTries(tries + 1)}>
            {t("again")}
          </Button>
        </>
      )}
      {(opened?.kind === "not-found" || opened?.kind === "refused") && (
        <>
          <h1 className="font-bold font-display text-2xl">{t("gone")}</h1>
          <LinkButton href={`/contests/${slug}`}>{t("toContest")}</LinkButton>
        </>
      )}
    </main>
  );
}
