import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ConfirmForm } from "#ui/confirm-form.tsx";
import { TextField } from "#ui/field.tsx";
import { RankBadge } from "#ui/rank-badge.tsx";
import { DataTable } from "#ui/table.tsx";
import type { ArenaDesk } from "./page.tsx";

/** The whole board with names, and the way to strike somebody's duels out of it. */
export function BoardTable({ arenaId, board }: { arenaId: number; board: ArenaDesk["board"] }): ReactNode {
  const [t, tArena] = [useTranslations("arenaDesk"), useTranslations("arena")];
  return (
    <DataTable
      caption={tArena("board")}
      rows={board}
      keyOf={({ person }) => String(person.id)}
      empty={<p className="text-muted">{t("noBoard")}</p>}
      columns={[
        { key: "place", head: tArena("place"), cell: ({ place }) => <RankBadge rank={place} /> },
        {
          key: "name",
          head: tArena("name"),
          main: true,
          cell: ({ person }) => (
            <span lang="zh-CN" className="grid">
              {person.name}
              <span className="font-normal text-muted text-sm">{person.branchName}</span>
            </span>
          ),
        },
        { key: "points", head: tArena("points"), align: "end", cell: ({ points }) => <strong>{points}</strong> },
        { key: "games", head: tArena("games"), align: "end", cell: ({ games, wins }) => tArena("winsOf", { wins, games }) },
        {
          key: "strike",
          head: t("strike"),
          bare: true,
          cell: ({ person }) => (
            <ConfirmForm
              action={`/api/desk/arenas/${arenaId}/strikes`}
              fields={{ personId: String(person.id), next: `/desk/arenas/${arenaId}?done=struck` }}
              trigger={t("strikePerson")}
              triggerLook="quiet"
              compact
              title={t("strikePersonTitle", { name: person.name })}
              lead={t("strikeLead")}
              confirm={t("strike")}
            >
              <TextField label={t("reason")} name="reason" required maxLength={300} />
            </ConfirmForm>
          ),
        },
      ]}
    />
  );
}
