"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, type SubmitEvent, useState } from "react";
import { Button, LinkButton } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { Choice } from "#ui/choice.tsx";
import { Notice } from "#ui/notice.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { type QueueView, useQueue } from "./use-queue.ts";

/** After so long it is said that few people are here. */
const LONG_S = 40;

type Props = { start: QueueView; rules: ReactNode };

/** Two or four; then the waiting, told second by second to the eye and once to the ear; then the game. */
export function DuelLobby({ start, rules }: Props): ReactNode {
  const t = useTranslations("duel");
  const { state, matchId, waited, isDropped, isBusy, refused, begin, stop } = useQueue(start);
  const [size, setSize] = useState(start.size ?? 2);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void begin(size);
  };
  return (
    <div className="grid gap-4">
      <div role="status" className="sr-only">
        {state === "waiting" ? t("waiting") : isDropped ? t("dropped") : ""}
      </div>
      {state === "playing" && (
        <LinkButton href={`/practice/duel/${matchId}`} look="primary">
          {t("goOn")}
        </LinkButton>
      )}
      {state === "waiting" && (
        <Card title={t("waiting")} aside={<span className="tabular">{t("waited", { seconds: waited })}</span>}>
          <p className="text-muted">{t(waited >= LONG_S ? "waitLong" : "waitHint")}</p>
          <Button className="justify-self-start" onClick={() => void stop()}>
            {t("stopWaiting")}
          </Button>
        </Card>
      )}
      {state === "none" && (
        <form onSubmit={submit} className="grid gap-4">
          {isDropped && <Notice kind="warning">{t("dropped")}</Notice>}
          <fieldset className="grid gap-3">
            <legend className="mb-3 font-semibold">{t("choose")}</legend>
            {([2, 4] as const).map((one) => (
              <Choice
                key={one}
                kind="radio"
                name="size"
                value={one}
                letter={String(one)}
                checked={size === one}
                onChange={() => setSize(one)}
              >
                {t(one === 2 ? "two" : "four")}
              </Choice>
            ))}
          </fieldset>
          <Button type="submit" look="primary" pending={isBusy} className="justify-self-start max-sm:w-full">
            {t("begin")}
          </Button>
        </form>
      )}
      <RefusalNotice code={refused} />
      {rules}
    </div>
  );
}
