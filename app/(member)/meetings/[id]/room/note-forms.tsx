import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "#ui/button.tsx";
import { AreaField, SelectField, TextField } from "#ui/field.tsx";
import { newKey } from "./new-key.ts";
import { useInRoom } from "./room-context.ts";
import type { RoomPeople } from "./room-page.ts";
import { useDraft } from "./use-draft.ts";
import { useTold } from "./use-room.ts";

/** A line that goes by the outbox: it is safe from the first letter, and the same words twice are one. */
export function LineForm({ name, label }: { name: "questions" | "takeaways"; label: string }): ReactNode {
  const t = useTranslations("room.notes");
  const { id, you, outbox } = useInRoom();
  const draft = useDraft(`${you.personId}:${id}:${name}`, "");
  const send = (event: FormEvent): void => {
    event.preventDefault();
    const text = draft.text.trim();
    if (text !== "" && outbox.write({ key: newKey(), path: `/api/meetings/${id}/room/${name}`, body: { body: text }, text })) draft.clear();
  };
  return (
    <form className="grid gap-3 border-line border-t pt-3" onSubmit={send}>
      <AreaField
        label={label}
        rows={2}
        maxLength={name === "questions" ? 500 : 2_000}
        value={draft.text}
        onChange={(event) => draft.change(event.currentTarget.value)}
      />
      <Button type="submit" className="justify-self-start">
        {t("send")}
      </Button>
    </form>
  );
}

/** A decision with who sees to it and until when; it goes by the outbox too. */
export function DecisionForm(): ReactNode {
  const t = useTranslations("room.notes");
  const { id, you, marks, outbox } = useInRoom();
  const { told } = useTold<RoomPeople>(`/api/meetings/${id}/room/people`, marks.people);
  const draft = useDraft(`${you.personId}:${id}:decisions`, "");
  const [more, setMore] = useState({ ownerId: "", dueOn: "" });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    const text = draft.text.trim();
    const kept = { key: newKey(), path: `/api/meetings/${id}/room/decisions`, body: { body: text, ...more }, text };
    if (text === "" || !outbox.write(kept)) return;
    draft.clear();
    setMore({ ownerId: "", dueOn: "" });
  };
  return (
    <form className="grid gap-3 border-line border-t pt-3" onSubmit={send}>
      <AreaField
        label={t("decide")}
        rows={2}
        maxLength={1_000}
        value={draft.text}
        onChange={(event) => draft.change(event.currentTarget.value)}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <SelectField label={t("owner")} value={more.ownerId} onChange={(event) => setMore({ ...more, ownerId: event.currentTarget.value })}>
          <option value="">{t("nobody")}</option>
          {told?.people.map((one) => (
            <option key={one.personId} value={one.personId}>
              {one.name}
            </option>
          ))}
        </SelectField>
        <TextField
          label={t("due")}
          type="date"
          value={more.dueOn}
          onChange={(event) => setMore({ ...more, dueOn: event.currentTarget.value })}
        />
      </div>
      <Button type="submit" className="justify-self-start">
        {t("send")}
      </Button>
    </form>
  );
}
