"use client";
import { ArrowDown, ArrowUp, type LucideIcon, Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "#ui/button.tsx";

type Props<R extends Readonly<{ id: number }>> = Readonly<{
  rows: readonly R[];
  onChange: (rows: readonly R[]) => void;
  /** What a row is called in the names of its buttons. */
  nameOf: (place: number) => string;
  fresh: (id: number) => R;
  add: string;
  least: number;
  most: number;
  /** Whether the order says something. */
  isOrdered?: boolean;
  /** A row's fields; `buttons` is its way up, down and out, to be put where it fits. */
  children: (row: R, place: number, change: (part: Partial<R>) => void, buttons: ReactNode) => ReactNode;
}>;

type Moved = Readonly<{ id: number; button: "up" | "down" | "field" }>;

/** Rows that can be added, taken out and moved up and down, with the focus staying on what was moved. */
export function RowList<R extends Readonly<{ id: number }>>(props: Props<R>): ReactNode {
  const { rows, onChange, nameOf, fresh, add, least, most, isOrdered = true, children } = props;
  const t = useTranslations("questionDesk");
  const list = useRef<HTMLOListElement>(null);
  const [moved, setMoved] = useState<Moved | null>(null);

  // Moving a row takes the focus away in some browsers; at an end its arrow is dead, and the other one gets it.
  useEffect(() => {
    if (moved === null) return;
    const row = list.current?.querySelector(`[data-row="${moved.id}"]`);
    const wanted = moved.button === "field" ? "textarea, input[type=text]" : `[data-move=${moved.button}]:enabled`;
    (row?.querySelector<HTMLElement>(wanted) ?? row?.querySelector<HTMLElement>("[data-move]:enabled"))?.focus();
  }, [moved]);

  const move = (row: R, from: number, button: "up" | "down"): void => {
    onChange(rows.toSpliced(from, 1).toSpliced(button === "up" ? from - 1 : from + 1, 0, row));
    setMoved({ id: row.id, button });
  };
  const addRow = (): void => {
    const id = Math.max(-1, ...rows.map((row) => row.id)) + 1;
    onChange([...rows, fresh(id)]);
    setMoved({ id, button: "field" });
  };
  const buttonsOf = (row: R, place: number): ReactNode => (
    <span className="flex justify-end">
      {isOrdered && (
        <>
          <RowButton
            Icon={ArrowUp}
            move="up"
            label={t("moveUp", { name: nameOf(place) })}
            isOff={place === 0}
            onPress={() => move(row, place, "up")}
          />
          <RowButton
            Icon={ArrowDown}
            move="down"
            label={t("moveDown", { name: nameOf(place) })}
            isOff={place === rows.length - 1}
            onPress={() => move(row, place, "down")}
          />
        </>
      )}
      <RowButton
        Icon={Trash2}
        label={t("remove", { name: nameOf(place) })}
        isOff={rows.length <= least}
        onPress={() => onChange(rows.toSpliced(place, 1))}
      />
    </span>
  );
  const at = moved === null ? -1 : rows.findIndex(({ id }) => id === moved.id);
  return (
    <div className="grid gap-3">
      <ol ref={list} className="grid gap-3">
        {rows.map((row, place) => (
          <li key={row.id} data-row={row.id} className="grid gap-2 rounded-md border border-line bg-raised p-3">
            {children(row, place, (part) => onChange(rows.with(place, { ...row, ...part })), buttonsOf(row, place))}
          </li>
        ))}
      </ol>
      {rows.length < most && (
        <Button compact className="justify-self-start" onClick={addRow}>
          <Plus aria-hidden className="size-4" />
          {add}
        </Button>
      )}
      <span aria-live="polite" className="sr-only">
        {moved && moved.button !== "field" && at >= 0 && t("movedTo", { place: at + 1 })}
      </span>
    </div>
  );
}

type ButtonProps = Readonly<{ Icon: LucideIcon; label: string; isOff: boolean; move?: "up" | "down"; onPress: () => void }>;

function RowButton({ Icon, label, isOff, move, onPress }: ButtonProps): ReactNode {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      data-move={move}
      disabled={isOff}
      onClick={onPress}
      className="grid size-11 place-items-center rounded-md text-muted hover:bg-sunken hover:text-ink disabled:opacity-30"
    >
      <Icon aria-hidden className="size-5" />
    </button>
  );
}
