import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import { Badge, type Tone } from "#ui/badge.tsx";
import { Button } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { TextField } from "#ui/field.tsx";
import { useInRoom } from "./room-context.ts";
import type { RoomPeople } from "./room-page.ts";
import { useTold } from "./use-room.ts";

const TONES: Record<RoomPeople["people"][number]["attendance"], Tone> = {
  ...{ present: "pine", late: "amber", leave: "indigo", absent: "plain", expected: "plain" },
};

/** Who is here, for whoever runs the meeting or keeps its record: ticking, leave, and somebody at the door. */
export function PeoplePart(): ReactNode {
  const t = useTranslations("room.people");
  const { id, room, marks, you, act, busy } = useInRoom();
  const { told, again } = useTold<RoomPeople>(`/api/meetings/${id}/room/people`, `${marks.people} ${room.counts.here}`);
  const isOpen = room.openedAt !== null && room.state !== "archived" && room.state !== "cancelled";
  return (
    <Card title={t("title")} aside={t("count", { here: room.counts.here, expected: room.counts.expected })}>
      {you.mayRun && told && told.knocks.length > 0 && <KnockList knocks={told.knocks} onAnswered={again} />}
      <ul className="grid gap-1">
        {told?.people.map((one) => {
          const isHere = one.mode !== null;
          return (
            <li key={one.personId} className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-b py-1 last:border-b-0">
              <span className="min-w-0 flex-1">
                {one.name} <span className="text-muted text-sm">{one.branch}</span>
                {(one.excuse || one.replyReason) && <span className="block text-muted text-sm">{one.excuse || one.replyReason}</span>}
              </span>
              <Badge tone={TONES[one.attendance]}>
                {t(one.attendance)}
                {one.mode === "online" && ` · ${t("online")}`}
                {one.leftAt && ` · ${t("left")}`}
              </Badge>
              {isOpen && (
                <Button
                  compact
                  look="quiet"
                  pending={busy === (isHere ? "ticks/undo" : "ticks")}
                  aria-label={t(isHere ? "undoOne" : "tickOne", { name: one.name })}
                  onClick={() => void act(isHere ? "ticks/undo" : "ticks", { personId: one.personId }).then(again)}
                >
                  {t(isHere ? "undo" : "tick")}
                </Button>
              )}
              {!isHere && one.attendance !== "leave" && (
                <Button
                  compact
                  look="quiet"
                  aria-label={t("excuseOne", { name: one.name })}
                  onClick={() => void act("excuses", { personId: one.personId, excuse: t("excused") }).then(again)}
                >
                  {t("excuse")}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {you.mayRun && isOpen && <GuestForm onAdded={again} />}
    </Card>
  );
}

function KnockList({ knocks, onAnswered }: { knocks: RoomPeople["knocks"]; onAnswered: () => Promise<void> }): ReactNode {
  const t = useTranslations("room.people");
  const { act, busy } = useInRoom();
  return (
    <ul className="grid rounded-md border border-amber px-3" aria-label={t("atDoor")}>
      {knocks.map(({ personId, name, branch, mode }) => {
        const path = `knocks/${personId}/answer`;
        return (
          <li key={personId} className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-b py-2 last:border-b-0">
            <span className="min-w-0 flex-1">
              {t(mode === "online" ? "knocksOnline" : "knocks", { name })} <span className="text-muted text-sm">{branch}</span>
            </span>
            <Button compact pending={busy === path} onClick={() => void act(path, { admit: true }).then(onAnswered)}>
              {t("admit")}
            </Button>
            <Button compact look="quiet" onClick={() => void act(path, { admit: false }).then(onAnswered)}>
              {t("decline")}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}

function GuestForm({ onAdded }: { onAdded: () => Promise<void> }): ReactNode {
  const t = useTranslations("room.people");
  const { act, busy } = useInRoom();
  const [who, setWho] = useState("");
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!(await act("guests", { who }))) return;
    setWho("");
    await onAdded();
  };
  return (
    <form className="flex flex-wrap items-end gap-3 border-line border-t pt-3" onSubmit={(event) => void send(event)}>
      <div className="min-w-40 flex-1">
        <TextField label={t("guest")} maxLength={64} required value={who} onChange={(event) => setWho(event.currentTarget.value)} />
      </div>
      <Button type="submit" pending={busy === "guests"}>
        {t("addGuest")}
      </Button>
    </form>
  );
}
