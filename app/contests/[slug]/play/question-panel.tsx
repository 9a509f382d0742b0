"use client";
import { Flag } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Response } from "#domain/questions/question.ts";
import { Button } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import { AskedQuestion } from "./asked-question.tsx";
import type { PlayItem } from "./attempt-reply.ts";
import type { Slot } from "./outbox.ts";
import { responseText } from "./response-text.ts";

type Props = {
  item: PlayItem;
  total: number;
  slot: Slot;
  isFlagged: boolean;
  isDisabled: boolean;
  onChange: (response: Response, isTyping?: boolean) => void;
  onFlag: () => void;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
};

/** A question that is answered as often as one likes: with its flag, and what another device said of it. */
export function QuestionPanel({ item, total, slot, isFlagged, isDisabled, onChange, onFlag, ...choice }: Props): ReactNode {
  const t = useTranslations("play");
  return (
    <AskedQuestion
      item={item}
      total={total}
      response={slot.shown}
      isDisabled={isDisabled}
      onChange={onChange}
      aside={
        <Button look="quiet" compact aria-pressed={isFlagged} onClick={onFlag}>
          <Flag aria-hidden className={isFlagged ? "size-5 fill-amber text-amber" : "size-5"} />
          {t(isFlagged ? "flagged" : "flag")}
        </Button>
      }
    >
      <Contest item={item} slot={slot} {...choice} />
      {slot.refused && <Notice kind="error">{t("changeRefused", { code: slot.refused })}</Notice>}
    </AskedQuestion>
  );
}

/** Two devices, two answers: both are shown, and the person says which one stands. */
function Contest({ item, slot, onKeepMine, onTakeTheirs }: Pick<Props, "item" | "slot" | "onKeepMine" | "onTakeTheirs">): ReactNode {
  const t = useTranslations("play");
  if (slot.theirs === null) return null;
  const words = { right: t("true"), wrong: t("false"), none: t("noAnswer") };
  return (
    <Notice kind="warning" title={t("contested.title")}>
      <p>
        {slot.theirs.response === undefined
          ? t("contested.reading")
          : t("contested.theirs", { answer: responseText(item.body, slot.theirs.response, words) })}
      </p>
      <p>{t("contested.mine", { answer: responseText(item.body, slot.shown, words) })}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button compact onClick={onKeepMine}>
          {t("contested.keepMine")}
        </Button>
        <Button compact onClick={onTakeTheirs} disabled={slot.theirs.response === undefined}>
          {t("contested.takeTheirs")}
        </Button>
      </div>
    </Notice>
  );
}
