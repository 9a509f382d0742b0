import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { hrefOf, type Passage } from "./passage-link.tsx";

/** For a question that was forgotten again and again: reading helps, and somebody who has read it. */
export function LeechHelp({ passage }: { passage: Passage | null }): ReactNode {
  const t = useTranslations("review");
  return (
    <div className="grid gap-1 rounded-sm border border-line border-s-3 border-s-amber bg-amber-wash px-4 py-3">
      <p>{t("leech")}</p>
      {passage && (
        <p className="flex flex-wrap gap-x-5 [&_a]:inline-flex [&_a]:min-h-11 [&_a]:items-center [&_a]:text-seal [&_a]:underline [&_a]:underline-offset-4">
          <Link href={hrefOf(passage)}>{t("readAgain")}</Link>
          <Link href={`/materials/${passage.slug}#${passage.paragraph || "p1"}`}>{t("askLead")}</Link>
        </p>
      )}
    </div>
  );
}
