"use client";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { classNames } from "./class-names.ts";

type Props = {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  /** Buttons, the safe one first. */
  foot?: ReactNode;
  children?: ReactNode;
};

/**
 * A dialog that is opened from elsewhere (a key, the clock), on the browser's own `<dialog>`: it keeps the focus inside, closes on
 * Escape and gives the focus back. A sheet at the bottom of a phone, in the middle of a wide screen.
 */
export function Sheet({ isOpen, onClose, title, foot, children }: Props): ReactNode {
  const t = useTranslations("common");
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    if (isOpen && element && !element.open) {
      element.showModal();
      // The title is read first; by itself the browser would put the focus on the cross.
      element.querySelector("h2")?.focus();
    }
    if (!isOpen && element?.open) element.close();
  }, [isOpen]);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onClose={onClose}
      className={classNames(
        "fixed max-h-[85dvh] w-full max-w-full gap-4 overflow-y-auto border border-line bg-raised p-5 text-ink open:grid backdrop:bg-[#14161a]/50",
        "mx-0 mt-auto mb-0 rounded-t-md pb-[calc(1.25rem+env(safe-area-inset-bottom))]",
        "sm:m-auto sm:max-w-lg sm:rounded-md sm:p-6",
      )}
    >
      <div className="flex items-start justify-between gap-4">
        <h2 id={id} tabIndex={-1} className="font-display font-semibold text-xl outline-none">
          {title}
        </h2>
        <button
          type="button"
          aria-label={t("close")}
          onClick={onClose}
          className="-m-2 grid size-11 flex-none place-items-center rounded-md text-muted hover:text-ink"
        >
          <X aria-hidden className="size-5" />
        </button>
      </div>
      {children}
      {foot && <div className="flex flex-wrap justify-end gap-3 pt-1 max-sm:*:grow">{foot}</div>}
    </dialog>
  );
}
