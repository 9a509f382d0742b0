"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useSyncExternalStore } from "react";
import { BUSY_DIGEST } from "#domain/page-busy.ts";
import { Brand } from "#ui/brand.tsx";
import { Button, LinkButton } from "#ui/button.tsx";

const never = (): (() => void) => () => undefined;

/** What a person sees when a page breaks: no jargon, what to do, and the number the server wrote into its log. To be busy is not to be broken. */
export default function ErrorPage({ error }: { error: Error & { digest?: string } }): ReactNode {
  const t = useTranslations("errors.page");
  const online = useSyncExternalStore(
    never,
    () => navigator.onLine,
    () => true,
  );
  const is = error.digest === BUSY_DIGEST ? "busy" : online ? "broken" : "offline";
  return (
    <main className="mx-auto max-w-md px-4 py-12">
      <Brand />
      <h1 className="mt-12 font-bold font-display text-3xl">{t(is === "broken" ? "title" : `${is}Title`)}</h1>
      <p className="mt-3 text-muted">{t(is === "broken" ? "body" : `${is}Body`)}</p>
      {error.digest && is !== "busy" && <p className="tabular mt-3 select-all text-sm">{t("reference", { digest: error.digest })}</p>}
      <div className="mt-8 flex flex-wrap gap-3">
        {/* A reload, not a reset: after a deploy the old page's code may be gone. */}
        <Button look="primary" onClick={() => window.location.reload()}>
          {t("retry")}
        </Button>
        <LinkButton href="/" look="quiet">
          {t("home")}
        </LinkButton>
      </div>
    </main>
  );
}
