"use client";
import { Keyboard } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "#ui/button.tsx";

type Props = { card: ReactNode; mayHandIn: boolean; onHandIn: () => void; onKeys: () => void };

/** Beside the question on a wide screen: the answer card, handing in, the keys. */
export function PlayAside({ card, mayHandIn, onHandIn, onKeys }: Props): ReactNode {
  const t = useTranslations("play");
  return (
    <aside aria-label={t("card.title")} className="hidden lg:block">
      <div className="sticky top-28 grid gap-5">
        {card}
        <Button onClick={onHandIn} wide disabled={!mayHandIn}>
          {t("handIn.open")}
        </Button>
        <button type="button" onClick={onKeys} className="inline-flex min-h-11 items-center gap-2 text-muted text-sm hover:text-ink">
          <Keyboard aria-hidden className="size-4" />
          {t("keys.open")}
        </button>
      </div>
    </aside>
  );
}
