"use client";
import { ArrowLeft, ArrowRight, LayoutGrid } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "#ui/button.tsx";

type Props = {
  current: number;
  total: number;
  answered: number;
  mayHandIn: boolean;
  onGo: (slot: number) => void;
  onCard: () => void;
  onHandIn: () => void;
};

/** The way from question to question: within a thumb's reach on a phone, under the question on a wide screen. */
export function PlayNav({ current, total, answered, mayHandIn, onGo, onCard, onHandIn }: Props): ReactNode {
  const t = useTranslations("play");
  return (
    <nav
      aria-label={t("moving")}
      className="fixed inset-x-0 bottom-0 z-20 border-line border-t bg-raised pb-[env(safe-area-inset-bottom)] lg:static lg:border-0 lg:bg-transparent"
    >
      <div className="mx-auto flex max-w-5xl justify-between gap-2 px-4 py-2 sm:px-6 lg:px-0">
        <Button onClick={() => onGo(current - 1)} disabled={current === 0} aria-label={t("previous")} className="min-w-16 flex-none">
          <ArrowLeft aria-hidden className="size-4 flex-none" />
          <span className="max-sm:hidden">{t("previous")}</span>
        </Button>
        <Button look="quiet" compact onClick={onCard} className="min-w-0 lg:hidden">
          <LayoutGrid aria-hidden className="size-4 flex-none max-sm:hidden" />
          {t("card.short", { answered, total })}
        </Button>
        {current === total - 1 ? (
          <Button look="primary" onClick={onHandIn} disabled={!mayHandIn} className="min-w-28 flex-none">
            {t("handIn.open")}
          </Button>
        ) : (
          <Button look="primary" onClick={() => onGo(current + 1)} className="min-w-28 flex-none">
            {t("next")}
            <ArrowRight aria-hidden className="size-4 flex-none" />
          </Button>
        )}
      </div>
    </nav>
  );
}
