import { Wifi, WifiOff } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "#ui/badge.tsx";
import { useInRoom } from "./room-context.ts";

/** State, who leads, how many are here, and whether the line stands. */
export function RoomHead({ isLive }: { isLive: boolean }): ReactNode {
  const t = useTranslations("room");
  const { room, duties } = useInRoom();
  const { expected, here, online } = room.counts;
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <Badge tone={room.state === "in_session" ? "seal" : "plain"}>{t(`states.${room.state}`)}</Badge>
      {duties.chair && <span>{t("chair", { name: duties.chair })}</span>}
      {duties.recorder && <span>{t("recorder", { name: duties.recorder })}</span>}
      <span className="tabular">{t("here", { here, expected, online })}</span>
      {room.state === "in_session" && (
        <span role="status" className="inline-flex items-center gap-1 text-sm">
          {isLive ? <Wifi aria-hidden className="size-4 text-pine" /> : <WifiOff aria-hidden className="size-4 text-amber" />}
          {t(isLive ? "live" : "connecting")}
        </span>
      )}
    </span>
  );
}
