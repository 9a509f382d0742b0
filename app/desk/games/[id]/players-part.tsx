"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { askServer } from "#app/contests/ask-server.ts";
import { postJson } from "#app/desk/post-json.ts";
import { Badge } from "#ui/badge.tsx";
import { Button } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";

type Player = Readonly<{ id: number; name: string; branchName: string; team: number | null; isCaptain: boolean; isRemoved: boolean }>;

/** Who plays, asked for when the host wants to see it. */
export function PlayersPart({ id, teams, hasCaptains }: { id: number; teams: readonly string[]; hasCaptains: boolean }): ReactNode {
  const t = useTranslations("gameDesk.console");
  const [players, setPlayers] = useState<readonly Player[] | null>(null);
  const [refused, setRefused] = useState<string>();
  const path = `/api/desk/games/${id}/players`;
  const look = async (): Promise<void> => {
    const asked = await askServer<{ players: Player[] }>(path);
    if (asked.kind === "told") setPlayers(asked.value.players);
  };
  const act = async (playerId: number, what: "remove" | "captain"): Promise<void> => {
    const reply = await postJson(`${path}/${playerId}/${what}`, {});
    setRefused(reply.ok ? undefined : reply.refused.code);
    await look();
  };
  return (
    <Card title={t("people")}>
      <p className="text-muted text-sm">{t("peopleHint")}</p>
      <RefusalNotice code={refused} />
      <Button className="justify-self-start" onClick={() => void look()}>
        {t("showPeople")}
      </Button>
      {players && (
        <ul className="grid divide-y divide-line">
          {players.map((player) => (
            <li key={player.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
              <span className="min-w-0 flex-1">
                <span className="font-medium">{player.name}</span> <span className="text-muted text-sm">{player.branchName}</span>
                {player.team !== null && <span className="ms-2 text-sm">{teams[player.team]}</span>}
              </span>
              {player.isCaptain && <Badge tone="gold">{t("captain")}</Badge>}
              {player.isRemoved && <Badge>{t("isRemoved")}</Badge>}
              {hasCaptains && !player.isCaptain && !player.isRemoved && (
                <Button
                  compact
                  look="quiet"
                  aria-label={t("makeCaptainOf", { name: player.name })}
                  onClick={() => void act(player.id, "captain")}
                >
                  {t("makeCaptain")}
                </Button>
              )}
              {!player.isRemoved && (
                <Button
                  compact
                  look="quiet"
                  aria-label={t("removeOf", { name: player.name })}
                  onClick={() => void act(player.id, "remove")}
                >
                  {t("remove")}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
