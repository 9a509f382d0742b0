"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { wallTimeOf } from "#app/desk/contests/wizard/wall-time.ts";
import { Button } from "#ui/button.tsx";
import { TextField } from "#ui/field.tsx";
import type { ItemEdit } from "./edit-draft.ts";
import { type HeldMeeting, MeetingPicker } from "./meeting-picker.tsx";

type Props = {
  item: ItemEdit;
  branchId: string;
  /** What the meeting it is is called, where that may be told. */
  title: string | undefined;
  at: (field: string) => string | undefined;
  change: (part: Partial<ItemEdit>) => void;
  learnTitle: (id: string, title: string) => void;
};

/** A meeting of a group or branch, or a time and a place of its own. */
export function MeetingFields({ item, branchId, title, at, change, learnTitle }: Props): ReactNode {
  const t = useTranslations("programmeDesk");
  const pick = (meeting: HeldMeeting): void => {
    learnTitle(String(meeting.id), meeting.title);
    change({
      ...{ meetingId: String(meeting.id), place: meeting.place },
      ...{ startsAt: wallTimeOf(new Date(meeting.startsAt)), endsAt: wallTimeOf(new Date(meeting.endsAt)) },
      ...(item.title.trim() === "" && { title: meeting.title }),
    });
  };
  if (item.meetingId !== "")
    return (
      <div className="flex flex-wrap items-center justify-between gap-3 rounded-md bg-sunken px-4 py-3">
        <p>
          {t("held.chosen", { title: title ?? t("held.untold", { id: item.meetingId }), when: item.startsAt.replace("T", " ") })}
          {at("meetingId") && <span className="block text-seal">{at("meetingId")}</span>}
        </p>
        <Button look="quiet" onClick={() => change({ meetingId: "" })}>
          {t("held.leave")}
        </Button>
      </div>
    );
  return (
    <>
      <MeetingPicker branchId={branchId} error={at("meetingId")} hint={t("held.hint")} onPick={pick} />
      <div className="grid items-start gap-4 sm:grid-cols-3">
        {(["startsAt", "endsAt"] as const).map((name) => (
          <TextField
            key={name}
            type="datetime-local"
            label={t(`fields.${name}`)}
            value={item[name]}
            error={at(`meeting.${name}`) ?? (name === "startsAt" ? at("meeting") : undefined)}
            onChange={(event) => change({ [name]: event.currentTarget.value })}
          />
        ))}
        <TextField
          label={t("fields.place")}
          optional
          maxLength={120}
          value={item.place}
          error={at("meeting.place")}
          onChange={(event) => change({ place: event.currentTarget.value })}
        />
      </div>
    </>
  );
}
