import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "#ui/button.tsx";
import { AreaField } from "#ui/field.tsx";
import { newKey } from "./new-key.ts";
import { useInRoom } from "./room-context.ts";
import type { Speech } from "./room-page.ts";
import { useDraft } from "./use-draft.ts";

const MOST = 20_000;
type Props = { personId: number; label: string; speech?: Speech; onDone?: () => void };

/** A field of words: what is typed is kept in this browser letter by letter, then goes into the outbox and is sent until it has arrived. */
export function SpeechForm({ personId, label, speech, onDone }: Props): ReactNode {
  const t = useTranslations("room.speeches");
  const { id, you, outbox } = useInRoom();
  const draft = useDraft(`${you.personId}:${id}:${speech?.key ?? personId}`, speech?.body ?? "");
  const [trouble, setTrouble] = useState<string | null>(null);
  /** What the writer had before them when they began: where somebody else saves meanwhile, both changes stand. */
  const [start] = useState(speech);

  const send = (event: FormEvent): void => {
    event.preventDefault();
    const text = draft.text.trim();
    if (text === "") return setTrouble("empty");
    if (text.length > MOST) return setTrouble("long");
    const known = start ? { revision: start.revision, base: start.body } : {};
    const key = start?.key ?? newKey();
    const body = { key, personId, body: text, ...known };
    if (!outbox.write({ key, path: `/api/meetings/${id}/room/speeches`, body, text })) return setTrouble("full");
    setTrouble(null);
    draft.clear();
    onDone?.();
  };
  return (
    <form className="grid gap-3" onSubmit={send}>
      <AreaField
        label={label}
        rows={speech ? 6 : 3}
        value={draft.text}
        error={trouble === null ? undefined : t(`trouble.${trouble as "empty"}`, { most: MOST })}
        onChange={(event) => draft.change(event.currentTarget.value)}
      />
      <Button type="submit" className="justify-self-start">
        {t("send")}
      </Button>
    </form>
  );
}
