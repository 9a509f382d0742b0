import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { LinkButton } from "#ui/button.tsx";

/** What stands where nothing was found, inside whatever frame is around it: why it may be, and the ways on. */
export async function NothingFound(): Promise<ReactNode> {
  const t = await getTranslations("errors.notFound");
  return (
    <div className="mx-auto w-full max-w-md">
      <title>{t("title")}</title>
      <h1 className="font-bold font-display text-3xl">{t("title")}</h1>
      <p className="mt-3 text-muted">{t("body")}</p>
      <div className="mt-8 flex flex-wrap gap-3">
        <LinkButton href="/" look="primary">
          {t("home")}
        </LinkButton>
        <LinkButton href="/search">{t("search")}</LinkButton>
      </div>
    </div>
  );
}
