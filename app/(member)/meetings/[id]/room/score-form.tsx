import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "#ui/button.tsx";
import { TextField } from "#ui/field.tsx";
import { useInRoom } from "./room-context.ts";

type Props = { presenter: { id: number; name: string }; most: number; own: number | undefined; onDone: () => Promise<void> };

/** A judge's score of one presenter; it can be changed until the result is closed. */
export function ScoreForm({ presenter, most, own, onDone }: Props): ReactNode {
  const t = useTranslations("room.forum");
  const { act, busy } = useInRoom();
  const [points, setPoints] = useState<string | null>(null);
  const path = `forum/presenters/${presenter.id}/score`;
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (await act(path, { points: points ?? "" })) {
      setPoints(null);
      await onDone();
    }
  };
  return (
    <form className="flex flex-wrap items-end gap-3" onSubmit={(event) => void send(event)}>
      <div className="w-40">
        <TextField
          label={t("score", { name: presenter.name })}
          inputMode="decimal"
          required
          pattern="\d{1,4}(\.\d{1,3})?"
          placeholder={String(most / 1_000)}
          value={points ?? (own === undefined ? "" : String(own / 1_000))}
          onChange={(event) => setPoints(event.currentTarget.value)}
        />
      </div>
      <Button type="submit" pending={busy === path} disabled={points === null}>
        {t(own === undefined ? "give" : "change")}
      </Button>
      {own !== undefined && points === null && (
        <span role="status" className="pb-3 text-pine text-sm">
          {t("given")}
        </span>
      )}
    </form>
  );
}
