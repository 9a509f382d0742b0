"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { askServer } from "#app/contests/ask-server.ts";
import { Button } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import { Sheet } from "#ui/sheet.tsx";

type Props = { attemptId: number; isOneByOne: boolean; onDone: () => Promise<void> };

/** Handing in before the end, asked once more. */
export function JudgedHandIn({ attemptId, isOneByOne, onDone }: Props): ReactNode {
  const t = useTranslations("play.judged");
  const [isOpen, setOpen] = useState(false);
  const [said, setSaid] = useState<"too-early" | "unreached" | null>(null);
  const [isSending, setSending] = useState(false);
  const handIn = async (): Promise<void> => {
    setSending(true);
    const asked = await askServer(`/api/attempts/${attemptId}/hand-in`, {});
    setSending(false);
    setSaid(asked.kind === "told" ? null : asked.kind === "refused" ? "too-early" : "unreached");
    if (asked.kind === "told") await onDone();
  };
  return (
    <div className="border-line border-t pt-5">
      <Button look="quiet" onClick={() => setOpen(true)}>
        {t(isOneByOne ? "stop" : "handIn")}
      </Button>
      <Sheet
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={t(isOneByOne ? "stopTitle" : "handInTitle")}
        foot={
          <Button look="primary" pending={isSending} onClick={() => void handIn()}>
            {t(isOneByOne ? "stop" : "handIn")}
          </Button>
        }
      >
        <p>{t(isOneByOne ? "stopBody" : "handInBody")}</p>
        <div role="status">{said && <Notice kind="warning">{t(`handInRefused.${said}`)}</Notice>}</div>
      </Sheet>
    </div>
  );
}
