import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { pointsText } from "#app/contests/points-text.ts";
import type { getSanction } from "#server/integrity/get-sanction.ts";
import type { Verb } from "#server/verb.ts";
import { Section } from "#ui/page.tsx";
import { type Column, DataTable } from "#ui/table.tsx";

type Shown = typeof getSanction extends Verb<infer T> ? T : never;
type Side = Readonly<{ rank: number; scoreMilli: number }> | null;
type Move = Readonly<{ key: number; name: string; branchName?: string; before: Side; after: Side }>;
type Of = "persons" | "teams" | "branches";
type BoardProps = Readonly<{ of: Of; state: Shown["state"]; moves: readonly Move[] | null; moved: number }>;

/** Who moves on one board, or that nobody does. */
function BoardEffect({ of, state, moves, moved }: BoardProps): ReactNode {
  const t = useTranslations("integrity.effect");
  const change = (before: string | null | undefined, after: string | null | undefined): string =>
    t("change", { before: before ?? t("out"), after: after ?? t("out") });
  const columns: Column<Move>[] = [
    {
      key: "who",
      head: t(`${of}.who`),
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
      head: t(`${of}.score`),
      align: "end",
      cell: ({ before, after }) => change(before && pointsText(before.scoreMilli), after && pointsText(after.scoreMilli)),
    },
  ];
  const told = state === "proposed" ? "preview" : "applied";
  const lead = moves === null ? t("unknown") : moves.length === 0 ? t(`${of}.none`) : t(`${of}.${told}`, { moved });
  return (
    <Section title={t(`${of}.title`)}>
      <p id={of === "persons" ? "effect" : `effect-${of}`} className="text-muted">
        {lead}
      </p>
      {moves && moves.length > 0 && (
        <DataTable caption={t(`${of}.title`)} columns={columns} rows={[...moves]} keyOf={({ key }) => String(key)} />
      )}
      {moves && moved > moves.length && <p className="text-muted text-sm">{t("first", { count: moves.length })}</p>}
    </Section>
  );
}

/** Who moves by a sanction, on every board there is: as it would be, or as it was when it was carried out. */
export function SanctionEffect({ sanction: { state, moves, moved, teams, branches } }: { sanction: Shown }): ReactNode {
  const persons = moves?.map(({ entryId, ...move }) => ({ key: entryId, ...move })) ?? null;
  const units = (of: Of, found: Shown["teams"]) =>
    found && (
      <BoardEffect {...{ of, state, moved: found.moved }} moves={found.moves?.map(({ id, ...move }) => ({ key: id, ...move })) ?? null} />
    );
  return (
    <>
      <BoardEffect of="persons" {...{ state, moved }} moves={persons} />
      {units("teams", teams)}
      {units("branches", branches)}
    </>
  );
}
