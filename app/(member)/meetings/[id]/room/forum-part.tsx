import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "#ui/badge.tsx";
import { Button } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { ConfirmAct } from "./confirm-act.tsx";
import { ForumClock } from "./forum-clock.tsx";
import { ForumResult } from "./forum-result.tsx";
import { ForumSetup } from "./forum-setup.tsx";
import { useInRoom } from "./room-context.ts";
import type { Forum, Room } from "./room-page.ts";
import { ScoreForm } from "./score-form.tsx";
import { useTold } from "./use-room.ts";

type State = NonNullable<Room["forum"]>;

/** The presentation forum: rules, lot, clock, scores of the judges, result. */
export function ForumPart(): ReactNode {
  const t = useTranslations("room.forum");
  const { id, room, marks, you } = useInRoom();
  const { told, again } = useTold<Forum>(`/api/meetings/${id}/room/forum`, `${marks.forum} ${room.forum?.closedAt}`);
  const { forum } = room;
  const running = forum?.presenters.find(({ startedAt, endedAt }) => startedAt && !endedAt);
  return (
    <Card title={t("title")}>
      {forum && (
        <p className="text-muted text-sm">
          {t("rules", { minutes: forum.limitMs / 60_000, high: forum.dropHighest, low: forum.dropLowest })}
        </p>
      )}
      {forum && running && <ForumClock presenter={running} forum={forum} />}
      {forum && told?.result && <ForumResult result={told.result} />}
      {forum && !told?.result && (
        <ol className="grid gap-2">
          {forum.presenters.map((one) => (
            <PresenterLine key={one.id} presenter={one} forum={forum} own={told?.own ?? []} onDone={again} />
          ))}
        </ol>
      )}
      {forum && forum.presenters.length === 0 && <p className="text-muted">{t("empty")}</p>}
      {forum?.seed && (
        <p className="break-all text-muted text-sm">
          {t("seed")} <code>{forum.seed}</code>
        </p>
      )}
      {you.mayRun && forum?.closedAt == null && <ForumSetup told={told} onDone={again} />}
      {you.mayRun && forum?.seed && forum.closedAt === null && (
        <div className="flex flex-wrap">
          <ConfirmAct path="forum/close" label={t("close")} lead={t("closeLead")} />
        </div>
      )}
    </Card>
  );
}

type LineProps = { presenter: State["presenters"][number]; forum: State; own: Forum["own"]; onDone: () => Promise<void> };

function PresenterLine({ presenter, forum, own, onDone }: LineProps): ReactNode {
  const t = useTranslations("room.forum");
  const { room, you, act, busy } = useInRoom();
  const isRunning = presenter.startedAt !== null && presenter.endedAt === null;
  const runs = you.mayRun && room.state === "in_session" && forum.seed !== "";
  const path = `forum/presenters/${presenter.id}/${isRunning ? "stop" : "start"}`;
  return (
    <li className="grid gap-2 border-line border-b pb-2 last:border-b-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="tabular w-8 flex-none text-muted">{presenter.lot ?? "–"}</span>
        <span className="min-w-0 flex-1">
          <span className="font-medium">{presenter.name}</span>
          {presenter.topic && <span className="block text-muted text-sm">{presenter.topic}</span>}
        </span>
        {isRunning && <Badge tone="seal">{t("presenting")}</Badge>}
        <span className="tabular text-muted text-sm">{t("scored", { count: presenter.scores, of: forum.judges })}</span>
        {runs && (
          <Button compact pending={busy === path} onClick={() => void act(path)}>
            {t(isRunning ? "stop" : "start")}
          </Button>
        )}
        {you.mayRun && forum.seed === "" && (
          <Button compact look="quiet" onClick={() => void act(`forum/presenters/${presenter.id}/remove`)}>
            {t("remove")}
          </Button>
        )}
      </div>
      {you.isJudge && presenter.startedAt && room.state === "in_session" && (
        <ScoreForm
          presenter={presenter}
          most={forum.maxMilli}
          own={own.find(({ presenterId }) => presenterId === presenter.id)?.milli}
          onDone={onDone}
        />
      )}
    </li>
  );
}
