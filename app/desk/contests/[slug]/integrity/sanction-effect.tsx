import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { pointsText } from "#app/contests/points-text.ts";
import type { getSanction } from "#server/integrity/get-sanction.ts";
import type { Verb } from "#server/verb.ts";
import { Section } from "#ui/page.tsx";
import { type Column, DataTable } from "#ui/table.tsx";

type Shown = typeof getSanction extends Verb<infer T> ? T : never;
type Move = NonNullable<Shown["moves"]>[number];

/** Who moves by a sanction: as it would be, or as it was when it was carried out. */
export function SanctionEffect({ sanction: { state, moves, moved } }: { sanction: Shown }): ReactNode {
  const t = useTranslations("integrity.effect");
  const change = (before: string | null | undefined, after: string | null | undefined): string =>
    t("change", { before: before ?? t("out"), after: after ?? t("out") });
  const columns: Column<Move>[] = [
    {
      key: "who",
      head: t("who"),
      main: true,
      cell: ({ name, branchName }) => (
        <>
          {name} <span className="text-muted text-sm">{branchName}</span>
        </>
      ),
    },
    { key: "place", head: t("place"), align: "end", cell: ({ before, after }) => change(before?.rank.toString(), after?.rank.toString()) },
    {
      key: "score",
      head: t("score"),
      align: "end",
      cell: ({ before, after }) => change(before && pointsText(before.scoreMilli), after && pointsText(after.scoreMilli)),
    },
  ];
  const lead = moves === null ? t("unknown") : moves.length === 0 ? t("none") : t(state === "proposed" ? "preview" : "applied", { moved });
  return (
    <Section title={t("title")}>
      <p id="effect" className="text-muted">
        {lead}
      </p>
      {moves && moves.length > 0 && (
        <DataTable caption={t("title")} columns={columns} rows={moves} keyOf={({ entryId }) => String(entryId)} />
      )}
      {moves && moved > moves.length && <p className="text-muted text-sm">{t("first", { count: moves.length })}</p>}
    </Section>
  );
}
