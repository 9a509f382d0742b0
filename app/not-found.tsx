import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { LinkButton } from "#ui/button.tsx";
import { PlainShell } from "#ui/plain-shell.tsx";
import { lookOfRequest } from "./_http/look.ts";

export default async function NotFound(): Promise<ReactNode> {
  const [t, look] = await Promise.all([getTranslations("errors.notFound"), lookOfRequest()]);
  return (
    <PlainShell look={look}>
      <title>{t("title")}</title>
      <h1 className="font-bold font-display text-3xl">{t("title")}</h1>
      <p className="mt-3 text-muted">{t("body")}</p>
      <div className="mt-8 flex flex-wrap gap-3">
        <LinkButton href="/" look="primary">
          {t("home")}
        </LinkButton>
        <LinkButton href="/search">{t("search")}</LinkButton>
      </div>
    </PlainShell>
  );
}
