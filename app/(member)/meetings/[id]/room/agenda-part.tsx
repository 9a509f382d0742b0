import { CircleCheck, CircleDot } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { clockOf, Timer } from "#ui/timer.tsx";
import { ConfirmAct } from "./confirm-act.tsx";
import { useInRoom, useServerNow } from "./room-context.ts";
import type { Room } from "./room-page.ts";

type Item = Room["agenda"][number];

/** How long the running item still has; over time it counts up, with a sign. */
function RunningTime({ item }: { item: Item }): ReactNode {
  const t = useTranslations("room.agenda");
  const { time } = useInRoom();
  const now = useServerNow(time);
  if (now === null || item.startedAt === null) return null;
  const left = Date.parse(item.startedAt) + item.minutes * 60_000 - now;
  if (left > 0) return <Timer leftMs={left} label={t("left")} urgent={left < 60_000} />;
  return <span className="tabular font-semibold text-seal">{t("over", { time: clockOf(-left) })}</span>;
}

/** The agenda with the time of the item that runs; whoever runs the meeting moves it on. */
export function AgendaPart(): ReactNode {
  const [t, tNow] = [useTranslations("room.agenda"), useTranslations("room.now")];
  const { room, you, act, busy } = useInRoom();
  const running = room.agenda.find(({ startedAt, endedAt }) => startedAt && !endedAt);
  const runs = room.state === "in_session" && you.mayRun;
  return (
    <Card title={t("title")}>
      {room.agenda.length === 0 && <p className="text-muted">{t("empty")}</p>}
      <ol className="grid gap-1">
        {room.agenda.map((item) => (
          <li
            key={item.id}
            aria-current={item.id === running?.id ? "step" : undefined}
            className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-sm px-2 py-1.5 aria-[current=step]:bg-seal-wash"
          >
            <ItemMark item={item} />
            <span className="min-w-0 flex-1">
              {item.title}
              {item.person && <span className="text-muted"> · {item.person}</span>}
            </span>
            {item.id === running?.id ? (
              <RunningTime item={item} />
            ) : (
              <span className="text-muted text-sm">{t("minutes", { count: item.minutes })}</span>
            )}
            {runs && item.id !== running?.id && (
              <Button
                compact
                look="quiet"
                onClick={() => void act(`agenda/${item.id}/start`)}
                aria-label={t("startOne", { title: item.title })}
              >
                {t("start")}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {runs && room.agenda.length > 0 && (
        <div className="flex flex-wrap gap-3">
          <Button look="primary" pending={busy === "next"} onClick={() => void act("next", running ? { after: running.id } : {})}>
            {t(running ? "next" : "begin")}
          </Button>
          {running && (
            <Button pending={busy === "pause"} onClick={() => void act("pause")}>
              {t("pause")}
            </Button>
          )}
        </div>
      )}
      {runs && (
        <div className="flex flex-wrap border-line border-t pt-3">
          <ConfirmAct path="close" label={tNow("close")} lead={tNow("closeLead")} />
        </div>
      )}
    </Card>
  );
}

function ItemMark({ item }: { item: Item }): ReactNode {
  if (item.endedAt) return <CircleCheck aria-hidden className="size-4 flex-none text-pine" />;
  return <CircleDot aria-hidden className={item.startedAt ? "size-4 flex-none text-seal" : "size-4 flex-none text-line"} />;
}
