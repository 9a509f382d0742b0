import { useTranslations } from "next-intl";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { Button, LinkButton } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { CheckInForm } from "./check-in-form.tsx";
import { ConfirmAct } from "./confirm-act.tsx";
import { useInRoom } from "./room-context.ts";

// Most people of a room are on its list and never knock.
const KnockPart = lazy(async () => ({ default: (await import("./knock-part.tsx")).KnockPart }));

/** The one thing to do now. */
export function NowCard({ code }: { code: string }): ReactNode {
  const t = useTranslations("room");
  const { id, room, you, act, busy } = useInRoom();
  const [isPutOff, putOff] = useState(false);
  if (room.state === "planned" || room.state === "open")
    return (
      <Card title={t("now.notOpen")}>
        <p className="text-muted">{t(you.mayRun ? "now.notOpenChair" : "now.notOpenMember")}</p>
        {you.mayRun && (
          <Button look="primary" className="justify-self-start" pending={busy === "open"} onClick={() => void act("open")}>
            {t("now.open")}
          </Button>
        )}
      </Card>
    );
  if (room.state !== "in_session")
    return (
      <Card title={t("now.over")}>
        <p className="text-muted">{t("now.overLead")}</p>
        {room.state !== "cancelled" && (
          <LinkButton look="primary" href={`/meetings/${id}/record`} className="justify-self-start">
            {t("now.toRecord")}
          </LinkButton>
        )}
        {you.mayRun && room.state === "minutes_draft" && (
          <ConfirmAct path="reopen" label={t("now.reopen")} lead={t("now.reopenLead")} look="quiet" />
        )}
      </Card>
    );
  if (!you.onRoster && !you.mayRun && !you.isJudge)
    return (
      <Suspense>
        <KnockPart id={id} first={you.knock} />
      </Suspense>
    );
  const own = room.queue.find(({ personId }) => personId === you.personId);
  if (you.onRoster && !you.checkIn && !isPutOff) return <CheckInForm code={code} onLater={() => putOff(true)} />;
  if (own?.calledAt)
    return (
      <Card title={t("now.yourTurn")}>
        <p className="text-muted">{t("now.yourTurnLead")}</p>
        <Button className="justify-self-start" pending={busy === "queue/withdraw"} onClick={() => void act("queue/withdraw")}>
          {t("queue.done")}
        </Button>
      </Card>
    );
  if (room.polls.length > 0 && you.onRoster)
    return (
      <Card title={t("now.poll", { count: room.polls.length })}>
        <a href="#polls" className="inline-flex min-h-11 items-center text-seal underline underline-offset-4">
          {t("now.toPoll")}
        </a>
      </Card>
    );
  const running = room.agenda.find(({ startedAt, endedAt }) => startedAt && !endedAt);
  return (
    <Card
      title={running ? t("now.running", { title: running.title }) : t("now.between")}
      aside={
        you.checkIn && (
          <span>
            {t("checkIn.done", { mode: t(`checkIn.${you.checkIn.mode}`) })}
            {you.checkIn.isLate && ` · ${t("people.late")}`}
          </span>
        )
      }
    >
      <div className="flex flex-wrap gap-3">
        {you.checkIn && !you.checkIn.leftAt && (
          <Button look="quiet" pending={busy === "left"} onClick={() => void act("left")}>
            {t("checkIn.leave")}
          </Button>
        )}
        {you.checkIn?.leftAt && (
          <Button look="quiet" pending={busy === "left"} onClick={() => void act("left", { isBack: true })}>
            {t("checkIn.back")}
          </Button>
        )}
      </div>
    </Card>
  );
}
