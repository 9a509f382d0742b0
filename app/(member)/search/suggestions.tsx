import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { listMaterials } from "#server/materials/list-materials.ts";
import { Section } from "#ui/page.tsx";

const MOST = 12;

/** Where to begin without a word in mind: the tags and collections of what the viewer may read. */
export async function Suggestions(): Promise<ReactNode> {
  const [t, { collections, tags }] = await Promise.all([getTranslations("search"), ask(listMaterials)]);
  const words = tags.slice(0, MOST).map(({ name }) => ({ name, href: `/search?${new URLSearchParams({ q: name })}` }));
  const shelves = collections.slice(0, MOST).map(({ name }) => ({ name, href: `/study?${new URLSearchParams({ collection: name })}` }));
  return (
    <>
      {words.length > 0 && (
        <Section title={t("tryThese")}>
          <Chips links={words} />
        </Section>
      )}
      {shelves.length > 0 && (
        <Section title={t("shelves")}>
          <Chips links={shelves} />
        </Section>
      )}
    </>
  );
}

function Chips({ links }: { links: readonly { name: string; href: string }[] }): ReactNode {
  return (
    <ul className="flex flex-wrap gap-2" lang="zh-CN">
      {links.map(({ name, href }) => (
        <li key={href}>
          <Link
            href={href}
            className="inline-flex min-h-11 items-center rounded-full border border-line bg-raised px-4 text-sm hover:border-edge"
          >
            {name}
          </Link>
        </li>
      ))}
    </ul>
  );
}
