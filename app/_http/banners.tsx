import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Notice } from "#ui/notice.tsx";
import { organisationOfPage } from "./in-turn.ts";
import { isInTheClear, originOf } from "./origin.ts";

/** Says that everything here is invented, in an installation that was filled with demo data. */
export async function DemoBanner(): Promise<ReactNode> {
  const [t, organisation] = await Promise.all([getTranslations("common"), organisationOfPage()]);
  return organisation?.demo ? <Notice bleed>{t("demoBanner")}</Notice> : null;
}

/** Tells whoever runs the place that passwords travel in the clear, and what browsers switch off because of it. */
export async function PlainHttpBanner(): Promise<ReactNode> {
  const [t, incoming] = await Promise.all([getTranslations("frame"), headers()]);
  return isInTheClear(originOf(incoming)) ? (
    <Notice kind="warning" bleed>
      {t("plainHttp")}
    </Notice>
  ) : null;
}
