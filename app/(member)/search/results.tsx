import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Section } from "#ui/page.tsx";
import { Pagination } from "#ui/pagination.tsx";
import { Tabs } from "#ui/tabs.tsx";
import type { FoundFor, Group, Kind } from "./found-for.ts";
import { HitCard } from "./hit-card.tsx";

const PAGE_SIZE = 20;

const hrefOf = (q: string, kind?: Kind): string => `/search?${new URLSearchParams({ q, ...(kind && { kind }) })}`;

/** The hits, by kind with a way to all of each; or one kind by pages. */
export function Results({ q, kind, found }: { q: string; kind: Kind | undefined; found: FoundFor }): ReactNode {
  const t = useTranslations("search");
  const groups = found.groups.filter((group) => group.count > 0 || group.kind === kind);
  const tabs = [
    { href: hrefOf(q), label: t("all") },
    ...groups.map((group) => ({ href: hrefOf(q, group.kind), label: t(`kinds.${group.kind}`), count: group.count })),
  ];
  const shown = kind === undefined ? groups : groups.filter((group) => group.kind === kind);
  return (
    <div className="grid gap-6">
      <Tabs label={t("byKind")} tabs={tabs} current={hrefOf(q, kind)} />
      {shown.map((group) => (
        <GroupOfHits key={group.kind} q={q} group={group} isAlone={kind !== undefined} page={found.page} />
      ))}
    </div>
  );
}

function GroupOfHits({ q, group, isAlone, page }: { q: string; group: Group; isAlone: boolean; page: number }): ReactNode {
  const t = useTranslations("search");
  const { kind, count, isCapped, hits } = group;
  const all = !isAlone && count > hits.length && (
    <Link href={hrefOf(q, kind)}>{isCapped ? t("moreThan", { count }) : t("allOf", { count })}</Link>
  );
  return (
    <Section title={t(`kinds.${kind}`)} aside={all}>
      {isCapped && isAlone && <p className="text-muted text-sm">{t("capped", { count })}</p>}
      {hits.length === 0 && <p className="text-muted">{t("noneOfKind")}</p>}
      <ul className="grid gap-3">
        {hits.map((hit) => (
          <li key={`${hit.ref} ${hit.title.text}`}>
            <HitCard kind={kind} hit={hit} />
          </li>
        ))}
      </ul>
      {isAlone && <Pagination total={count} page={page} pageSize={PAGE_SIZE} path="/search" query={{ q, kind }} />}
    </Section>
  );
}
