import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Notice } from "#ui/notice.tsx";

type Props = Readonly<{ rare: readonly Readonly<{ text: string; characters: string }>[]; loopback: string | null }>;

/** What to know before anything is issued: characters that would not print, and an address that nobody else can open. */
export function Warnings({ rare, loopback }: Props): ReactNode {
  const t = useTranslations("certificates.desk");
  return (
    <>
      {loopback && (
        <Notice kind="warning" title={t("loopback", { origin: loopback })}>
          {t("loopbackLead")}
        </Notice>
      )}
      {rare.length > 0 && (
        <Notice kind="warning" title={t("rare", { count: rare.length })}>
          <p>{t("rareLead")}</p>
          <ul className="mt-2 flex flex-wrap gap-x-6 gap-y-1">
            {rare.map((line, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two people may have the same name, and the list never moves
              <li key={at}>{t("rareLine", line)}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
