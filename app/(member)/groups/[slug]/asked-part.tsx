import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Section } from "#ui/page.tsx";

type Question = Readonly<{ id: number; body: string; quote: string; slug: string; title: string; name: string; votes: number }>;

/** What members asked about texts and nobody has settled. */
export function AskedPart({ questions }: { questions: readonly Question[] }): ReactNode {
  const t = useTranslations("groups");
  return (
    <Section title={t("asked")}>
      {questions.length === 0 && <p className="text-muted">{t("noneAsked")}</p>}
      <ul className="grid gap-3">
        {questions.map(({ id, body, quote, slug, title, name, votes }) => (
          <li key={id} className="grid gap-1 rounded-md border border-line bg-raised p-4 sm:px-5">
            <p className="wrap-anywhere whitespace-pre-wrap">{body || quote}</p>
            <p className="wrap-anywhere text-muted text-sm">
              {name}
              {votes > 0 && ` · ${t("votes", { count: votes })}`}
              {" · "}
              <Link href={`/materials/${slug}`} className="-my-3 inline-flex min-h-11 items-center text-seal">
                {title}
              </Link>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
