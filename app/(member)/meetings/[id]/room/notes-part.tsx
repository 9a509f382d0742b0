import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { TimeText } from "#ui/time-text.tsx";
import { DecisionForm, LineForm } from "./note-forms.tsx";
import { useInRoom } from "./room-context.ts";
import type { Notes } from "./room-page.ts";
import { useTold } from "./use-room.ts";

/** What is asked from the floor, decided, and taken away. */
export function NotesPart(): ReactNode {
  const t = useTranslations("room.notes");
  const { id, room, marks, you, act } = useInRoom();
  const { told, again } = useTold<Notes>(`/api/meetings/${id}/room/notes`, `${marks.decisions} ${marks.questions}`);
  const isOpen = room.openedAt !== null && room.state !== "archived" && room.state !== "cancelled";
  return (
    <>
      <Card title={t("questions")}>
        {told?.questions.length === 0 && <p className="text-muted">{t("noQuestions")}</p>}
        <ul className="grid gap-2">
          {told?.questions.map((one) => (
            <li key={one.id} className="flex flex-wrap items-center gap-x-3">
              <span className={one.isAnswered ? "min-w-0 flex-1 text-muted" : "min-w-0 flex-1"}>
                {one.body} <span className="text-muted text-sm">— {one.name}</span>
              </span>
              {one.isAnswered && <span className="text-pine text-sm">{t("answered")}</span>}
              {you.mayRun && isOpen && (
                <Button
                  compact
                  look="quiet"
                  onClick={() => void act(`questions/${one.id}/answered`, { isOpen: one.isAnswered }).then(again)}
                >
                  {t(one.isAnswered ? "reopen" : "settle")}
                </Button>
              )}
            </li>
          ))}
        </ul>
        {you.takesPart && room.state === "in_session" && <LineForm name="questions" label={t("ask")} />}
      </Card>
      <Card title={t("decisions")}>
        {told?.decisions.length === 0 && <p className="text-muted">{t("noDecisions")}</p>}
        <ul className="grid gap-2">
          {told?.decisions.map((one) => (
            <li key={one.id} className="flex flex-wrap items-center gap-x-3">
              <span className="min-w-0 flex-1">
                {one.body}
                <span className="text-muted text-sm">
                  {one.owner && ` · ${one.owner}`}
                  {one.dueAt && " · "}
                  {one.dueAt && <TimeText at={new Date(one.dueAt)} form="day" />}
                </span>
              </span>
              {you.mayRecord && isOpen && (
                <Button compact look="quiet" onClick={() => void act(`decisions/${one.id}/remove`).then(again)}>
                  {t("remove")}
                </Button>
              )}
            </li>
          ))}
        </ul>
        {you.mayRecord && isOpen && <DecisionForm />}
      </Card>
      <Card title={t("takeaways")}>
        {told?.takeaways.length === 0 && <p className="text-muted">{t("noTakeaways")}</p>}
        <ul className="grid gap-2">
          {told?.takeaways.map((one) => (
            <li key={one.id} className="flex flex-wrap items-center gap-x-3">
              <span className="min-w-0 flex-1 whitespace-pre-wrap">
                {one.body} <span className="text-muted text-sm">— {one.name}</span>
              </span>
              {one.isOwn && isOpen && (
                <Button compact look="quiet" onClick={() => void act(`takeaways/${one.id}/remove`).then(again)}>
                  {t("remove")}
                </Button>
              )}
            </li>
          ))}
        </ul>
        {you.takesPart && isOpen && <LineForm name="takeaways" label={t("takeAway")} />}
      </Card>
    </>
  );
}
