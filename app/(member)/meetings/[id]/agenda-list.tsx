import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { TimeText } from "#ui/time-text.tsx";

export type Item = Readonly<{
  id: number;
  kind: string;
  title: string;
  minutes: number;
  at: Date;
  person: string | null;
  material: Readonly<{ slug: string; title: string }> | null;
  fromBlock: string;
}>;

/** The agenda with the times it is planned for. */
export async function AgendaList({ items }: { items: readonly Item[] }): Promise<ReactNode> {
  const t = await getTranslations("meetings");
  if (items.length === 0) return <p className="text-muted">{t("noAgenda")}</p>;
  return (
    <ol className="grid">
      {items.map(({ id, title, minutes, at, person, material, fromBlock }) => (
        <li key={id} className="flex gap-4 border-line border-b py-3 last:border-b-0">
          <span className="tabular w-12 flex-none text-muted">
            <TimeText at={at} form="clock" />
          </span>
          <div className="min-w-0 flex-1">
            <p className="font-semibold leading-snug">{title}</p>
            <p className="mt-0.5 text-muted text-sm">{[t("minutes", { minutes }), person].filter(Boolean).join(" · ")}</p>
            {material && (
              <Link
                href={`/materials/${material.slug}${fromBlock ? `#${fromBlock}` : ""}`}
                className="inline-flex min-h-11 items-center text-seal"
              >
                《{material.title}》
              </Link>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
