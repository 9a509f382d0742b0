import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { pointsText } from "#app/contests/points-text.ts";
import type { Effect } from "#server/rulings/effect.ts";
import { Figure } from "#ui/figure.tsx";
import { type Column, DataTable } from "#ui/table.tsx";

const MOST_LINES = 200;

/** Before → after, in one cell. */
function Change({ before, after }: { before: string | number; after: string | number }): ReactNode {
  return <span className="tabular whitespace-nowrap">{before === after ? before : `${before} → ${after}`}</span>;
}

/** What a ruling changes: people, places, branches, programmes, certificates. */
export function EffectView({ effect, isDone }: { effect: Effect; isDone: boolean }): ReactNode {
  const t = useTranslations("rulings");
  const people: Column<Effect["lines"][number]>[] = [
    { key: "name", head: t("person"), main: true, cell: ({ name }) => name },
    { key: "branch", head: t("branch"), cell: ({ branchName }) => branchName },
    {
      key: "score",
      head: t("score"),
      align: "end",
      cell: (line) => <Change before={pointsText(line.scoreBefore)} after={pointsText(line.scoreAfter)} />,
    },
    { key: "rank", head: t("rank"), align: "end", cell: (line) => <Change before={line.rankBefore} after={line.rankAfter} /> },
  ];
  const branches: Column<Effect["branches"][number]>[] = [
    { key: "name", head: t("branch"), main: true, cell: ({ name }) => name },
    {
      key: "value",
      head: t("value"),
      align: "end",
      cell: (line) => <Change before={pointsText(line.valueBefore)} after={pointsText(line.valueAfter)} />,
    },
    { key: "rank", head: t("rank"), align: "end", cell: (line) => <Change before={line.rankBefore} after={line.rankAfter} /> },
  ];
  return (
    <div className="grid gap-6">
      <div className="flex flex-wrap gap-x-10 gap-y-5">
        {(["papers", "gained", "lost", "moved", "outcomes", "cards"] as const).map((name) => (
          <Figure key={name} value={effect[name]} label={t(`figures.${name}`)} />
        ))}
        <Figure value={effect.certificates.length} label={t("figures.certificates")} />
      </div>
      {effect.papers === 0 && <p className="text-muted">{t("changesNothing")}</p>}
      {effect.programmes.length > 0 && (
        <ul className="grid gap-1">
          {effect.programmes.map(({ programmeId, title, completed, reopened }) => (
            <li key={programmeId}>{t("programme", { title, completed, reopened })}</li>
          ))}
        </ul>
      )}
      {effect.certificates.length > 0 && (
        <div className="grid gap-1">
          <h3 className="font-semibold">{t(isDone ? "lapsed" : "willLapse")}</h3>
          <ul>
            {effect.certificates.map(({ id, serial, name }) => (
              <li key={id} className="tabular">
                {serial} · {name}
              </li>
            ))}
          </ul>
        </div>
      )}
      {effect.deserving.length > 0 && (
        <div className="grid gap-1">
          <h3 className="font-semibold">{t(isDone ? "deserving" : "willDeserve")}</h3>
          <p className="text-muted text-sm">{t("deservingLead")}</p>
          <ul>
            {effect.deserving.map(({ programmeId, programme, personId, name }) => (
              <li key={`${programmeId}-${personId}`}>{t("deservingOne", { name, programme })}</li>
            ))}
          </ul>
        </div>
      )}
      {effect.branches.length > 0 && (
        <div className="grid gap-2">
          <h3 className="font-semibold">{t("branches")}</h3>
          <DataTable caption={t("branches")} columns={branches} rows={effect.branches} keyOf={({ branchId }) => String(branchId)} />
        </div>
      )}
      {effect.lines.length > 0 && (
        <div className="grid gap-2">
          <h3 className="font-semibold">{t("people")}</h3>
          {effect.lines.length > MOST_LINES && (
            <p className="text-muted text-sm">{t("firstLines", { most: MOST_LINES, all: effect.lines.length })}</p>
          )}
          <DataTable
            caption={t("people")}
            columns={people}
            rows={effect.lines.slice(0, MOST_LINES)}
            keyOf={({ entryId }) => String(entryId)}
          />
        </div>
      )}
    </div>
  );
}
