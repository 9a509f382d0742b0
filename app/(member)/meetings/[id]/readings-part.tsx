import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { LinkCard } from "#ui/card.tsx";
import { Summary } from "#ui/summary.tsx";

type Reading = Readonly<{
  slug: string;
  title: string;
  fromBlock: string;
  questions: readonly Readonly<{ id: number; body: string; exact: string; name: string; block: string }>[];
}>;

/** What to read before, at the paragraph where it begins, and what readers did not understand in it. */
export async function ReadingsPart({ readings }: { readings: readonly Reading[] }): Promise<ReactNode> {
  const t = await getTranslations("meetings");
  return (
    <div className="grid gap-4">
      {readings.map(({ slug, title, fromBlock, questions }) => (
        <div key={slug} className="grid gap-3">
          <LinkCard href={`/materials/${slug}${fromBlock ? `#${fromBlock}` : ""}`} title={title} lead={t("readAndNote")} />
          {questions.length > 0 && (
            <details className="rounded-md border border-line px-4">
              <Summary className="flex justify-between">{t("openNotes", { count: questions.length })}</Summary>
              <ul className="grid gap-3 pb-4">
                {questions.map(({ id, body, exact, name, block }) => (
                  <li key={id} className="grid gap-0.5">
                    <Link href={`/materials/${slug}${block ? `#${block}` : ""}`} className="text-muted text-sm underline">
                      “{exact}”
                    </Link>
                    <span className="wrap-anywhere">{body || t("unclear")}</span>
                    <span className="text-muted text-sm">{name}</span>
                  </li>
                ))}
              </ul>
            </details>
          )}
        </div>
      ))}
    </div>
  );
}
