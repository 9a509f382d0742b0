import { Mic } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "#ui/badge.tsx";
import { Button } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { useInRoom } from "./room-context.ts";

/** Who speaks and who asked to, in order; whoever runs the meeting calls. */
export function QueuePart(): ReactNode {
  const t = useTranslations("room.queue");
  const { room, you, act, busy } = useInRoom();
  if (room.state !== "in_session") return null;
  const own = room.queue.find(({ personId }) => personId === you.personId);
  return (
    <Card title={t("title")} aside={room.queue.length > 0 && t("count", { count: room.queue.length })}>
      {room.queue.length === 0 && <p className="text-muted">{t("empty")}</p>}
      {you.takesPart && !own?.calledAt && (
        <Button
          look={own ? "secondary" : "primary"}
          className="justify-self-start"
          pending={busy === "queue" || busy === "queue/withdraw"}
          onClick={() => void act(own ? "queue/withdraw" : "queue")}
        >
          {t(own ? "withdraw" : "ask")}
        </Button>
      )}
      <ol className="grid gap-1" aria-live="polite">
        {room.queue.map((entry) => (
          <li key={entry.id} className="flex min-h-11 flex-wrap items-center gap-3">
            <span className="min-w-0 flex-1 font-medium">{entry.name}</span>
            {entry.calledAt && (
              <Badge tone="seal" icon={Mic}>
                {t("speaking")}
              </Badge>
            )}
            {you.mayRun && !entry.calledAt && (
              <Button compact pending={busy === `queue/${entry.id}/call`} onClick={() => void act(`queue/${entry.id}/call`)}>
                {t("call")}
              </Button>
            )}
            {you.mayRun && (
              <Button compact look="quiet" pending={busy === `queue/${entry.id}/end`} onClick={() => void act(`queue/${entry.id}/end`)}>
                {t(entry.calledAt ? "end" : "take")}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}
