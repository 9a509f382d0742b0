import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "#ui/badge.tsx";
import { ConfirmForm } from "#ui/confirm-form.tsx";
import { TextField } from "#ui/field.tsx";
import { DataTable } from "#ui/table.tsx";
import { TimeText } from "#ui/time-text.tsx";
import type { ArenaDesk } from "./page.tsx";

type Player = ArenaDesk["duels"][number]["players"][number];

/** The duels of an arena, the latest first: who met whom, how it ended, whether it counts. */
export function DuelTable({ arenaId, duels }: { arenaId: number; duels: ArenaDesk["duels"] }): ReactNode {
  const [t, tArena] = [useTranslations("arenaDesk"), useTranslations("arena")];
  const said = ({ name, result }: Player) =>
    result === null ? name : result < 0 ? t("playerLeft", { name }) : t("player", { name, right: result });
  return (
    <DataTable
      caption={t("duels")}
      rows={duels}
      keyOf={({ id }) => String(id)}
      empty={<p className="text-muted">{t("noDuels")}</p>}
      columns={[
        {
          key: "players",
          head: t("players"),
          main: true,
          cell: ({ players }) => <span lang="zh-CN">{players.map(said).join(" — ")}</span>,
        },
        { key: "ended", head: t("ended"), cell: ({ endedAt }) => (endedAt ? <TimeText at={endedAt} form="second" /> : "—") },
        {
          key: "verdict",
          head: t("counts"),
          cell: ({ verdict }) => <Badge tone={verdict === "counts" ? "pine" : "plain"}>{tArena(`verdicts.${verdict}`)}</Badge>,
        },
        {
          key: "strike",
          head: t("strike"),
          bare: true,
          cell: ({ id, verdict }) =>
            verdict === "struck" ? null : (
              <ConfirmForm
                action={`/api/desk/arenas/${arenaId}/strikes`}
                fields={{ matchId: String(id), next: `/desk/arenas/${arenaId}?done=struck` }}
                trigger={t("strikeDuel")}
                triggerLook="quiet"
                compact
                title={t("strikeDuelTitle")}
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
