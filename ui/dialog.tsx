"use client";
import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type ButtonLook, buttonClass } from "./button.tsx";
import { classNames } from "./class-names.ts";

type Props = {
  /** What the opening button says. */
  trigger: ReactNode;
  triggerLook?: ButtonLook;
  compact?: boolean;
  title: string;
  lead?: ReactNode;
  /** Buttons, the safe one first: 取消, then 确定. Give `DialogClose` for the safe one. */
  foot?: ReactNode;
  /** Open from the start. */
  isOpen?: boolean;
  children?: ReactNode;
};

/** A question that must be answered before going on: a sheet at the bottom of a phone, in the middle of a wide screen. */
export function Dialog({ trigger, triggerLook, compact, title, lead, foot, isOpen = false, children }: Props): ReactNode {
  const t = useTranslations("common");
  return (
    <Base.Root defaultOpen={isOpen}>
      <Base.Trigger className={buttonClass({ ...(triggerLook && { look: triggerLook }), ...(compact && { compact }) })}>
        {trigger}
      </Base.Trigger>
      <Base.Portal>
        <Base.Backdrop className="dialog-veil fixed inset-0 z-40" />
        <Base.Popup
          className={classNames(
            "dialog-sheet fixed z-50 grid max-h-[85dvh] gap-4 overflow-y-auto border border-line bg-raised p-5",
            "inset-x-0 bottom-0 rounded-t-md pb-[calc(1.25rem+env(safe-area-inset-bottom))]",
            "sm:inset-x-auto sm:bottom-auto sm:top-1/2 sm:left-1/2 sm:w-full sm:max-w-lg sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-md sm:p-6",
          )}
        >
          <div className="flex items-start justify-between gap-4">
            <Base.Title className="font-display font-semibold text-xl">{title}</Base.Title>
            <Base.Close
              aria-label={t("close")}
              className="-m-2 grid size-11 flex-none place-items-center rounded-md text-muted hover:text-ink"
            >
              <X aria-hidden className="size-5" />
            </Base.Close>
          </div>
          {lead && <Base.Description render={<div className="text-muted">{lead}</div>} />}
          {children}
          {foot && <div className="flex flex-wrap justify-end gap-3 pt-1 max-sm:*:grow">{foot}</div>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

/** Closes the dialog around it and changes nothing. */
export function DialogClose({ children }: { children?: ReactNode }): ReactNode {
  const t = useTranslations("common");
  return <Base.Close className={buttonClass({ look: "secondary" })}>{children ?? t("cancel")}</Base.Close>;
}
