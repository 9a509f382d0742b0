import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { TextField } from "#ui/field.tsx";
import { ModeChoice } from "./mode-choice.tsx";
import { useInRoom } from "./room-context.ts";

/** Checking in with the code of the address, or with six digits; never forced: it can wait, and whoever leads can tick. */
export function CheckInForm({ code, onLater }: { code: string; onLater: () => void }): ReactNode {
  const t = useTranslations("room.checkIn");
  const { act, busy, you } = useInRoom();
  const [digits, setDigits] = useState("");
  const [mode, setMode] = useState<"on_site" | "online">("on_site");
  const [isTried, setTried] = useState(false);
  const usesAddress = code !== "" && !isTried;
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    // Who may tick anybody need not copy digits off their own screen.
    if (you.mayRecord && !usesAddress) return void (await act("ticks", { personId: you.personId, mode }));
    if (!(await act("check-in", { code: usesAddress ? code : digits, mode }))) setTried(true);
  };
  return (
    <Card title={t("title")}>
      <form className="grid gap-4" onSubmit={(event) => void send(event)}>
        <ModeChoice mode={mode} onChoose={setMode} />
        {usesAddress && <p className="text-muted">{t("scanned")}</p>}
        {!usesAddress && !you.mayRecord && (
          <TextField
            label={t("digits")}
            hint={t("digitsHint")}
            inputMode="numeric"
            autoComplete="off"
            maxLength={6}
            value={digits}
            onChange={(event) => setDigits(event.currentTarget.value)}
            className="max-w-48 text-xl tracking-[0.3em]"
          />
        )}
        <div className="flex flex-wrap gap-3">
          <Button type="submit" look="primary" pending={busy === "check-in" || busy === "ticks"}>
            {t("press")}
          </Button>
          <Button look="quiet" onClick={onLater}>
            {t("later")}
          </Button>
        </div>
      </form>
    </Card>
  );
}
