"use client";
import { ArrowDown, ArrowUp, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "./button.tsx";
import type { InputProps } from "./input-props.ts";
import { isAnswered, movedItem, orderOf } from "./responses.ts";

/** Items to be put in order, each with a way up and a way down: the same for a thumb and for a keyboard. */
export function OrderingInput({ body, response, isDisabled, onChange }: InputProps<"ordering">): ReactNode {
  const t = useTranslations("play");
  const order = orderOf(body.items.length, response);
  const list = useRef<HTMLOListElement>(null);
  const [moved, setMoved] = useState<{ item: number; by: -1 | 1 } | null>(null);

  // Moving a row takes the focus away in some browsers: it is given back to the same arrow of the same item, or to its other one at the end.
  useEffect(() => {
    if (moved === null) return;
    const arrows = list.current?.querySelectorAll<HTMLButtonElement>(`[data-item="${moved.item}"] button`);
    const arrow = arrows?.[moved.by < 0 ? 0 : 1];
    (arrow?.disabled ? arrows?.[moved.by < 0 ? 1 : 0] : arrow)?.focus();
  }, [moved]);

  const move = (item: number, from: number, by: -1 | 1): void => {
    onChange(movedItem(order, from, from + by));
    setMoved({ item, by });
  };
  const at = moved === null ? -1 : order.indexOf(moved.item);
  return (
    <div className="grid gap-3">
      <ol ref={list} className="grid gap-2">
        {order.map((item, place) => (
          // In large type the words take a line of their own, and the arrows stand below them.
          <li
            key={item}
            data-item={item}
            className="flex min-h-14 flex-wrap items-center justify-end gap-x-3 rounded-md border border-edge bg-raised ps-3.5"
          >
            <span className="flex min-w-0 flex-1 basis-44 items-center gap-3">
              <span className="tabular grid size-8 flex-none place-items-center rounded-sm border border-edge bg-paper font-medium text-sm">
                {place + 1}
              </span>
              <span className="min-w-0 flex-1 break-words py-2 leading-relaxed">{body.items[item]}</span>
            </span>
            <span className="flex flex-none gap-3">
              <Arrow
                Icon={ArrowUp}
                label={t("moveUp", { item: body.items[item] ?? "" })}
                isDisabled={isDisabled || place === 0}
                onPress={() => move(item, place, -1)}
              />
              <Arrow
                Icon={ArrowDown}
                label={t("moveDown", { item: body.items[item] ?? "" })}
                isDisabled={isDisabled || place === order.length - 1}
                onPress={() => move(item, place, 1)}
              />
            </span>
          </li>
        ))}
      </ol>
      {!isAnswered(response) && (
        <Button compact disabled={isDisabled} onClick={() => onChange({ order: [...order] })}>
          {t("orderAsShown")}
        </Button>
      )}
      <span aria-live="polite" className="sr-only">
        {moved && t("movedTo", { item: body.items[moved.item] ?? "", place: at + 1 })}
      </span>
    </div>
  );
}

function Arrow({
  Icon,
  label,
  isDisabled,
  onPress,
}: {
  Icon: LucideIcon;
  label: string;
  isDisabled: boolean;
  onPress: () => void;
}): ReactNode {
  return (
    <button
      type="button"
      aria-label={label}
      disabled={isDisabled}
      onClick={onPress}
      className="grid min-h-14 w-11 flex-none place-items-center rounded-md text-muted hover:bg-sunken hover:text-ink disabled:opacity-30"
    >
      <Icon aria-hidden className="size-5" />
    </button>
  );
}
