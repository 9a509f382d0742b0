import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { useInRoom } from "./room-context.ts";
import type { RoomPeople, Speech, Speeches } from "./room-page.ts";
import { SpeechForm } from "./speech-form.tsx";
import { useTold } from "./use-room.ts";

/** What was said, and a field for more: one's own words, or, for whoever keeps the record, a note of anybody's. */
export function SpeechesPart(): ReactNode {
  const t = useTranslations("room.speeches");
  const { id, room, marks, you } = useInRoom();
  const { told } = useTold<Speeches>(`/api/meetings/${id}/room/speeches`, `${marks.speeches} ${room.speeches.length}`);
  const isOpen = room.openedAt !== null && room.state !== "archived" && room.state !== "cancelled";
  const mayWrite = isOpen && (you.mayRecord || (you.takesPart && room.state === "in_session"));
  return (
    <Card title={t("title")} aside={t("count", { count: room.speeches.length })}>
      {mayWrite && (you.mayRecord ? <NoteForm /> : <SpeechForm personId={you.personId} label={t("own")} />)}
      {told && told.speeches.length === 0 && <p className="text-muted">{t("empty")}</p>}
      <ol className="grid gap-4">
        {told?.speeches.map((speech) => (
          <SpeechLine key={speech.key} speech={speech} mayEdit={isOpen && (you.mayRecord || speech.personId === you.personId)} />
        ))}
      </ol>
    </Card>
  );
}

/** The recorder's field: whose words, then the words; each speaker's unfinished note is kept apart. */
function NoteForm(): ReactNode {
  const t = useTranslations("room.speeches");
  const { id, room, marks, you } = useInRoom();
  const { told } = useTold<RoomPeople>(`/api/meetings/${id}/room/people`, marks.people);
  const speaking = room.queue.find(({ calledAt }) => calledAt !== null);
  const [chosen, setChosen] = useState<number | null>(null);
  const personId = chosen ?? speaking?.personId ?? you.personId;
  const people = told?.people ?? [];
  const known = people.some((one) => one.personId === you.personId) ? people : [{ personId: you.personId, name: you.name }, ...people];
  return (
    <div className="grid gap-3">
      <label className="grid gap-1.5">
        <span className="font-medium">{t("speaker")}</span>
        <select
          className="min-h-11 rounded-md border border-edge bg-raised px-3"
          value={personId}
          onChange={(event) => setChosen(Number(event.currentTarget.value))}
        >
          {known.map((one) => (
            <option key={one.personId} value={one.personId}>
              {one.name}
            </option>
          ))}
        </select>
      </label>
      <SpeechForm key={personId} personId={personId} label={t("note")} />
    </div>
  );
}

function SpeechLine({ speech, mayEdit }: { speech: Speech; mayEdit: boolean }): ReactNode {
  const [t, tCommon] = [useTranslations("room.speeches"), useTranslations("common")];
  const { act } = useInRoom();
  const [isEdited, setEdited] = useState(false);
  return (
    <li className="grid gap-1 border-line border-s-2 ps-3">
      <p className="flex flex-wrap items-baseline gap-x-3 text-sm">
        <span className="font-semibold text-base">{speech.name}</span>
        {speech.notedBy && <span className="text-muted">{t("notedBy", { name: speech.notedBy })}</span>}
      </p>
      {isEdited ? (
        <SpeechForm personId={speech.personId} label={t("edit")} speech={speech} onDone={() => setEdited(false)} />
      ) : (
        <p className="whitespace-pre-wrap break-words leading-relaxed">{speech.body}</p>
      )}
      {mayEdit && !isEdited && (
        <p className="flex gap-2">
          <Button compact look="quiet" onClick={() => setEdited(true)}>
            {t("edit")}
          </Button>
          <Button compact look="quiet" onClick={() => void act(`speeches/${speech.id}/delete`)}>
            {t("delete")}
          </Button>
        </p>
      )}
      {isEdited && (
        <Button compact look="quiet" className="justify-self-start" onClick={() => setEdited(false)}>
          {tCommon("cancel")}
        </Button>
      )}
    </li>
  );
}
