import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { MeetingState } from "#domain/meetings/state.ts";
import { LinkCard } from "#ui/card.tsx";
import { TimeText } from "#ui/time-text.tsx";
import { MeetingBadge } from "./meeting-badge.tsx";

export type ListedMeeting = Readonly<{
  id: number;
  title: string;
  kindName: string;
  kindNameEn: string;
  state: MeetingState;
  startsAt: Date;
  endsAt: Date;
  place: string;
  isOnline: boolean;
  group: Readonly<{ name: string }> | null;
  branch: string;
  leadReader: string | null;
  onRoster: boolean;
  reply: "yes" | "online" | "leave" | null;
}>;

/** One meeting of a list: the day as a leaf of a calendar, what and where, and how one replied. */
export async function MeetingCard({ meeting, level = 3 }: { meeting: ListedMeeting; level?: 2 | 3 }): Promise<ReactNode> {
  const [t, locale, format] = await Promise.all([getTranslations("meetings"), getLocale(), getFormatter()]);
  const { id, title, startsAt, endsAt, place, isOnline, group, branch, leadReader, state, onRoster, reply } = meeting;
  const facts = [
    (locale === "en" && meeting.kindNameEn) || meeting.kindName,
    group?.name ?? branch,
    place || (isOnline ? t("online") : ""),
    leadReader ? t("ledBy", { name: leadReader }) : "",
  ].filter((fact) => fact !== "");
  return (
    <LinkCard
      href={`/meetings/${id}`}
      level={level}
      title={title}
      mark={
        <span aria-hidden className="grid w-12 flex-none justify-items-center rounded-sm bg-sunken py-1.5 leading-none">
          <span className="tabular font-display font-semibold text-xl">
            {format.dateTime(startsAt, { day: "numeric" }).replace(/\D/g, "")}
          </span>
          <span className="mt-1 text-muted text-xs">{format.dateTime(startsAt, { month: "short" })}</span>
        </span>
      }
      lead={
        <>
          <span className="block">
            <TimeText at={startsAt} />
            {" – "}
            <TimeText at={endsAt} form="clock" />
          </span>
          <span className="block">{facts.join(" · ")}</span>
        </>
      }
      aside={
        <span className="flex flex-wrap items-center gap-2">
          {onRoster && state === "open" && <span className="text-muted">{t(reply ? `replies.${reply}` : "replies.none")}</span>}
          <MeetingBadge state={state} />
        </span>
      }
    />
  );
}
