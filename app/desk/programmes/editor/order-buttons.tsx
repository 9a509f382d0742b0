"use client";
import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "#ui/button.tsx";

type Props = { name: string; onMove: (by: -1 | 1) => void; onRemove: () => void; isFirst: boolean; isLast: boolean };

/** Up, down and away, each by a press or by the keyboard. */
export function OrderButtons({ name, onMove, onRemove, isFirst, isLast }: Props): ReactNode {
  const t = useTranslations("programmeDesk");
  return (
    <span className="flex flex-none gap-1">
      <Button look="quiet" compact aria-label={t("up", { name })} disabled={isFirst} onClick={() => onMove(-1)}>
        <ArrowUp aria-hidden className="size-4" />
      </Button>
      <Button look="quiet" compact aria-label={t("down", { name })} disabled={isLast} onClick={() => onMove(1)}>
        <ArrowDown aria-hidden className="size-4" />
      </Button>
      <Button look="quiet" compact aria-label={t("remove", { name })} onClick={onRemove}>
        <Trash2 aria-hidden className="size-4" />
      </Button>
    </span>
  );
}
