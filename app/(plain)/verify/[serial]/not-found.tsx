import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Notice } from "#ui/notice.tsx";

/** A serial nobody was given. */
export default function NoSuchCertificate(): ReactNode {
  const t = useTranslations("certificates.verify");
  return (
    <div className="grid gap-6">
      <h1 className="font-bold font-display text-2xl">{t("title")}</h1>
      <Notice kind="warning" title={t("none")}>
        {t("noneLead")}
      </Notice>
    </div>
  );
}
