import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { titleIn } from "#domain/programmes/title-in.ts";

export type SentItem = Readonly<{ id: number; title: string; titleEn: string; owner: "person" | "unit"; isRequired: boolean }>;

/** The head of an item's column; it leads to who has not done it. */
export function ItemHead({ item, href }: { item: SentItem; href: string }): ReactNode {
  const t = useTranslations("completion");
  const locale = useLocale();
  return (
    <th scope="col">
      {item.owner === "unit" && <span className="block text-muted text-xs">{t("unitItem")}</span>}
      {!item.isRequired && <span className="block text-muted text-xs">{t("optional")}</span>}
      <Link href={href} className="inline-flex min-h-11 items-end hover:text-seal hover:underline">
        {titleIn(locale, item)}
      </Link>
    </th>
  );
}
