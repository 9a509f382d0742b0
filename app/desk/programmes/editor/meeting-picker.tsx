"use client";
import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "#ui/button.tsx";
import { TextField } from "#ui/field.tsx";
import { TimeText } from "#ui/time-text.tsx";

/** A meeting of a group or branch, as it is found. */
export type HeldMeeting = Readonly<{ id: number; title: string; startsAt: string; endsAt: string; place: string; holder: string }>;
type Props = { branchId: string; error: string | undefined; hint: string; onPick: (meeting: HeldMeeting) => void };

async function find(branchId: string, q: string, day: string): Promise<readonly HeldMeeting[]> {
  try {
    const reply = await fetch(`/api/desk/programme-meetings?${new URLSearchParams({ branchId, q, day })}`, {
      headers: { accept: "application/json" },
    });
    return reply.ok ? ((await reply.json()) as { meetings: HeldMeeting[] }).meetings : [];
  } catch {
    return [];
  }
}

/** A meeting that is planned, looked for by words of its title or its group's name, or by its day, and pressed. */
export function MeetingPicker({ branchId, error, hint, onPick }: Props): ReactNode {
  const t = useTranslations("programmeDesk");
  const [q, setQ] = useState("");
  const [day, setDay] = useState("");
  const [found, setFound] = useState<readonly HeldMeeting[] | null>(null);
  const [isLooking, setLooking] = useState(false);
  const look = async (): Promise<void> => {
    setLooking(true);
    setFound(await find(branchId, q.trim(), day));
    setLooking(false);
  };
  return (
    <div className="grid gap-2">
      <div className="grid items-start gap-4 sm:grid-cols-[1fr_auto_auto]">
        <TextField
          label={t("held.as")}
          optional
          type="search"
          hint={hint}
          value={q}
          maxLength={60}
          error={error}
          onChange={(event) => setQ(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
            event.preventDefault();
            void look();
          }}
        />
        <TextField label={t("held.day")} optional type="date" value={day} onChange={(event) => setDay(event.currentTarget.value)} />
        <Button className="sm:mt-7" pending={isLooking} onClick={() => void look()}>
          <Search aria-hidden className="size-4" />
          {t("find")}
        </Button>
      </div>
      {found && (
        <ul className="grid rounded-md border border-line" aria-label={t("foundList")}>
          {found.length === 0 && <li className="px-3 py-2.5 text-muted">{t("held.none")}</li>}
          {found.map((meeting) => (
            <li key={meeting.id} className="border-line border-b last:border-b-0">
              <button
                type="button"
                className="flex min-h-11 w-full flex-wrap items-center justify-between gap-x-3 px-3 py-2 text-start hover:bg-sunken"
                onClick={() => onPick(meeting)}
              >
                <span>
                  {meeting.title} <span className="text-muted text-sm">{meeting.holder}</span>
                </span>
                <TimeText at={new Date(meeting.startsAt)} form="dated" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
